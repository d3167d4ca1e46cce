package io.github.assaymark.facts.exports;

import io.github.assaymark.model.fact.QueueState;
import io.github.assaymark.model.fact.ScalingPolicy;
import io.github.assaymark.model.fact.SecretState;
import io.github.assaymark.model.fact.StateSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What {@code aws} prints about queues, scaling and names of secrets (API references of Amazon SQS, Application Auto
 * Scaling, Systems Manager and Secrets Manager). Several outputs may be put into one list, as {@code jq --slurp} does.
 */
final class AwsKinds {
    static final String LIST = "put the outputs of all into one list with `jq --slurp`";

    private AwsKinds() {}

    static List<ExportKind> all() {
        return List.of(
                new ExportKind(
                        "aws.sqs.queue-attributes",
                        "queues of Amazon SQS, a list of the attributes of each",
                        "for q in $(aws sqs list-queues --query QueueUrls[] --output text); do aws sqs get-queue-attributes --queue-url $q --attribute-names All; done | jq --slurp .",
                        ExportKind.Format.JSON,
                        List.of("[].Attributes.QueueArn, ApproximateNumberOfMessages", "RedrivePolicy"),
                        List.of(QueueState.class),
                        AwsKinds::queues),
                new ExportKind(
                        "aws.application-autoscaling",
                        "scaling of services of Amazon ECS and others: what is scaled, and by what",
                        "(aws application-autoscaling describe-scalable-targets --service-namespace ecs; aws application-autoscaling describe-scaling-policies --service-namespace ecs) | jq --slurp .",
                        ExportKind.Format.JSON,
                        List.of(
                                "[].ScalableTargets[].ResourceId, MinCapacity, MaxCapacity",
                                "[].ScalingPolicies[].ResourceId, PredefinedMetricType"),
                        List.of(ScalingPolicy.class),
                        AwsKinds::scaling),
                new ExportKind(
                        "aws.ssm.describe-parameters",
                        "names of secure parameters of AWS Systems Manager",
                        "aws ssm describe-parameters --parameter-filters Key=Type,Values=SecureString --output json",
                        ExportKind.Format.JSON,
                        List.of("Parameters[].Name, Type, LastModifiedDate"),
                        List.of(SecretState.class),
                        AwsKinds::parameters),
                new ExportKind(
                        "aws.secretsmanager.list-secrets",
                        "names of secrets of AWS Secrets Manager",
                        "aws secretsmanager list-secrets --output json",
                        ExportKind.Format.JSON,
                        List.of(
                                "SecretList[].Name, LastChangedDate, DeletedDate",
                                "SecretVersionsToStages: its stages"),
                        List.of(SecretState.class),
                        AwsKinds::secrets));
    }

    /** The outputs of a file; more pages than it holds are a gap. */
    static List<JsonValue> outputs(Exported file) {
        JsonValue root = file.root();
        if (root == null) return List.of();
        List<JsonValue> outputs = root.node().isList() ? root.items() : List.of(root);
        for (JsonValue output : outputs)
            if (output.text("NextToken") != null) file.gap(output, "there are more pages of it");
        return outputs;
    }

    /** The last part of an ARN; null when it is none. */
    static @Nullable String name(@Nullable String arn) {
        return arn == null || !arn.startsWith("arn:") ? null : arn.substring(arn.lastIndexOf(':') + 1);
    }

    /** A dead-letter queue is one that another names, whatever it is called. */
    private static void queues(Exported file) {
        JsonValue root = file.root();
        if (root != null && !root.node().isList()) file.gap("", "it shows one queue only: " + LIST);
        Map<String, List<String>> sources = new TreeMap<>();
        Map<JsonValue, JsonValue> policies = new HashMap<>();
        List<JsonValue> queues = new ArrayList<>();
        for (JsonValue output : outputs(file)) {
            JsonValue attributes = output.get("Attributes");
            String name = attributes == null ? null : name(attributes.text("QueueArn"));
            if (attributes == null || name == null) {
                file.gap(output, "it has no Attributes.QueueArn");
                continue;
            }
            queues.add(attributes);
            JsonValue redrive = attributes.get("RedrivePolicy");
            JsonValue policy = redrive == null ? null : redrive.node().isMap() ? redrive : file.inner(redrive);
            if (policy == null) continue;
            policies.put(attributes, policy);
            String dead = name(policy.text("deadLetterTargetArn"));
            if (dead != null)
                sources.computeIfAbsent(dead, d -> new ArrayList<>()).add(name);
        }
        for (JsonValue queue : queues) {
            String name = Objects.requireNonNull(name(queue.text("QueueArn")));
            int visible = queue.integer("ApproximateNumberOfMessages", -1);
            queue(file, queue, name, null, policies.get(queue), sources.getOrDefault(name, List.of()), visible);
        }
    }

    /**
     * Tells a queue.
     *
     * @param policy where its undeliverable messages go; null when nowhere
     * @param sources queues that name it for theirs
     * @param visible messages that wait, -1 when not said
     */
    static void queue(
            Exported file,
            JsonValue at,
            String name,
            @Nullable String named,
            @Nullable JsonValue policy,
            List<String> sources,
            int visible) {
        String stage = file.stage(named);
        String service = file.service(null);
        String dead = policy == null ? null : name(policy.text("deadLetterTargetArn"));
        int receives = policy == null ? 0 : policy.integer("maxReceiveCount", 0);
        if (policy != null && (dead == null || receives < 1))
            file.gap(at, "its RedrivePolicy has no deadLetterTargetArn and maxReceiveCount");
        file.fact(new QueueState(
                file.key(Exported.shown(name) + (stage == null ? "" : "/" + stage)),
                file.owner(service),
                file.at(at),
                Exported.shown(name),
                service,
                stage,
                sources.stream().map(Exported::shown).sorted().toList(),
                Exported.shownOrNull(dead),
                receives,
                visible,
                file.observedAt()));
    }

    private static void scaling(Exported file) {
        List<JsonValue> targets = new ArrayList<>();
        Map<String, String> metrics = new TreeMap<>();
        boolean asked = false;
        boolean policies = false;
        for (JsonValue output : outputs(file)) {
            asked |= output.get("ScalableTargets") != null;
            policies |= output.get("ScalingPolicies") != null;
            targets.addAll(output.list("ScalableTargets"));
            for (JsonValue policy : output.list("ScalingPolicies")) {
                String id = policy.text("ResourceId");
                JsonValue metric = policy.at(
                        "TargetTrackingScalingPolicyConfiguration",
                        "PredefinedMetricSpecification",
                        "PredefinedMetricType");
                String type = metric == null ? null : metric.text();
                if (id != null && type != null) metrics.putIfAbsent(id, type);
            }
        }
        if (!asked) file.gap("", "there are no ScalableTargets in it");
        else if (!policies) file.gap("", "there are no ScalingPolicies in it: " + LIST);
        for (JsonValue target : targets) {
            String id = file.required(target, "ResourceId");
            int least = target.integer("MinCapacity", -1);
            int most = target.integer("MaxCapacity", -1);
            if (least < 0 || most < 0) file.gap(target, "it has no MinCapacity and MaxCapacity");
            if (id == null || least < 0 || most < 0) continue;
            scaling(
                    file,
                    target,
                    id,
                    null,
                    least,
                    most,
                    metrics.get(target.text("ResourceId", "")),
                    StateSource.DEPLOYED);
        }
    }

    /** Tells how many copies run of what a resource id such as {@code service/CLUSTER/NAME} names. */
    static void scaling(
            Exported file,
            JsonValue at,
            String id,
            @Nullable String named,
            int least,
            int most,
            @Nullable String metric,
            StateSource source) {
        String shown = Exported.shown(id);
        String of = shown.substring(shown.lastIndexOf('/') + 1);
        String stage = file.stage(named);
        String service = file.service(file.owner(of).isEmpty() ? null : of);
        file.fact(new ScalingPolicy(
                file.key(shown + (stage == null ? "" : "/" + stage)),
                file.owner(service),
                file.at(at),
                shown,
                service,
                stage,
                least,
                most,
                Exported.shownOrNull(metric),
                source,
                file.observedAt()));
    }

    private static void parameters(Exported file) {
        boolean asked = false;
        for (JsonValue output : outputs(file)) {
            asked |= output.get("Parameters") != null;
            for (JsonValue parameter : output.list("Parameters")) {
                String name = file.required(parameter, "Name");
                String type = file.required(parameter, "Type");
                if (name == null || !"SecureString".equals(type)) continue;
                secret(file, parameter, name, "ssm", true, parameter.instant("LastModifiedDate"));
            }
        }
        if (!asked) file.gap("", "there are no Parameters in it");
    }

    private static void secrets(Exported file) {
        boolean asked = false;
        for (JsonValue output : outputs(file)) {
            asked |= output.get("SecretList") != null;
            for (JsonValue secret : output.list("SecretList")) {
                String name = file.required(secret, "Name");
                if (name == null) continue;
                JsonValue versions = secret.get("SecretVersionsToStages");
                boolean current = versions != null
                        && versions.keys().stream()
                                .anyMatch(version -> versions.texts(version).contains("AWSCURRENT"));
                if (versions == null && secret.get("DeletedDate") == null) {
                    file.gap(secret, "it does not say whether it has a value (SecretVersionsToStages)");
                    continue;
                }
                boolean present = current && secret.get("DeletedDate") == null;
                secret(file, secret, name, "secretsmanager", present, secret.instant("LastChangedDate"));
            }
        }
        if (!asked) file.gap("", "there is no SecretList in it");
    }

    private static void secret(
            Exported file, JsonValue value, String name, String store, boolean present, @Nullable Instant changed) {
        String stage = file.stage(null);
        String service = file.service(null);
        file.fact(new SecretState(
                file.key(name + (stage == null ? "" : "/" + stage)),
                file.owner(service),
                file.at(value),
                name,
                service,
                stage,
                store,
                present,
                false,
                changed,
                file.observedAt()));
    }
}
