package io.github.assaymark.facts.exports;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.model.fact.JobRun;
import io.github.assaymark.model.fact.ScalingPolicy;
import io.github.assaymark.model.fact.SecretState;
import io.github.assaymark.model.fact.StateExport;
import io.github.assaymark.model.fact.StateSource;
import io.github.assaymark.model.fact.Workload;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class KubernetesTest {
    static final String CLUSTER = """
            {"apiVersion": "v1", "kind": "List", "items": [
              {"apiVersion": "apps/v1", "kind": "Deployment",
               "metadata": {"name": "billing", "namespace": "production", "generation": 4,
                 "labels": {"app.kubernetes.io/name": "billing"},
                 "annotations": {"kubectl.kubernetes.io/last-applied-configuration": "KANARI"}},
               "spec": {"replicas": 3, "template": {"spec": {
                 "securityContext": {"runAsNonRoot": true},
                 "initContainers": [{"name": "wait", "image": "registry.example.org/wait:2"}],
                 "containers": [{"name": "app", "image": "registry.example.org/billing:1.4.2",
                   "resources": {"limits": {"memory": "256Mi"}},
                   "livenessProbe": {"httpGet": {"path": "/healthz", "port": 8080}},
                   "readinessProbe": {"httpGet": {"path": "/readyz", "port": 8080}},
                   "command": ["KANARI"],
                   "env": [{"name": "PLAIN", "value": "KANARI"},
                     {"name": "KEY", "valueFrom": {"secretKeyRef": {"name": "billing-keys", "key": "stripe"}}},
                     {"name": "MAYBE", "valueFrom": {"secretKeyRef": {"name": "perhaps", "key": "x", "optional": true}}}],
                   "envFrom": [{"secretRef": {"name": "billing-env"}}]}],
                 "volumes": [{"name": "tls", "secret": {"secretName": "billing-tls"}}]}}},
               "status": {"observedGeneration": 4, "replicas": 3, "updatedReplicas": 3, "readyReplicas": 3}},
              {"apiVersion": "apps/v1", "kind": "Deployment",
               "metadata": {"name": "orders", "namespace": "production", "generation": 9},
               "spec": {"replicas": 2, "template": {"spec": {
                 "containers": [{"name": "app", "image": "orders:latest", "securityContext": {"runAsUser": 0},
                   "envFrom": [{"secretRef": {"name": "orders-env"}}]}]}}},
               "status": {"observedGeneration": 8, "replicas": 2, "updatedReplicas": 1}},
              {"apiVersion": "autoscaling/v2", "kind": "HorizontalPodAutoscaler",
               "metadata": {"name": "billing", "namespace": "production"},
               "spec": {"scaleTargetRef": {"apiVersion": "apps/v1", "kind": "Deployment", "name": "billing"},
                 "minReplicas": 2, "maxReplicas": 6,
                 "metrics": [{"type": "Resource", "resource": {"name": "cpu"}}]}},
              {"apiVersion": "batch/v1", "kind": "CronJob", "metadata": {"name": "settle", "namespace": "production"},
               "spec": {"schedule": "0 3 * * *", "jobTemplate": {"spec": {"template": {"spec": {
                 "containers": [{"name": "settle", "image": "settle:7"}]}}}}}},
              {"apiVersion": "batch/v1", "kind": "Job",
               "metadata": {"name": "settle-29", "namespace": "production",
                 "ownerReferences": [{"kind": "CronJob", "name": "settle"}]},
               "spec": {"template": {"spec": {"containers": [{"name": "settle", "image": "settle:7"}]}}},
               "status": {"startTime": "2026-03-02T03:00:00Z", "conditions": [{"type": "Complete", "status": "True"}]}},
              {"apiVersion": "batch/v1", "kind": "Job",
               "metadata": {"name": "settle-30", "namespace": "production",
                 "ownerReferences": [{"kind": "CronJob", "name": "settle"}]},
               "spec": {"template": {"spec": {"containers": [{"name": "settle", "image": "settle:7"}]}}},
               "status": {"startTime": "2026-03-02T04:00:00Z",
                 "conditions": [{"type": "Failed", "status": "True", "message": "KANARI"}]}},
              {"apiVersion": "batch/v1", "kind": "Job",
               "metadata": {"name": "settle-31", "namespace": "production",
                 "ownerReferences": [{"kind": "CronJob", "name": "settle"}]},
               "spec": {"template": {"spec": {"containers": [{"name": "settle", "image": "settle:7"}]}}},
               "status": {"startTime": "2026-03-02T05:00:00Z", "active": 1}},
              {"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "leaked"}, "data": {"password": "KANARI"}}]}""";

    private static StateFixture cluster(String text) {
        return new StateFixture().export("kubernetes.workloads", "cluster.json", text);
    }

    private static Workload named(StateFixture state, String name) {
        return state.facts(Workload.class).stream()
                .filter(workload -> workload.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void workloads_of_a_cluster_are_read() {
        StateFixture state = cluster(CLUSTER);
        assertThat(state.facts(Workload.class))
                .extracting(Workload::key)
                .containsExactly(
                        "prod:production/CronJob/settle",
                        "prod:production/Deployment/billing",
                        "prod:production/Deployment/orders");
        Workload billing = named(state, "billing");
        assertThat(billing.owner()).isEqualTo(StateFixture.BILLING);
        assertThat(billing.service()).isEqualTo("billing");
        assertThat(billing.stage()).isEqualTo("prod");
        assertThat(List.of(billing.replicas(), billing.ready())).containsExactly(3, 3);
        assertThat(billing.livenessPath()).isEqualTo("/healthz");
        assertThat(billing.readinessPath()).isEqualTo("/readyz");
        assertThat(billing.images())
                .containsExactly("registry.example.org/billing:1.4.2", "registry.example.org/wait:2");
        assertThat(List.of(
                        billing.liveness(),
                        billing.readiness(),
                        billing.autoscaled(),
                        billing.limited(),
                        billing.unprivileged()))
                .containsOnly(true);
        assertThat(billing.source()).isEqualTo(StateSource.DEPLOYED);
        assertThat(billing.at()).isEqualTo(StateFixture.AT);
        Workload orders = named(state, "orders");
        assertThat(orders.owner()).isEqualTo(StateFixture.ORDERS);
        assertThat(orders.ready()).isZero();
        assertThat(List.of(
                        orders.liveness(),
                        orders.readiness(),
                        orders.autoscaled(),
                        orders.limited(),
                        orders.unprivileged()))
                .containsOnly(false);
        assertThat(state.coverage(Workload.class, StateFixture.BILLING)).containsExactly("[source=DEPLOYED] COMPLETE");
    }

    @Test
    void autoscalers_and_runs_that_ended_are_read() {
        StateFixture state = cluster(CLUSTER);
        ScalingPolicy scaling = state.only(ScalingPolicy.class);
        assertThat(scaling.target()).isEqualTo("production/Deployment/billing");
        assertThat(List.of(scaling.minimum(), scaling.maximum())).containsExactly(2, 6);
        assertThat(scaling.metric()).isEqualTo("cpu");
        List<JobRun> runs = state.facts(JobRun.class);
        assertThat(runs).extracting(JobRun::job).containsOnly("settle");
        assertThat(runs).extracting(JobRun::succeeded).containsExactly(true, false);
        assertThat(runs.get(0).startedAt()).isEqualTo(Instant.parse("2026-03-02T03:00:00Z"));
        assertThat(state.coverage(JobRun.class, StateFixture.BILLING))
                .containsExactly("[] PARTIAL [an export of kind kubernetes.workloads holds some of them only]");
    }

    @Test
    void secrets_are_there_when_what_needs_them_runs() {
        StateFixture state = cluster(CLUSTER);
        assertThat(state.facts(SecretState.class))
                .extracting(SecretState::name)
                .containsExactly("billing-env", "billing-keys", "billing-keys/stripe", "billing-tls");
        assertThat(state.coverage(SecretState.class, ""))
                .containsExactly("[] PARTIAL [an export of kind kubernetes.workloads holds some of them only]");
        StateFixture names = new StateFixture()
                .export(
                        "kubernetes.secret-names",
                        "secrets.txt",
                        "secret/billing-env\nsecret/billing-tls\nError from server\n",
                        "\"complete\": true, \"scope\": {\"stage\": \"staging\"}");
        assertThat(names.facts(SecretState.class))
                .extracting(SecretState::key)
                .containsExactly("billing-env/staging", "billing-tls/staging");
        assertThat(names.gaps(SecretState.class, "")).contains("#L3: it is no name of a secret such as secret/billing");
    }

    @Test
    void names_of_secrets_make_what_a_cluster_shows_of_them_complete() {
        StateFixture state = cluster(CLUSTER).export("kubernetes.secret-names", "secrets.txt", "secret/billing-env\n");
        assertThat(state.coverage(SecretState.class, "")).containsExactly("[] COMPLETE");
    }

    @Test
    void what_is_missing_in_a_list_is_a_gap() {
        assertThat(cluster(
                                "{\"apiVersion\": \"v1\", \"kind\": \"PodList\", \"metadata\": {\"continue\": \"abc\"}, \"items\": ["
                                        + "{\"apiVersion\": \"v1\", \"kind\": \"Pod\", \"metadata\": {\"name\": \"a\"}},"
                                        + "{\"apiVersion\": \"apps/v1\", \"kind\": \"Deployment\", \"metadata\": {}},"
                                        + "{\"apiVersion\": \"apps/v1\", \"kind\": \"Deployment\", \"metadata\": {\"name\": \"b\"}},"
                                        + "{\"apiVersion\": \"autoscaling/v2\", \"kind\": \"HorizontalPodAutoscaler\"}]}")
                        .gaps(Workload.class, ""))
                .contains(
                        "there are more pages of this list",
                        "/items/0: a Pod that nothing owns is not read",
                        "/items/1: it has no metadata.name",
                        "/items/2: it has no containers in its template",
                        "/items/3: it does not say what it scales");
        assertThat(cluster("{\"Reservations\": []}").gaps(Workload.class, ""))
                .containsExactly("it is no object of Kubernetes: it has no apiVersion and kind");
        assertThat(new StateFixture()
                        .export(
                                "kubernetes.workloads",
                                "c.json",
                                "{\"apiVersion\": \"v1\", \"kind\": \"List\", \"items\": []}")
                        .manifest(
                                "{\"schemaVersion\": 1, \"entries\": [{\"path\": \"c.json\", \"kind\": \"kubernetes.workloads\","
                                        + " \"command\": \"kubectl get deploy -o json\", \"complete\": true,"
                                        + " \"finishedAt\": \"2026-03-02T09:30:00Z\"}]}")
                        .gaps(Workload.class, ""))
                .containsExactly("its command did not ask for horizontalpodautoscalers");
        assertThat(new StateFixture()
                        .entry(
                                "\"kind\": \"kubernetes.workloads\", \"finishedAt\": \"2026-03-02T09:30:00Z\", \"httpStatus\": 403,"
                                        + " \"scope\": {\"stage\": \"prod\"}")
                        .coverage(Workload.class, ""))
                .containsExactly(
                        "[source=DEPLOYED, stage!=prod] NOT_ATTEMPTED [nobody exported it: `assay collect --describe` lists the commands]",
                        "[source=DEPLOYED, stage=prod] DENIED [access was denied]");
        assertThat(new StateFixture().coverage(StateExport.class, "")).isNotEmpty();
    }
}
