package io.github.assaymark.collect.kubernetes;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A list of objects that a cluster is asked for; lists of secrets and of what holds their values are not among them.
 */
enum ClusterList {
    DEPLOYMENTS("apps", "v1", "deployments", "Deployment"),
    STATEFUL_SETS("apps", "v1", "statefulsets", "StatefulSet"),
    DAEMON_SETS("apps", "v1", "daemonsets", "DaemonSet"),
    CRON_JOBS("batch", "v1", "cronjobs", "CronJob"),
    JOBS("batch", "v1", "jobs", "Job"),
    AUTOSCALERS("autoscaling", "v2", "horizontalpodautoscalers", "HorizontalPodAutoscaler");

    private final String group;
    private final String version;
    private final String plural;
    private final String kind;

    ClusterList(String group, String version, String plural, String kind) {
        this.group = group;
        this.version = version;
        this.plural = plural;
        this.kind = kind;
    }

    /** The name of the list in addresses. */
    String plural() {
        return plural;
    }

    /** What an object of the list is called, which a list of a cluster leaves out. */
    String kind() {
        return kind;
    }

    String apiVersion() {
        return group + "/" + version;
    }

    /** Where the list is, of one namespace or of all where none is named. */
    String path(String namespace) {
        return "/apis/" + apiVersion() + (namespace.isEmpty() ? "" : "/namespaces/" + namespace) + "/" + plural;
    }

    /** A role that allows exactly these lists. */
    static String role() {
        Map<String, TreeSet<String>> groups = new TreeMap<>();
        for (ClusterList list : values())
            groups.computeIfAbsent(list.group, of -> new TreeSet<>()).add(list.plural);
        String rules = groups.entrySet().stream()
                .map(of -> "  - apiGroups: [" + of.getKey() + "]\n    resources: [" + String.join(", ", of.getValue())
                        + "]\n    verbs: [list]\n")
                .collect(Collectors.joining());
        return """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata:
                  name: assay-collect
                rules:
                """ + rules;
    }

    static List<ClusterList> all() {
        return Stream.of(values()).toList();
    }
}
