package io.github.assaymark.facts.exports;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.fact.CloudResource;
import io.github.assaymark.model.fact.Deployment;
import io.github.assaymark.model.fact.DeploymentStatus;
import io.github.assaymark.model.fact.InfraAction;
import io.github.assaymark.model.fact.SecretState;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checkpoints of Pulumi, also as SST keeps them in its bucket, and SST's summaries of updates (Pulumi: package apitype,
 * DeploymentV3 and ResourceV3; SST: package provider, Summary). Inputs and outputs of resources are passed over, but
 * for the attributes that {@link CloudResources} names and for whether a secret of SST has a placeholder.
 */
final class PulumiKinds {
    private static final String SECRET = "sst:sst:Secret";

    private PulumiKinds() {}

    static List<ExportKind> all() {
        return List.of(
                new ExportKind(
                                "pulumi.stack",
                                "resources of a stack of Pulumi or a stage of SST, and the names of SST's secrets",
                                "pulumi stack export --stack STACK, or sst state export --stage STAGE",
                                ExportKind.Format.JSON,
                                Stream.concat(
                                                Stream.of(
                                                        "resources[].urn, type, delete, external",
                                                        "inputs.placeholder of sst:sst:Secret: whether it is there",
                                                        "pending_operations: whether there are any"),
                                                CloudResources.KEPT.stream()
                                                        .map(of ->
                                                                "resources[].outputs, as Pulumi spells them, of " + of))
                                        .toList(),
                                with(List.of(CloudResource.class, SecretState.class)),
                                PulumiKinds::stack)
                        .some(with(List.of(SecretState.class)))
                        .declaring(CloudResources.DECLARED),
                new ExportKind(
                        "sst.summaries",
                        "what became of updates of a stage of SST, a list of its summaries; the entry's scope names the stage",
                        "aws s3 cp --recursive s3://STATE-BUCKET/summary/APP/STAGE DIR && jq --slurp . DIR/*.json",
                        ExportKind.Format.JSON,
                        List.of("[].updateID, timeStarted, timeCompleted", "errors: whether there are any"),
                        List.of(Deployment.class),
                        PulumiKinds::summaries));
    }

    private static List<Class<? extends Fact>> with(List<Class<? extends Fact>> more) {
        return Stream.concat(CloudResources.TYPES.stream(), more.stream()).toList();
    }

    /** What Terraform calls a type of Pulumi whose attributes are read; empty for others. */
    private static String type(String type) {
        return switch (type) {
            case "aws:cloudwatch/metricAlarm:MetricAlarm" -> "aws_cloudwatch_metric_alarm";
            case "aws:cloudwatch/compositeAlarm:CompositeAlarm" -> "aws_cloudwatch_composite_alarm";
            case "aws:sqs/queue:Queue" -> "aws_sqs_queue";
            case "aws:appautoscaling/target:Target" -> "aws_appautoscaling_target";
            case "aws:appautoscaling/policy:Policy" -> "aws_appautoscaling_policy";
            case "aws:route53/record:Record" -> "aws_route53_record";
            case "aws:sns/topicSubscription:TopicSubscription" -> "aws_sns_topic_subscription";
            case "aws:ecs/service:Service" -> "aws_ecs_service";
            case "aws:ecs/taskDefinition:TaskDefinition" -> "aws_ecs_task_definition";
            case "cloudflare:index/record:Record" -> "cloudflare_record";
            case "cloudflare:index/dnsRecord:DnsRecord" -> "cloudflare_dns_record";
            default -> "";
        };
    }

    /** What the provider answered; what the program asked for where there is no answer. */
    private static @Nullable JsonValue values(JsonValue resource) {
        JsonValue outputs = resource.get("outputs");
        return outputs != null && !outputs.keys().isEmpty() ? outputs : resource.get("inputs");
    }

    private static void stack(Exported file) {
        JsonValue root = file.root();
        if (root == null) return;
        JsonValue deployment = first(root.get("deployment"), root.at("checkpoint", "latest"), root.get("latest"), root);
        JsonValue resources = deployment == null ? null : deployment.get("resources");
        if (deployment == null || resources == null || !resources.node().isList()) {
            file.gap("", "there are no resources of a stack in it");
            return;
        }
        if (!deployment.list("pending_operations").isEmpty()
                || !deployment.list("pendingOperations").isEmpty())
            file.gap("", "an update of the stack did not end: what it was doing is not known");
        CloudResources known = new CloudResources(file);
        for (JsonValue resource : resources.items()) resource(file, resource, known);
        known.tell();
    }

    private static @Nullable JsonValue first(@Nullable JsonValue... values) {
        for (JsonValue value : values) if (value != null) return value;
        return null;
    }

    private static void resource(Exported file, JsonValue resource, CloudResources known) {
        String urn = resource.text("urn");
        String type = resource.text("type");
        String[] parts = urn == null ? new String[0] : urn.split("::", 4);
        if (urn == null || type == null || parts.length != 4 || !parts[0].startsWith("urn:pulumi:")) {
            file.gap(resource, "it has no urn and type");
            return;
        }
        if (type.startsWith("pulumi:") || resource.is("external")) return;
        String stack = Exported.shown(parts[0].substring("urn:pulumi:".length()));
        String stage = file.entry().stage() != null ? file.stage(null) : file.stage(stack);
        String name = Exported.shown(parts[3]);
        String address = Exported.shown(parts[2] + "::" + parts[3]);
        boolean gone = resource.is("delete");
        file.fact(new CloudResource(
                file.key("pulumi/" + stack + "/" + address),
                file.owner(file.service(null)),
                file.at(resource),
                "pulumi",
                stack,
                stage,
                address,
                Exported.shown(type),
                name,
                gone ? InfraAction.DELETE : InfraAction.PRESENT,
                file.observedAt()));
        if (type.equals(SECRET) && !gone) secret(file, resource, name, stage);
        JsonValue values = values(resource);
        if (!gone && values != null && !type(type).isEmpty())
            known.take(resource, type(type), new ResourceValues(values, List.of(), true), stage);
    }

    /** A stage is only deployed when each of its secrets has a value, which may be the placeholder. */
    private static void secret(Exported file, JsonValue resource, String name, @Nullable String stage) {
        JsonValue inputs = resource.get("inputs");
        String service = file.service(null);
        // Older versions of Pulumi do not keep what components were given, so that nothing tells a placeholder.
        boolean without = inputs != null && inputs.node().isMap() && inputs.get("placeholder") == null;
        file.fact(new SecretState(
                file.key(name + (stage == null ? "" : "/" + stage)),
                file.owner(service),
                file.at(resource),
                name,
                service,
                stage,
                "sst",
                true,
                !without,
                null,
                file.observedAt()));
    }

    private record Update(JsonValue value, Instant began) {}

    private static void summaries(Exported file) {
        JsonValue root = file.root();
        if (root == null) return;
        if (file.entry().stage() == null) file.gap("", "the manifest does not say of which stage the summaries are");
        List<JsonValue> values = root.node().isList() ? root.items() : List.of(root);
        List<Update> updates = values.stream()
                .flatMap(value -> {
                    Instant began = file.requiredInstant(value, "timeStarted");
                    return began == null ? Stream.empty() : Stream.of(new Update(value, began));
                })
                .sorted(Comparator.comparing(Update::began))
                .toList();
        for (int i = 0; i < updates.size(); i++)
            update(
                    file,
                    updates.get(i),
                    i + 1 < updates.size() ? updates.get(i + 1).began() : null);
    }

    private static void update(Exported file, Update update, @Nullable Instant next) {
        JsonValue value = update.value();
        Instant ended = value.instant("timeCompleted");
        String service = file.service(null);
        String stage = file.stage(null);
        DeploymentStatus status = ended == null
                ? DeploymentStatus.RUNNING
                : value.list("errors").isEmpty() ? DeploymentStatus.SUCCESS : DeploymentStatus.FAILURE;
        file.fact(new Deployment(
                file.key((service == null ? "" : service + "/") + (stage == null ? "" : stage) + "@" + update.began()),
                file.owner(service),
                file.at(value),
                service,
                stage,
                file.entry().commit(),
                status,
                update.began(),
                ended,
                next,
                null,
                "sst",
                null,
                List.of(),
                null,
                file.observedAt()));
    }
}
