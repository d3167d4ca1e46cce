package io.github.assaymark.facts.projection;

import static io.github.assaymark.facts.projection.Projections.json;

import java.util.ArrayList;
import java.util.List;

/** What a cluster says of workloads: never annotations, values of the environment or data of secrets. */
final class KubernetesProjections {
    private KubernetesProjections() {}

    static List<ExportProjection> all() {
        return List.of(json("kubernetes.workloads", 1, workloads().toArray(String[]::new)));
    }

    private static List<String> workloads() {
        List<String> paths = new ArrayList<>(List.of("apiVersion", "kind"));
        for (String field : List.of(
                "apiVersion",
                "kind",
                "metadata.name",
                "metadata.namespace",
                "metadata.generation",
                "metadata.labels.`app.kubernetes.io/name`",
                "metadata.labels.app",
                "metadata.ownerReferences[].kind",
                "metadata.ownerReferences[].name",
                "spec.replicas",
                "spec.minReplicas",
                "spec.maxReplicas",
                "spec.scaleTargetRef.kind",
                "spec.scaleTargetRef.name",
                "spec.targetCPUUtilizationPercentage",
                "spec.metrics[].resource.name",
                "spec.metrics[].containerResource.name",
                "spec.metrics[].pods.metric.name",
                "spec.metrics[].object.metric.name",
                "spec.metrics[].external.metric.name",
                "status.replicas",
                "status.readyReplicas",
                "status.updatedReplicas",
                "status.observedGeneration",
                "status.desiredNumberScheduled",
                "status.numberReady",
                "status.startTime",
                "status.conditions[].type",
                "status.conditions[].status")) paths.add("items[]." + field);
        for (String template : List.of("spec.template", "spec.jobTemplate.spec.template"))
            for (String field : pod()) paths.add("items[]." + template + ".spec." + field);
        return paths;
    }

    private static List<String> pod() {
        List<String> fields = new ArrayList<>(List.of(
                "securityContext.runAsNonRoot",
                "securityContext.runAsUser",
                "volumes[].secret.secretName",
                "volumes[].secret.optional"));
        for (String list : List.of("containers[]", "initContainers[]"))
            for (String field : List.of(
                    "image",
                    "resources.limits.memory",
                    "livenessProbe.httpGet.path",
                    "readinessProbe.httpGet.path",
                    "securityContext.runAsNonRoot",
                    "securityContext.runAsUser",
                    "securityContext.privileged",
                    "env[].valueFrom.secretKeyRef.name",
                    "env[].valueFrom.secretKeyRef.key",
                    "env[].valueFrom.secretKeyRef.optional",
                    "envFrom[].secretRef.name",
                    "envFrom[].secretRef.optional")) fields.add(list + "." + field);
        return fields;
    }
}
