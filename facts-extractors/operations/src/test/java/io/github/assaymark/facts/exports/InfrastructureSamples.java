package io.github.assaymark.facts.exports;

import java.util.List;

/**
 * An exported file of each kind that speaks of infrastructure. {@code KANARI} stands wherever a value is that must not
 * be read.
 */
record InfrastructureSamples(String kind, String path, String text) {
    static List<InfrastructureSamples> all() {
        return List.of(
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
