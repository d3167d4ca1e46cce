package io.github.assaymark.facts.exports;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.model.fact.ScalingPolicy;
import io.github.assaymark.model.fact.StateSource;
import io.github.assaymark.model.fact.Workload;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class KubernetesFilesTest {
    private static String deployment(String name, String probe) {
        return """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: %s}
                spec:
                  template:
                    spec:
                      containers:
                        - name: app
                          image: %s:3
                          %s
                """.formatted(name, name, probe);
    }

    private static final String PROBE = "livenessProbe: {httpGet: {path: /healthz, port: 80}}";

    private static List<String> coverage(StateFixture state, String owner) {
        return state.coverage("kubernetes", Workload.class, owner);
    }

    @Test
    void documents_and_lists_of_a_file_say_what_is_meant_to_run() {
        StateFixture state = new StateFixture()
                .file("deploy/all.yaml", deployment("billing", PROBE) + "---\n" + """
                        apiVersion: v1
                        kind: List
                        items:
                          - apiVersion: autoscaling/v2
                            kind: HorizontalPodAutoscaler
                            metadata: {name: billing}
                            spec: {maxReplicas: 4, scaleTargetRef: {kind: Deployment, name: billing}}
                          - apiVersion: v1
                            kind: Secret
                            metadata: {name: keys}
                            stringData: {password: hunter2hunter2}
                        """)
                .file("services/orders/k8s.yaml", deployment("web", ""));
        Workload billing = state.facts(Workload.class).get(0);
        assertThat(billing.key()).isEqualTo("Deployment/billing");
        assertThat(billing.owner()).isEqualTo(StateFixture.BILLING);
        assertThat(billing.source()).isEqualTo(StateSource.DECLARED);
        assertThat(billing.at()).isNull();
        assertThat(List.of(billing.replicas(), billing.ready())).containsExactly(-1, -1);
        assertThat(billing.livenessPath()).isEqualTo("/healthz");
        assertThat(billing.autoscaled()).isTrue();
        assertThat(Objects.requireNonNull(billing.provenance().place()).path()).isEqualTo("deploy/all.yaml");
        assertThat(state.facts(Workload.class).get(1).owner()).isEqualTo(StateFixture.ORDERS);
        assertThat(state.only(ScalingPolicy.class).minimum()).isEqualTo(1);
        assertThat(coverage(state, StateFixture.BILLING)).containsExactly("[source=DECLARED] COMPLETE");
        assertThat(state.snapshot().facts().toString()).doesNotContain("hunter2");
    }

    @Test
    void broken_file_outside_of_services_leaves_every_service_open_and_one_of_a_service_only_this() {
        StateFixture state = new StateFixture()
                .file("services/orders/k8s.yaml", "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: [\n");
        assertThat(coverage(state, StateFixture.BILLING)).containsExactly("[source=DECLARED] COMPLETE");
        assertThat(coverage(state, StateFixture.ORDERS))
                .singleElement()
                .asString()
                .contains("PARTIAL");
        StateFixture shared = new StateFixture()
                .file("deploy/k8s.yaml", "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: [\n");
        assertThat(coverage(shared, StateFixture.BILLING))
                .singleElement()
                .asString()
                .contains("PARTIAL");
    }

    @Test
    void charts_are_not_read_before_they_are_rendered() {
        StateFixture chart = new StateFixture()
                .file("charts/billing/Chart.yaml", "apiVersion: v2\nname: billing\n")
                .file(
                        "charts/billing/templates/deployment.yaml",
                        "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: {{ .Release.Name }}\n")
                .file("charts/billing/templates/plain.yaml", deployment("billing", ""));
        assertThat(chart.facts(Workload.class)).isEmpty();
        assertThat(coverage(chart, StateFixture.BILLING))
                .containsExactly(
                        "[source=DECLARED] PARTIAL [templates of a chart are not read: export what `helm template` makes of"
                                + " it as kind kubernetes.manifests with \"chart\": \"charts/billing\" in its scope]");
        StateFixture rendered = new StateFixture()
                .file("charts/billing/Chart.yaml", "apiVersion: v2\nname: billing\n")
                .export(
                        "kubernetes.manifests",
                        "billing.yaml",
                        "---\n# Source: billing/templates/deployment.yaml\n" + deployment("billing", PROBE) + "---\n",
                        "\"complete\": true, \"scope\": {\"chart\": \"charts/billing/\", \"stage\": \"prod\"}");
        assertThat(rendered.only(Workload.class).source()).isEqualTo(StateSource.DECLARED);
        assertThat(rendered.only(Workload.class).stage()).isEqualTo("prod");
        assertThat(coverage(rendered, StateFixture.BILLING)).containsExactly("[source=DECLARED] COMPLETE");
        assertThat(rendered.coverage(Workload.class, StateFixture.BILLING))
                .containsExactly(
                        "[source=DECLARED, stage=prod] COMPLETE",
                        "[source=DEPLOYED] NOT_ATTEMPTED [nobody exported it: `assay collect --describe` lists the commands]");
        assertThat(new StateFixture()
                        .export("kubernetes.manifests", "values.yaml", "replicas: 3\n")
                        .gaps(Workload.class, ""))
                .containsExactly(
                        "it is no object of Kubernetes: it has no apiVersion and kind",
                        "nobody exported it: `assay collect --describe` lists the commands");
    }

    @Test
    void template_outside_of_a_chart_is_a_gap() {
        assertThat(coverage(
                        new StateFixture()
                                .file(
                                        "deploy/k8s.yaml",
                                        "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: {{ name }}\n"),
                        ""))
                .containsExactly(
                        "[source=DECLARED] PARTIAL [it is a template, which is not read before it is rendered]");
    }

    @Test
    void kustomization_that_lists_files_changes_nothing_and_one_that_patches_leaves_them_open() {
        StateFixture plain = new StateFixture()
                .file("deploy/kustomization.yaml", "resources: [billing.yaml]\n")
                .file("deploy/billing.yaml", deployment("billing", PROBE));
        assertThat(plain.facts(Workload.class)).hasSize(1);
        assertThat(coverage(plain, "")).containsExactly("[source=DECLARED] COMPLETE");
        StateFixture patched = new StateFixture()
                .file("deploy/base/kustomization.yaml", "resources: [billing.yaml]\n")
                .file("deploy/base/billing.yaml", deployment("billing", ""))
                .file("deploy/prod/patch.yaml", deployment("billing", PROBE))
                .file("deploy/prod/kustomization.yaml", "resources: [../base]\npatches: [{path: patch.yaml}]\n");
        assertThat(patched.facts(Workload.class)).isEmpty();
        assertThat(coverage(patched, StateFixture.BILLING))
                .containsExactly(
                        "[source=DECLARED] PARTIAL [what it changes is not resolved (patches): export what `kustomize build`"
                                + " makes of it as kind kubernetes.manifests with \"chart\": \"deploy/prod\" in its scope]");
        assertThat(coverage(
                        new StateFixture()
                                .file(
                                        "deploy/kustomization.yaml",
                                        "resources: ['https://example.org/x?ref=1', gone.yaml]\n"),
                        ""))
                .containsExactly("[source=DECLARED] PARTIAL [it names files that are not here]");
        assertThat(coverage(new StateFixture().file("deploy/kustomization.yaml", "resources: [\n"), ""))
                .containsExactly("[source=DECLARED] PARTIAL [the kustomization was not understood]");
    }

    @Test
    void what_kustomize_makes_of_files_counts_alone() {
        StateFixture state = new StateFixture()
                .file("deploy/prod/kustomization.yaml", "resources: [billing.yaml]\nnamePrefix: x-\n")
                .file("deploy/prod/billing.yaml", deployment("billing", ""))
                .export(
                        "kubernetes.manifests",
                        "prod.yaml",
                        deployment("x-billing", PROBE),
                        "\"complete\": true, \"scope\": {\"chart\": \"./deploy/prod\", \"service\": \"billing\"}");
        assertThat(state.only(Workload.class).name()).isEqualTo("x-billing");
        assertThat(state.only(Workload.class).owner()).isEqualTo(StateFixture.BILLING);
        assertThat(coverage(state, StateFixture.BILLING)).containsExactly("[source=DECLARED] COMPLETE");
    }
}
