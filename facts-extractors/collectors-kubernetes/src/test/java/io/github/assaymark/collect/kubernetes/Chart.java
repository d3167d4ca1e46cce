package io.github.assaymark.collect.kubernetes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A chart of our own, as Helm renders it. {@code KANARI} stands where a value is that must not be written. */
final class Chart {
    private Chart() {}

    static Path write(Path directory) throws IOException {
        Files.createDirectories(directory.resolve("templates"));
        Files.writeString(directory.resolve("Chart.yaml"), "apiVersion: v2\nname: loop\nversion: 0.1.0\n");
        Files.writeString(
                directory.resolve("values.yaml"), "replicas: 3\nimage: registry.example.org/billing:1.4.2\nmost: 7\n");
        Files.writeString(directory.resolve("templates/all.yaml"), """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: billing
                  labels: {app.kubernetes.io/name: billing, team: KANARI}
                  annotations: {checksum/secret: KANARI}
                spec:
                  replicas: {{ .Values.replicas }}
                  selector: {matchLabels: {app: billing}}
                  template:
                    metadata: {labels: {app: billing}}
                    spec:
                      securityContext: {runAsNonRoot: true}
                      containers:
                        - name: app
                          image: {{ .Values.image }}
                          args: [--key=KANARI]
                          env:
                            - {name: PLAIN, value: KANARI}
                            - {name: KEY, valueFrom: {secretKeyRef: {name: billing-keys, key: stripe}}}
                          resources: {limits: {memory: 256Mi}}
                          livenessProbe: {httpGet: {path: /healthz, port: 8080}}
                          readinessProbe: {exec: {command: [KANARI]}}
                ---
                apiVersion: autoscaling/v2
                kind: HorizontalPodAutoscaler
                metadata: {name: billing}
                spec:
                  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: billing}
                  minReplicas: 2
                  maxReplicas: {{ .Values.most }}
                  metrics:
                    - {type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 70}}}
                ---
                apiVersion: apps/v1
                kind: StatefulSet
                metadata: {name: ledger}
                spec:
                  serviceName: ledger
                  replicas: 1
                  selector: {matchLabels: {app: ledger}}
                  template:
                    metadata: {labels: {app: ledger}}
                    spec: {containers: [{name: db, image: "registry.example.org/ledger:9"}]}
                ---
                apiVersion: v1
                kind: Secret
                metadata: {name: billing-keys}
                stringData: {stripe: KANARI}
                """);
        return directory;
    }
}
