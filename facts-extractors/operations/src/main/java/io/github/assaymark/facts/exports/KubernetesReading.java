package io.github.assaymark.facts.exports;

import io.github.assaymark.model.fact.JobRun;
import io.github.assaymark.model.fact.ScalingPolicy;
import io.github.assaymark.model.fact.SecretState;
import io.github.assaymark.model.fact.StateSource;
import io.github.assaymark.model.fact.Workload;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Objects of Kubernetes as {@code kubectl get -o json} prints them and as manifests hold them (Kubernetes API
 * reference: apps/v1, batch/v1, autoscaling/v1 and v2). Of a container its image, probes, limits and security context
 * are read, never its environment but for the names of secrets it refers to; objects of kind Secret are passed over.
 * Used by one thread, once.
 */
final class KubernetesReading {
    private static final Set<String> GROUPS = Set.of("apps", "batch", "extensions", "argoproj.io");
    private static final Set<String> KINDS =
            Set.of("Deployment", "StatefulSet", "DaemonSet", "CronJob", "Job", "Rollout");
    private static final int MAX_DEPTH = 4;

    private final Target target;
    private final StateSource source;
    private final List<JsonValue> workloads = new ArrayList<>();
    private final Map<String, JsonValue> autoscalers = new TreeMap<>();

    KubernetesReading(Target target, StateSource source) {
        this.target = target;
        this.source = source;
    }

    /** Whether a document is something of Kubernetes that could be read here. */
    static boolean isObject(JsonValue document) {
        return document.text("apiVersion") != null && document.text("kind") != null;
    }

    /** Takes an object, or the objects of a list. */
    void take(JsonValue object) {
        take(object, 0);
    }

    private void take(JsonValue object, int depth) {
        String kind = object.text("kind", "");
        String group = group(object);
        if (kind.endsWith("List") && object.get("items") != null) {
            JsonValue more = object.at("metadata", "continue");
            if (more != null && !"".equals(more.text())) target.gap(object, "there are more pages of this list");
            if (depth < MAX_DEPTH) object.list("items").forEach(item -> take(item, depth + 1));
            else target.gap(object, "lists are nested too deeply");
        } else if (source == StateSource.DECLARED && object.at("metadata", "uid") != null) {
            // A cluster gave it this: the file was exported, whatever it is kept for.
            return;
        } else if (KINDS.contains(kind) && GROUPS.contains(group)) {
            workloads.add(object);
        } else if (kind.equals("HorizontalPodAutoscaler") && group.equals("autoscaling")) {
            autoscaler(object);
        } else if (Set.of("Pod", "ReplicaSet", "ReplicationController").contains(kind)
                && object.at("metadata", "ownerReferences") == null) {
            target.gap(object, "a " + kind + " that nothing owns is not read");
        }
    }

    private static String group(JsonValue object) {
        String version = object.text("apiVersion", "");
        int slash = version.indexOf('/');
        return slash < 0 ? "" : version.substring(0, slash);
    }

    private void autoscaler(JsonValue object) {
        JsonValue of = object.at("spec", "scaleTargetRef");
        String kind = of == null ? null : of.text("kind");
        String name = of == null ? null : of.text("name");
        if (kind == null || name == null) target.gap(object, "it does not say what it scales");
        else autoscalers.put(id(namespace(object), kind, name), object);
    }

    /** Says what was taken. */
    void tell() {
        for (JsonValue object : workloads) {
            String name = text(object, "metadata", "name");
            if (name == null) target.gap(object, "it has no metadata.name");
            else workload(object, Exported.shown(name));
        }
        autoscalers.forEach((id, object) -> scaling(object));
    }

    private void workload(JsonValue object, String name) {
        String kind = object.text("kind", "");
        JsonValue run = kind.equals("Job") ? object : null;
        if (run != null && source == StateSource.DEPLOYED) run(run, name);
        // What a CronJob makes is no workload of its own.
        if (run != null && owner(run, "CronJob") != null) return;
        JsonValue pod = kind.equals("CronJob")
                ? object.at("spec", "jobTemplate", "spec", "template", "spec")
                : object.at("spec", "template", "spec");
        List<JsonValue> containers = pod == null ? List.of() : pod.list("containers");
        if (pod == null || containers.isEmpty()) {
            target.gap(object, "it has no containers in its template");
            return;
        }
        List<JsonValue> all = new ArrayList<>(containers);
        all.addAll(pod.list("initContainers"));
        String namespace = namespace(object);
        String stage = target.stage(Stages.usual(namespace));
        String service = service(object, name);
        target.fact(new Workload(
                target.key((stage == null ? "" : stage + ":") + id(namespace, kind, name)),
                target.owner(service == null ? name : service),
                target.at(object),
                name,
                kind,
                namespace == null ? null : Exported.shown(namespace),
                service,
                stage,
                replicas(object, kind),
                ready(object, kind),
                path(containers, "livenessProbe"),
                path(containers, "readinessProbe"),
                containers.stream().allMatch(container -> container.get("livenessProbe") != null),
                containers.stream().allMatch(container -> container.get("readinessProbe") != null),
                all.stream()
                        .map(container -> Exported.shown(container.text("image", "")))
                        .filter(image -> !image.isEmpty())
                        .sorted()
                        .distinct()
                        .toList(),
                autoscalers.containsKey(id(namespace, kind, name)),
                containers.stream().allMatch(container -> container.at("resources", "limits", "memory") != null),
                all.stream().allMatch(container -> isUnprivileged(pod, container)),
                source,
                target.observedAt()));
        if (source == StateSource.DEPLOYED && isRolledOut(object, kind)) secrets(object, pod, all, service, stage);
    }

    private @Nullable String service(JsonValue object, String name) {
        for (String label : List.of("app.kubernetes.io/name", "app")) {
            String named = text(object, "metadata", "labels", label);
            if (named != null
                    && (!target.owner(named).isEmpty() || target.owner(name).isEmpty())) return target.service(named);
        }
        return target.service(target.owner(name).isEmpty() ? null : name);
    }

    private static int replicas(JsonValue object, String kind) {
        if (kind.equals("DaemonSet")) return integer(object, "status", "desiredNumberScheduled");
        return integer(object, "spec", "replicas");
    }

    private int ready(JsonValue object, String kind) {
        if (source == StateSource.DECLARED || kind.equals("CronJob") || kind.equals("Job")) return -1;
        if (kind.equals("DaemonSet")) return integer(object, "status", "numberReady");
        // The field is left out when it is zero.
        return object.get("status") == null ? -1 : Math.max(0, integer(object, "status", "readyReplicas"));
    }

    private static @Nullable String path(List<JsonValue> containers, String probe) {
        for (JsonValue container : containers) {
            String path = text(container, probe, "httpGet", "path");
            if (path != null) return Exported.shown(path);
        }
        return null;
    }

    /** What a container says counts more than what its pod says. */
    private static boolean isUnprivileged(JsonValue pod, JsonValue container) {
        if ("true".equals(text(container, "securityContext", "privileged"))) return false;
        String user = own(pod, container, "runAsUser");
        if ("0".equals(user)) return false;
        return "true".equals(own(pod, container, "runAsNonRoot")) || user != null;
    }

    private static @Nullable String own(JsonValue pod, JsonValue container, String field) {
        String own = text(container, "securityContext", field);
        return own != null ? own : text(pod, "securityContext", field);
    }

    /** Whether all copies run what is written down now, so that everything this asks for was there. */
    private static boolean isRolledOut(JsonValue object, String kind) {
        int wanted = integer(object, "spec", "replicas");
        int generation = integer(object, "metadata", "generation");
        boolean seen = generation > 0 && integer(object, "status", "observedGeneration") == generation;
        return seen
                && wanted > 0
                && (kind.equals("Deployment") || kind.equals("StatefulSet"))
                && integer(object, "status", "updatedReplicas") == wanted
                && integer(object, "status", "replicas") == wanted
                && integer(object, "status", "readyReplicas") == wanted;
    }

    /** A container only starts when the secrets are there that it refers to. */
    private void secrets(
            JsonValue object,
            JsonValue pod,
            List<JsonValue> containers,
            @Nullable String service,
            @Nullable String stage) {
        Set<String> names = new TreeSet<>();
        for (JsonValue container : containers) {
            for (JsonValue variable : container.list("env")) {
                JsonValue of = variable.at("valueFrom", "secretKeyRef");
                if (of == null || of.is("optional") || of.text("name") == null) continue;
                names.add(of.text("name", ""));
                if (of.text("key") != null) names.add(of.text("name", "") + "/" + of.text("key", ""));
            }
            for (JsonValue from : container.list("envFrom")) {
                JsonValue of = from.get("secretRef");
                if (of != null && !of.is("optional") && of.text("name") != null) names.add(of.text("name", ""));
            }
        }
        for (JsonValue volume : pod.list("volumes")) {
            JsonValue of = volume.get("secret");
            if (of != null && !of.is("optional") && of.text("secretName") != null) names.add(of.text("secretName", ""));
        }
        Instant at = target.observedAt();
        if (at == null) return;
        for (String name : names)
            target.fact(new SecretState(
                    target.key(Exported.shown(name) + (stage == null ? "" : "/" + stage)),
                    target.owner(service),
                    target.at(object),
                    Exported.shown(name),
                    service,
                    stage,
                    "kubernetes",
                    true,
                    false,
                    null,
                    at));
    }

    /** A job that ended. */
    private void run(JsonValue object, String name) {
        JsonValue status = object.get("status");
        Instant began = status == null ? null : status.instant("startTime");
        Instant at = target.observedAt();
        if (status == null || began == null || at == null) return;
        boolean complete = has(status, "Complete");
        if (!complete && !has(status, "Failed")) return;
        String of = owner(object, "CronJob");
        String job = of == null ? name : Exported.shown(of);
        String stage = target.stage(Stages.usual(namespace(object)));
        String service = service(object, job);
        target.fact(new JobRun(
                target.key(job + (stage == null ? "" : "/" + stage) + "@" + began),
                target.owner(service),
                target.at(object),
                job,
                service,
                stage,
                complete,
                false,
                began,
                at));
    }

    private static boolean has(JsonValue status, String condition) {
        return status.list("conditions").stream()
                .anyMatch(one -> condition.equals(one.text("type")) && "True".equalsIgnoreCase(one.text("status", "")));
    }

    private static @Nullable String owner(JsonValue object, String kind) {
        JsonValue metadata = object.get("metadata");
        if (metadata == null) return null;
        for (JsonValue owner : metadata.list("ownerReferences"))
            if (kind.equals(owner.text("kind"))) return owner.text("name");
        return null;
    }

    private void scaling(JsonValue object) {
        int most = integer(object, "spec", "maxReplicas");
        String name = text(object, "spec", "scaleTargetRef", "name");
        String kind = text(object, "spec", "scaleTargetRef", "kind");
        if (most < 0 || name == null || kind == null) {
            target.gap(object, "it has no spec.maxReplicas");
            return;
        }
        String namespace = namespace(object);
        String stage = target.stage(Stages.usual(namespace));
        String service = service(object, name);
        // One copy is the least when it says nothing (autoscaling/v2, HorizontalPodAutoscalerSpec).
        int least = integer(object, "spec", "minReplicas");
        String shown = Exported.shown(id(namespace, kind, name));
        target.fact(new ScalingPolicy(
                target.key((stage == null ? "" : stage + ":") + shown),
                target.owner(service == null ? name : service),
                target.at(object),
                shown,
                service,
                stage,
                least < 0 ? 1 : least,
                most,
                metric(object),
                source,
                target.observedAt()));
    }

    private static @Nullable String metric(JsonValue object) {
        if (object.at("spec", "targetCPUUtilizationPercentage") != null) return "cpu";
        JsonValue spec = object.get("spec");
        if (spec == null) return null;
        for (JsonValue metric : spec.list("metrics")) {
            for (String[] way : new String[][] {
                {"resource", "name"},
                {"containerResource", "name"},
                {"pods", "metric", "name"},
                {"object", "metric", "name"},
                {"external", "metric", "name"}
            }) {
                String name = text(metric, way);
                if (name != null) return Exported.shown(name);
            }
        }
        return null;
    }

    private static @Nullable String namespace(JsonValue object) {
        return Exported.shownOrNull(text(object, "metadata", "namespace"));
    }

    private static String id(@Nullable String namespace, String kind, String name) {
        return (namespace == null ? "" : namespace + "/") + kind + "/" + name;
    }

    private static @Nullable String text(JsonValue of, String... path) {
        JsonValue value = of.at(path);
        return value == null ? null : value.text();
    }

    /** A whole number at the end of a path; -1 when there is none. */
    private static int integer(JsonValue of, String first, String second) {
        JsonValue value = of.get(first);
        return value == null ? -1 : value.integer(second, -1);
    }
}
