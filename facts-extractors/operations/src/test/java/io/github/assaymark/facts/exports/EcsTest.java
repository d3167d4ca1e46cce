package io.github.assaymark.facts.exports;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.model.fact.SecretState;
import io.github.assaymark.model.fact.StateSource;
import io.github.assaymark.model.fact.Workload;
import java.util.List;
import org.junit.jupiter.api.Test;

class EcsTest {
    static final String SERVICES = """
            [{"services": [
               {"serviceName": "billing", "clusterArn": "arn:aws:ecs:eu-central-1:000000000000:cluster/main", "status": "ACTIVE",
                "desiredCount": 3, "runningCount": 3, "taskDefinition": "arn:aws:ecs:eu-central-1:000000000000:task-definition/billing:8",
                "deployments": [{"id": "KANARI", "status": "PRIMARY", "rolloutState": "COMPLETED", "desiredCount": 3, "runningCount": 3}],
                "events": [{"message": "KANARI"}], "roleArn": "KANARI"},
               {"serviceName": "orders", "clusterArn": "arn:aws:ecs:eu-central-1:000000000000:cluster/main", "status": "ACTIVE",
                "desiredCount": 2, "runningCount": 2, "taskDefinition": "arn:aws:ecs:eu-central-1:000000000000:task-definition/orders:5",
                "deployments": [{"status": "PRIMARY", "rolloutState": "IN_PROGRESS", "desiredCount": 2, "runningCount": 1},
                  {"status": "ACTIVE", "desiredCount": 2, "runningCount": 1}]},
               {"serviceName": "gone", "status": "INACTIVE", "taskDefinition": "gone:1"}], "failures": []},
             {"taskDefinition": {"taskDefinitionArn": "arn:aws:ecs:eu-central-1:000000000000:task-definition/billing:8",
                "family": "billing", "revision": 8, "containerDefinitions": [
                {"name": "app", "image": "registry.example.org/billing:1.4.2", "memory": 256, "user": "app",
                 "healthCheck": {"command": ["KANARI"]}, "command": ["KANARI"], "environment": [{"name": "KEY", "value": "KANARI"}],
                 "secrets": [{"name": "STRIPE", "valueFrom": "arn:aws:ssm:eu-central-1:000000000000:parameter/loop/stripe"},
                   {"name": "MAIL", "valueFrom": "arn:aws:secretsmanager:eu-central-1:000000000000:secret:loop/mail-Ab12Cd:key::"}]}]}},
             {"taskDefinition": {"taskDefinitionArn": "arn:aws:ecs:eu-central-1:000000000000:task-definition/orders:5",
                "family": "orders", "revision": 5, "memory": "1024", "containerDefinitions": [
                {"name": "app", "image": "registry.example.org/orders:9", "secrets": [{"valueFrom": "plain"}]}]}},
             {"ScalableTargets": [{"ResourceId": "service/main/billing", "MinCapacity": 2, "MaxCapacity": 4, "RoleARN": "KANARI"}]}]""";

    private static StateFixture export(String text) {
        return new StateFixture().export("aws.ecs.services", "ecs.json", text);
    }

    private static Workload named(StateFixture state, String name) {
        return state.facts(Workload.class).stream()
                .filter(workload -> workload.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void service_is_a_workload_with_what_its_task_definition_says() {
        StateFixture state = export(SERVICES);
        assertThat(state.facts(Workload.class))
                .extracting(Workload::key)
                .containsExactly("main/EcsService/billing", "main/EcsService/orders");
        Workload billing = named(state, "billing");
        assertThat(billing.owner()).isEqualTo(StateFixture.BILLING);
        assertThat(billing.source()).isEqualTo(StateSource.DEPLOYED);
        assertThat(List.of(billing.replicas(), billing.ready())).containsExactly(3, 3);
        assertThat(billing.images()).containsExactly("registry.example.org/billing:1.4.2");
        assertThat(List.of(
                        billing.liveness(),
                        billing.readiness(),
                        billing.autoscaled(),
                        billing.limited(),
                        billing.unprivileged()))
                .containsExactly(true, false, true, true, true);
        Workload orders = named(state, "orders");
        assertThat(List.of(orders.replicas(), orders.ready())).containsExactly(2, 1);
        assertThat(List.of(orders.liveness(), orders.autoscaled(), orders.limited(), orders.unprivileged()))
                .containsExactly(false, false, true, false);
        assertThat(state.gaps(Workload.class, "")).isEmpty();
    }

    @Test
    void secrets_are_there_when_all_copies_run_that_ask_for_them() {
        StateFixture state = export(SERVICES);
        assertThat(state.facts(SecretState.class))
                .extracting(secret -> secret.name() + " " + secret.store() + " " + secret.owner())
                .containsExactly(
                        "/loop/stripe ssm " + StateFixture.BILLING,
                        "loop/mail/key secretsmanager " + StateFixture.BILLING);
    }

    @Test
    void what_is_missing_is_a_gap() {
        assertThat(export("{\"services\": [{\"serviceName\": \"a\", \"taskDefinition\": \"a:1\"}, {}],"
                                + " \"failures\": [{\"reason\": \"MISSING\"}]}")
                        .gaps(Workload.class, ""))
                .containsExactlyInAnyOrder(
                        "/failures/0: ECS did not tell of it: MISSING",
                        "/services/1: it has no serviceName",
                        "/services/1: it has no taskDefinition",
                        "there are no ScalableTargets in it: put the outputs of all into one list with `jq --slurp`",
                        "/services/0: its task definition is not in it: a:1");
        assertThat(export("[{\"taskDefinition\": {\"revision\": 1}}]").gaps(Workload.class, ""))
                .containsExactlyInAnyOrder(
                        "/0/taskDefinition: it has no family",
                        "/0/taskDefinition: it has no taskDefinitionArn",
                        "there are no services in it");
        assertThat(export("[[[1]], \"x\", null]").gaps(Workload.class, "")).contains("there are no services in it");
    }
}
