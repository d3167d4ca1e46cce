package io.github.assaymark.facts.exports;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.model.Quantity;
import io.github.assaymark.model.fact.CloudResource;
import io.github.assaymark.model.fact.Deployment;
import io.github.assaymark.model.fact.DeploymentStatus;
import io.github.assaymark.model.fact.DnsRecord;
import io.github.assaymark.model.fact.HealthProbe;
import io.github.assaymark.model.fact.InfraAction;
import io.github.assaymark.model.fact.QueueState;
import io.github.assaymark.model.fact.ScalingPolicy;
import io.github.assaymark.model.fact.SecretState;
import io.github.assaymark.model.fact.StateSource;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class StateOfCloudTest {
    static final String STACK = """
            {"version": 3, "checkpoint": {"stack": "organization/loop/production", "latest": {
              "manifest": {"magic": "KANARI"},
              "secrets_providers": {"state": {"salt": "KANARI"}},
              "resources": [
                {"urn": "urn:pulumi:production::loop::pulumi:pulumi:Stack::loop-production", "type": "pulumi:pulumi:Stack",
                 "outputs": {"url": "KANARI"}},
                {"urn": "urn:pulumi:production::loop::sst:sst:Secret::StripeKey", "type": "sst:sst:Secret", "inputs": {}},
                {"urn": "urn:pulumi:production::loop::sst:sst:Secret::MailKey", "type": "sst:sst:Secret",
                 "inputs": {"placeholder": "KANARI"}},
                {"urn": "urn:pulumi:production::loop::sst:sst:Secret::OldKey", "type": "sst:sst:Secret"},
                {"urn": "urn:pulumi:production::loop::sst:aws:Queue$aws:sqs/queue:Queue::Jobs", "type": "aws:sqs/queue:Queue",
                 "delete": true, "inputs": {"name": "KANARI"}, "outputs": {"policy": "KANARI"}}]}}}""";

    static final String QUEUES = """
            [{"Attributes": {"QueueArn": "arn:aws:sqs:eu-central-1:000000000000:jobs", "ApproximateNumberOfMessages": "12",
               "KmsMasterKeyId": "KANARI",
               "RedrivePolicy": "{\\"deadLetterTargetArn\\":\\"arn:aws:sqs:eu-central-1:000000000000:graveyard\\",\\"maxReceiveCount\\":\\"5\\"}"}},
             {"Attributes": {"QueueArn": "arn:aws:sqs:eu-central-1:000000000000:graveyard", "Policy": "KANARI"}},
             {"Attributes": {"QueueArn": "arn:aws:sqs:eu-central-1:000000000000:other-dlq", "ApproximateNumberOfMessages": "3"}}]""";

    private static StateFixture export(String kind, String text) {
        return new StateFixture().export(kind, "x.json", text);
    }

    @Test
    void stage_of_sst_gives_its_resources_and_secrets() {
        StateFixture state = export("pulumi.stack", STACK);
        assertThat(state.facts(SecretState.class))
                .extracting(secret -> secret.key() + " " + secret.placeholder())
                .containsExactly("MailKey/prod true", "OldKey/prod true", "StripeKey/prod false");
        assertThat(state.facts(CloudResource.class))
                .extracting(resource -> resource.name() + " " + resource.action())
                .containsExactly(
                        "Jobs " + InfraAction.DELETE,
                        "MailKey " + InfraAction.PRESENT,
                        "OldKey " + InfraAction.PRESENT,
                        "StripeKey " + InfraAction.PRESENT);
        assertThat(state.coverage(SecretState.class, ""))
                .containsExactly("[] PARTIAL [an export of kind pulumi.stack holds some of them only]");
        assertThat(export(
                                "pulumi.stack",
                                "{\"deployment\": {\"resources\": [{\"type\": \"a\"}], \"pending_operations\": [{}]}}")
                        .gaps(CloudResource.class, ""))
                .contains(
                        "an update of the stack did not end: what it was doing is not known",
                        "/deployment/resources/0: it has no urn and type");
        assertThat(export("pulumi.stack", "{\"values\": {}}").gaps(CloudResource.class, ""))
                .contains("there are no resources of a stack in it");
    }

    @Test
    void summaries_of_sst_are_deployments_of_a_stage() {
        String text = """
                [{"updateID": "b", "timeStarted": "2026-03-01T10:00:00Z", "timeCompleted": "2026-03-01T10:05:00Z",
                  "errors": [{"urn": "x", "message": "secret"}]},
                 {"updateID": "a", "timeStarted": "2026-03-01T08:00:00Z", "timeCompleted": "2026-03-01T08:05:00Z", "errors": []},
                 {"updateID": "c", "timeStarted": "2026-03-01T11:00:00Z", "timeCompleted": ""},
                 {"updateID": "d"}]""";
        StateFixture state = new StateFixture()
                .export(
                        "sst.summaries",
                        "s.json",
                        text,
                        "\"complete\": true, \"scope\": {\"stage\": \"dev\", \"service\": \"billing\"}");
        List<Deployment> deployments = state.facts(Deployment.class);
        assertThat(deployments)
                .extracting(Deployment::status)
                .containsExactly(DeploymentStatus.SUCCESS, DeploymentStatus.FAILURE, DeploymentStatus.RUNNING);
        assertThat(deployments.get(0).supersededAt())
                .isEqualTo(deployments.get(1).startedAt());
        assertThat(deployments.get(0).stage()).isEqualTo("dev");
        assertThat(deployments.get(0).owner()).isEqualTo(StateFixture.BILLING);
        assertThat(state.gaps(Deployment.class, StateFixture.BILLING))
                .contains("/3: its timeStarted is no moment with a zone");
        assertThat(export("sst.summaries", "[]").gaps(Deployment.class, ""))
                .contains("the manifest does not say of which stage the summaries are");
    }

    @Test
    void dead_letter_queue_is_one_that_another_names() {
        StateFixture state = export("aws.sqs.queue-attributes", QUEUES);
        assertThat(state.facts(QueueState.class))
                .extracting(queue -> queue.name() + " " + queue.deadLetterOf() + " " + queue.deadLetterQueue() + " "
                        + queue.maxReceives() + " " + queue.visible())
                .containsExactly("graveyard [jobs] null 0 -1", "jobs [] graveyard 5 12", "other-dlq [] null 0 3");
        assertThat(state.gaps(QueueState.class, "")).isEmpty();
        assertThat(export(
                                "aws.sqs.queue-attributes",
                                "{\"Attributes\": {\"QueueArn\": \"arn:aws:sqs:x:1:a\", \"RedrivePolicy\": \"no\"}}")
                        .gaps(QueueState.class, ""))
                .contains(
                        "it shows one queue only: put the outputs of all into one list with `jq --slurp`",
                        "/Attributes/RedrivePolicy: it holds no JSON");
        assertThat(export(
                                "aws.sqs.queue-attributes",
                                "[{}, {\"Attributes\": {\"QueueArn\": \"arn:aws:sqs:x:1:a\", \"RedrivePolicy\": {}}}]")
                        .gaps(QueueState.class, ""))
                .contains(
                        "/0: it has no Attributes.QueueArn",
                        "/1/Attributes: its RedrivePolicy has no deadLetterTargetArn and maxReceiveCount");
    }

    @Test
    void scaling_of_services_is_read_with_what_it_follows() {
        StateFixture state = export("aws.application-autoscaling", """
                [{"ScalableTargets": [{"ResourceId": "service/main/billing", "MinCapacity": 2, "MaxCapacity": 8},
                   {"ResourceId": "service/main/x"}]},
                 {"NextToken": "t", "ScalingPolicies": [{"ResourceId": "service/main/billing",
                   "TargetTrackingScalingPolicyConfiguration": {"PredefinedMetricSpecification":
                     {"PredefinedMetricType": "ECSServiceAverageCPUUtilization"}}}]}]""");
        ScalingPolicy policy = state.only(ScalingPolicy.class);
        assertThat(List.of(policy.minimum(), policy.maximum())).containsExactly(2, 8);
        assertThat(policy.metric()).isEqualTo("ECSServiceAverageCPUUtilization");
        assertThat(policy.owner()).isEqualTo(StateFixture.BILLING);
        assertThat(state.gaps(ScalingPolicy.class, ""))
                .contains(
                        "/1: there are more pages of it",
                        "/0/ScalableTargets/1: it has no MinCapacity and MaxCapacity");
        assertThat(export("aws.application-autoscaling", "{}").gaps(ScalingPolicy.class, ""))
                .contains("there are no ScalableTargets in it");
        assertThat(export("aws.application-autoscaling", "{\"ScalableTargets\": []}")
                        .gaps(ScalingPolicy.class, ""))
                .contains("there are no ScalingPolicies in it: put the outputs of all into one list with `jq --slurp`");
    }

    @Test
    void secrets_are_read_by_name_only() {
        StateFixture parameters = new StateFixture()
                .export(
                        "aws.ssm.describe-parameters",
                        "p.json",
                        "{\"Parameters\": [{\"Name\": \"/loop/stripe\", \"Type\": \"SecureString\", \"LastModifiedDate\": 1767225600.5},"
                                + " {\"Name\": \"/loop/region\", \"Type\": \"String\"}]}",
                        "\"complete\": true, \"scope\": {\"stage\": \"staging\"}");
        assertThat(parameters.only(SecretState.class).key()).isEqualTo("/loop/stripe/staging");
        assertThat(parameters.only(SecretState.class).changedAt()).hasToString("2026-01-01T00:00:00.500Z");
        StateFixture secrets = export("aws.secretsmanager.list-secrets", """
                {"SecretList": [
                  {"Name": "a", "SecretVersionsToStages": {"1": ["AWSPREVIOUS"], "2": ["AWSCURRENT"]}},
                  {"Name": "b", "DeletedDate": "2026-01-01T00:00:00+01:00", "SecretVersionsToStages": {"2": ["AWSCURRENT"]}},
                  {"Name": "c"}]}""");
        assertThat(secrets.facts(SecretState.class))
                .extracting(secret -> secret.name() + " " + secret.present())
                .containsExactly("a true", "b false");
        assertThat(secrets.gaps(SecretState.class, ""))
                .contains("/SecretList/2: it does not say whether it has a value (SecretVersionsToStages)");
        assertThat(export("aws.ssm.describe-parameters", "{}").gaps(SecretState.class, ""))
                .contains("there are no Parameters in it");
        assertThat(export("aws.secretsmanager.list-secrets", "{}").gaps(SecretState.class, ""))
                .contains("there is no SecretList in it");
    }

    @Test
    void no_such_name_is_an_answer_and_a_resolver_that_failed_gave_none() {
        StateFixture state = export("dns.probes", """
                {"probes": [
                  {"name": "Billing.platform.example.org.", "type": "A", "rcode": "NOERROR", "answers": ["192.0.2.7"],
                   "wildcardSuspected": true},
                  {"name": "orders.platform.example.org", "type": "A", "rcode": "NXDOMAIN"},
                  {"name": "web.example.org", "type": "A", "rcode": "SERVFAIL"}]}""");
        List<DnsRecord> records = state.facts(DnsRecord.class);
        assertThat(records)
                .extracting(record ->
                        record.name() + " " + record.exists() + " " + record.target() + " " + record.wildcard())
                .containsExactly(
                        "billing.platform.example.org true 192.0.2.7 true",
                        "orders.platform.example.org false null false");
        assertThat(records.get(0).owner()).isEqualTo(StateFixture.BILLING);
        assertThat(state.gaps(DnsRecord.class, ""))
                .contains("/probes/2: the resolver did not say whether there is `web.example.org`: SERVFAIL");
    }

    @Test
    void records_of_a_zone_are_what_is_meant_to_be() {
        StateFixture state = export("cloudflare.dns-records", """
                {"success": true, "result_info": {"total_pages": 2}, "result": [
                  {"name": "orders.example.org", "type": "CNAME", "content": "lb.example.net", "proxied": true, "comment": "KANARI"},
                  {"name": "nothing"}]}""");
        DnsRecord record = state.only(DnsRecord.class);
        assertThat(record.target()).isEqualTo("lb.example.net");
        assertThat(record.proxied()).isTrue();
        assertThat(record.source()).isEqualTo(StateSource.DECLARED);
        assertThat(record.owner()).isEqualTo(StateFixture.ORDERS);
        assertThat(state.gaps(DnsRecord.class, "")).contains("/result/1: it has no type", "it holds 1 of 2 pages");
        assertThat(export("cloudflare.dns-records", "{\"success\": false, \"result\": []}")
                        .gaps(DnsRecord.class, ""))
                .contains("it is no answer with a result");
    }

    @Test
    void health_is_read_without_user_and_query() {
        StateFixture state = export("http.probes", """
                {"probes": [
                  {"url": "https://user:pw@Billing.example.org:8443/healthz?key=1#x", "service": "billing", "stage": "development",
                   "status": 200, "latencyMs": 41.5, "sha": "4be1c7a09d3f5e21b7c8a6d4e3f2019a8b7c6d5e", "at": "2026-03-02T09:00:00Z"},
                  {"url": "https://orders.example.org/healthz", "error": "timeout"},
                  {"url": "ftp://x/y", "status": 200},
                  {"url": "https://a.example.org/", "status": 999},
                  {"url": "https://b.example.org/"},
                  {"url": "https://c.example.org/", "status": 200, "at": "yesterday"}]}""");
        List<HealthProbe> probes = state.facts(HealthProbe.class).stream()
                .sorted(Comparator.comparing(HealthProbe::url))
                .toList();
        assertThat(probes)
                .extracting(HealthProbe::url)
                .containsExactly("https://billing.example.org:8443/healthz", "https://orders.example.org/healthz");
        assertThat(probes.get(0).latency()).isEqualTo(new Quantity(new BigDecimal("41.5"), Quantity.Unit.MILLISECONDS));
        assertThat(probes.get(0).stage()).isEqualTo("dev");
        assertThat(probes.get(0).owner()).isEqualTo(StateFixture.BILLING);
        assertThat(probes.get(1).status()).isZero();
        assertThat(state.gaps(HealthProbe.class, ""))
                .contains(
                        "/probes/2: it has no url such as https://billing.example.org/healthz",
                        "/probes/3: its status is none of HTTP",
                        "/probes/4: it has neither a status nor an error",
                        "/probes/5: its at is no moment with a zone");
    }
}
