package io.github.assaymark.facts.exports;

import io.github.assaymark.model.fact.SecretState;
import io.github.assaymark.model.fact.StateSource;
import io.github.assaymark.model.fact.Workload;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code aws ecs} prints about services and task definitions, put into one list. */
final class EcsKinds {
    private EcsKinds() {}

    static List<ExportKind> all() {
        return List.of(new ExportKind(
                        "aws.ecs.services",
                        "services of Amazon ECS with the task definitions they run and what scales them; secrets they could not"
                                + " have started without",
                        "(aws ecs describe-services --cluster CLUSTER --services SERVICES; for d in TASK-DEFINITIONS; do aws ecs"
                                + " describe-task-definition --task-definition $d; done; aws application-autoscaling"
                                + " describe-scalable-targets --service-namespace ecs) | jq --slurp .",
                        ExportKind.Format.JSON,
                        List.of(
                                "[].services[].serviceName, clusterArn, status, desiredCount, taskDefinition",
                                "services[].deployments[].status, rolloutState, desiredCount, runningCount",
                                "failures: whether there are any",
                                "[].taskDefinition.taskDefinitionArn, family, revision, memory: that it is there",
                                "containerDefinitions[].image, memory, user, privileged",
                                "healthCheck.command: that it is there",
                                "secrets[].valueFrom",
                                "[].ScalableTargets[].ResourceId"),
                        List.of(Workload.class, SecretState.class),
                        EcsKinds::services)
                .some(List.of(SecretState.class)));
    }

    private static void services(Exported file) {
        EcsServices services = new EcsServices(file, StateSource.DEPLOYED);
        boolean asked = false;
        boolean scaling = false;
        for (JsonValue output : AwsKinds.outputs(file)) {
            asked |= output.get("services") != null;
            scaling |= output.get("ScalableTargets") != null;
            for (JsonValue failure : output.list("failures"))
                file.gap(failure, "ECS did not tell of it: " + Exported.shown(failure.text("reason", "")));
            for (JsonValue service : output.list("services")) service(file, service, services);
            JsonValue definition = output.get("taskDefinition");
            if (definition != null) definition(file, definition, services);
            for (JsonValue target : output.list("ScalableTargets"))
                if (target.text("ResourceId") != null) services.scaled(target.text("ResourceId", ""));
        }
        if (!asked) file.gap("", "there are no services in it");
        else if (!scaling) file.gap("", "there are no ScalableTargets in it: " + AwsKinds.LIST);
        services.tell();
    }

    private static void service(Exported file, JsonValue service, EcsServices services) {
        String name = file.required(service, "serviceName");
        String definition = file.required(service, "taskDefinition");
        if (name == null || definition == null) return;
        // A service that was deleted is told of for a while.
        if ("INACTIVE".equals(service.text("status"))) return;
        int wanted = service.integer("desiredCount", -1);
        JsonValue primary = primary(service);
        int ready = primary == null ? -1 : primary.integer("runningCount", -1);
        String rollout = primary == null ? null : primary.text("rolloutState");
        boolean settled = wanted > 0
                && ready >= wanted
                && service.list("deployments").size() == 1
                && (rollout == null || rollout.equals("COMPLETED"));
        services.service(new EcsServices.Service(
                service, name, service.text("clusterArn"), definition, wanted, ready, settled, null));
    }

    /** The deployment of what the service runs now; copies of others are not counted. */
    private static @Nullable JsonValue primary(JsonValue service) {
        for (JsonValue deployment : service.list("deployments"))
            if ("PRIMARY".equals(deployment.text("status"))) return deployment;
        return null;
    }

    private static void definition(Exported file, JsonValue definition, EcsServices services) {
        String family = file.required(definition, "family");
        String arn = file.required(definition, "taskDefinitionArn");
        if (family == null || arn == null) return;
        services.definition(
                definition.text("taskDefinitionArn"),
                family,
                definition.text("revision"),
                definition.list("containerDefinitions"),
                definition.text("memory") != null);
    }
}
