package io.github.assaymark.facts.exports;

import java.util.List;

/**
 * An exported file of each kind that speaks of infrastructure. {@code KANARI} stands wherever a value is that must not
 * be read.
 */
record InfrastructureSamples(String kind, String path, String text) {
    static List<InfrastructureSamples> all() {
        return List.of(
                new InfrastructureSamples("pulumi.stack", "stack.json", StateOfCloudTest.STACK),
                new InfrastructureSamples("aws.sqs.queue-attributes", "queues.json", StateOfCloudTest.QUEUES),
                new InfrastructureSamples("sst.summaries", "summaries.json", """
                        [{"timeStarted": "2026-03-01T10:00:00Z", "version": "KANARI", "errors": [{"message": "KANARI"}]}]"""),
                new InfrastructureSamples("aws.application-autoscaling", "scaling.json", """
                        [{"ScalableTargets": [{"ResourceId": "service/a/b", "MinCapacity": 1, "MaxCapacity": 2,
                          "RoleARN": "KANARI"}], "ScalingPolicies": [{"ResourceId": "service/a/b", "Alarms": ["KANARI"]}]}]"""),
                new InfrastructureSamples("aws.ssm.describe-parameters", "parameters.json", """
                        {"Parameters": [{"Name": "a", "Type": "SecureString", "Description": "KANARI", "Value": "KANARI"},
                          {"Name": "KANARI", "Type": "String"}]}"""),
                new InfrastructureSamples("aws.secretsmanager.list-secrets", "names.json", """
                        {"SecretList": [{"Name": "a", "Description": "KANARI", "SecretString": "KANARI",
                          "SecretVersionsToStages": {"KANARI": ["AWSCURRENT"]}, "Tags": [{"Value": "KANARI"}]}]}"""),
                new InfrastructureSamples("cloudflare.dns-records", "zone.json", """
                        {"success": true, "result": [{"name": "a.example.org", "type": "A", "content": "192.0.2.1",
                          "comment": "KANARI", "meta": {"x": "KANARI"}}]}"""),
                new InfrastructureSamples("terraform.state", "terraform-state.json", TerraformTest.STATE),
                new InfrastructureSamples("terraform.plan", "terraform-plan.json", TerraformTest.PLAN),
                new InfrastructureSamples("aws.ecs.services", "ecs.json", EcsTest.SERVICES),
                new InfrastructureSamples("aws.sns.subscriptions", "sns.json", NoticesTest.TOPICS),
                new InfrastructureSamples("aws.events.rules", "events.json", NoticesTest.RULES),
                new InfrastructureSamples("aws.chatbot.slack-channels", "slack.json", NoticesTest.SLACK),
                new InfrastructureSamples("dns.zone-file", "zone.txt", ZoneFileTest.ZONE),
                new InfrastructureSamples("oci.image", "image.json", ImagesTest.INSPECTED),
                new InfrastructureSamples("kubernetes.alertmanager-configs", "am-configs.json", """
                        {"items": [{"apiVersion": "monitoring.coreos.com/v1beta1", "kind": "AlertmanagerConfig",
                          "metadata": {"name": "KANARI", "namespace": "n", "annotations": {"x": "KANARI"}}, "spec": {
                            "route": {"receiver": "r", "groupBy": ["KANARI"]}, "receivers": [{"name": "r", "webhookConfigs":
                              [{"url": "https://KANARI:KANARI@example.org"}]}]}}]}"""),
                new InfrastructureSamples("dns.probes", "dns.json", """
                        {"probes": [{"name": "a.example.org", "type": "A", "rcode": "NXDOMAIN", "resolver": "192.0.2.53",
                          "extra": "KANARI"}]}"""),
                new InfrastructureSamples("http.probes", "http.json", """
                        {"probes": [{"url": "https://KANARI:KANARI@a.example.org/healthz?t=KANARI", "status": 200,
                          "body": "KANARI", "headers": {"authorization": "KANARI"}}]}"""),
                new InfrastructureSamples("kubernetes.workloads", "cluster.json", KubernetesTest.CLUSTER),
                new InfrastructureSamples("kubernetes.manifests", "rendered.yaml", """
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata:
                          name: reports
                          annotations: {checksum/secret: KANARI}
                        spec:
                          template:
                            spec:
                              containers:
                                - image: reports:4
                                  args: [--key=KANARI]
                                  env: [{name: TOKEN, value: KANARI}]
                        ---
                        apiVersion: v1
                        kind: Secret
                        metadata: {name: reports}
                        stringData: {KANARI: KANARI}
                        """),
                new InfrastructureSamples("kubernetes.secret-names", "secrets.txt", "secret/billing-env\nKANARI\n"),
                new InfrastructureSamples("freeze.calendar", "freeze.yaml", """
                        - {from: 2026-06-01, until: 2026-06-02, zone: UTC, reason: summer}
                        - {from: 2026-07-01, until: 2026-07-02, zone: UTC, contact: KANARI}
                        """),
                new InfrastructureSamples("freeze.ics", "freeze.ics", """
                        BEGIN:VCALENDAR
                        PRODID:KANARI
                        BEGIN:VEVENT
                        DTSTART:20260601T000000Z
                        DTEND:20260602T000000Z
                        SUMMARY:summer
                        DESCRIPTION:KANARI
                        ATTENDEE:mailto:KANARI@example.org
                        END:VEVENT
                        END:VCALENDAR
                        """));
    }
}
