package io.github.assaymark.facts.exports;

import io.github.assaymark.model.fact.JobRun;
import io.github.assaymark.model.fact.ScalingPolicy;
import io.github.assaymark.model.fact.SecretState;
import io.github.assaymark.model.fact.StateSource;
import io.github.assaymark.model.fact.Workload;
import java.util.List;
import java.util.Locale;

/** What {@code kubectl} prints, and what {@code helm template} and {@code kustomize build} make. */
final class KubernetesKinds {
    private static final List<String> KEPT = List.of(
            "kind",
            "metadata.name, namespace, labels app.kubernetes.io/name and app",
            "spec.replicas",
            "containers[].image, livenessProbe and readinessProbe: that they are there and httpGet.path",
            "containers[].resources.limits.memory: that it is there",
            "securityContext.runAsNonRoot, runAsUser, privileged",
            "names and keys of secrets in env, envFrom and volumes",
            "scaleTargetRef, minReplicas, maxReplicas, names of metrics",
            "status: copies, startTime, conditions Complete and Failed");

    private KubernetesKinds() {}

    static List<ExportKind> all() {
        return List.of(
                new ExportKind(
                                "kubernetes.workloads",
                                "workloads of a cluster with their autoscalers and runs of jobs; secrets they could not have started without",
                                "kubectl get deployments,statefulsets,daemonsets,cronjobs,jobs,horizontalpodautoscalers --namespace NAMESPACE --output json",
                                ExportKind.Format.JSON,
                                KEPT,
                                List.of(Workload.class, ScalingPolicy.class, JobRun.class, SecretState.class),
                                KubernetesKinds::workloads)
                        .some(List.of(JobRun.class, SecretState.class)),
                new ExportKind(
                                "kubernetes.manifests",
                                "rendered manifests; the entry's scope names the directory of the chart or kustomization as `chart`",
                                "helm template CHART --values VALUES, or kustomize build OVERLAY",
                                ExportKind.Format.YAML,
                                KEPT,
                                List.of(Workload.class, ScalingPolicy.class),
                                KubernetesKinds::manifests)
                        .declaring(List.of(Workload.class, ScalingPolicy.class)),
                new ExportKind(
                        "kubernetes.secret-names",
                        "names of secrets of a namespace",
                        "kubectl get secrets --namespace NAMESPACE --output name",
                        ExportKind.Format.TEXT,
                        List.of("secret/NAME"),
                        List.of(SecretState.class),
                        KubernetesKinds::secretNames));
    }

    private static void workloads(Exported file) {
        JsonValue root = file.root();
        if (root == null) return;
        if (!KubernetesReading.isObject(root)) {
            file.gap("", "it is no object of Kubernetes: it has no apiVersion and kind");
            return;
        }
        String command = file.entry().command().toLowerCase(Locale.ROOT);
        boolean asked = !command.contains("kubectl")
                || command.contains("hpa")
                || command.contains("horizontalpodautoscaler")
                || file.text().contains("HorizontalPodAutoscaler");
        if (!asked) file.gap("", "its command did not ask for horizontalpodautoscalers");
        KubernetesReading reading = new KubernetesReading(file, StateSource.DEPLOYED);
        reading.take(root);
        reading.tell();
    }

    private static void manifests(Exported file) {
        KubernetesReading reading = new KubernetesReading(file, StateSource.DECLARED);
        for (JsonValue document : file.documents()) {
            if (document.node().isNull()) continue;
            if (KubernetesReading.isObject(document)) reading.take(document);
            else file.gap(document, "it is no object of Kubernetes: it has no apiVersion and kind");
        }
        reading.tell();
    }

    private static void secretNames(Exported file) {
        int line = 0;
        for (String text : file.text().lines().toList()) {
            line++;
            String name = text.strip();
            if (name.isEmpty()) continue;
            if (!name.matches("secret/[a-z0-9.-]{1,253}")) {
                file.gap("#L" + line, "it is no name of a secret such as secret/billing");
                continue;
            }
            String stage = file.stage(null);
            String service = file.service(null);
            String shown = Exported.shown(name.substring("secret/".length()));
            file.fact(new SecretState(
                    file.key(shown + (stage == null ? "" : "/" + stage)),
                    file.owner(service),
                    file.at("#L" + line),
                    shown,
                    service,
                    stage,
                    "kubernetes",
                    true,
                    false,
                    null,
                    file.observedAt()));
        }
    }
}
