package io.github.assaymark.facts.exports;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.fact.AlarmDef;
import io.github.assaymark.model.fact.DnsRecord;
import io.github.assaymark.model.fact.PagerRoute;
import io.github.assaymark.model.fact.QueueState;
import io.github.assaymark.model.fact.ScalingPolicy;
import io.github.assaymark.model.fact.StateSource;
import io.github.assaymark.model.fact.Workload;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What resources of one plan or state of infrastructure say beside that they are there (documentation of the providers
 * {@code hashicorp/aws} and {@code cloudflare/cloudflare}). A state is what the tool made at its last run, not what the
 * cloud says of itself: it is what is meant to be. Used by one thread.
 */
final class CloudResources {
    /** Types of the facts; an infrastructure has more of them than its plan or state. */
    static final List<Class<? extends Fact>> TYPES = List.of(
            AlarmDef.class, DnsRecord.class, PagerRoute.class, QueueState.class, ScalingPolicy.class, Workload.class);

    /** Those that tell what is meant to be from what is. */
    static final List<Class<? extends Fact>> DECLARED =
            List.of(AlarmDef.class, DnsRecord.class, PagerRoute.class, ScalingPolicy.class, Workload.class);

    /** Attributes that are read. */
    static final List<String> KEPT = List.of(
            "aws_cloudwatch_metric_alarm: alarm_name, namespace, metric_name, metric_query, statistic, extended_statistic,"
                    + " threshold, unit, comparison_operator, period, evaluation_periods, datapoints_to_alarm,"
                    + " alarm_actions, actions_enabled, dimensions",
            "aws_cloudwatch_composite_alarm: alarm_name, alarm_rule, alarm_actions, actions_enabled",
            "aws_sqs_queue: name, arn, redrive_policy",
            "aws_appautoscaling_target: resource_id, min_capacity, max_capacity",
            "aws_appautoscaling_policy: resource_id, predefined_metric_type",
            "aws_ecs_service: name, cluster, desired_count, task_definition; aws_ecs_task_definition: as"
                    + " aws.ecs.services, never values of its environment",
            "aws_route53_record: fqdn, type, records, alias.name",
            "cloudflare_record, cloudflare_dns_record: name, hostname, type, content, proxied",
            "aws_sns_topic_subscription: topic_arn, protocol, filter_policy, pending_confirmation, endpoint: its host");

    private final Exported file;
    private final Map<String, List<String>> deadLetters = new TreeMap<>();
    private final List<Resource> queues = new ArrayList<>();
    private final List<Resource> targets = new ArrayList<>();
    private final Map<String, String> metrics = new HashMap<>();
    private final EcsServices services;

    /** A resource by the type that Terraform calls it. */
    private record Resource(
            JsonValue at, ResourceValues values, @Nullable String stage) {}

    CloudResources(Exported file) {
        this.file = file;
        this.services = new EcsServices(file, StateSource.DECLARED);
    }

    /** Takes what is there, or will be; {@link #tell} says what needs to be seen together. */
    void take(JsonValue at, String type, ResourceValues values, @Nullable String stage) {
        Resource resource = new Resource(at, values, stage);
        switch (type) {
            case "aws_cloudwatch_metric_alarm" -> alarm(resource);
            case "aws_cloudwatch_composite_alarm" -> composite(resource);
            case "aws_sqs_queue" -> queues.add(resource);
            case "aws_appautoscaling_target" -> targets.add(resource);
            case "aws_appautoscaling_policy" -> metric(resource);
            case "aws_route53_record" -> route53(resource);
            case "cloudflare_record", "cloudflare_dns_record" -> cloudflare(resource, type);
            case "aws_sns_topic_subscription" -> subscription(resource);
            case "aws_ecs_service" -> service(resource);
            case "aws_ecs_task_definition" -> definition(resource);
            default -> {
                // Only that it is there is told of others.
            }
        }
    }

    void tell() {
        Map<Resource, JsonValue> policies = new HashMap<>();
        for (Resource queue : queues) {
            JsonValue policy = redrive(queue);
            if (policy != null) policies.put(queue, policy);
            String dead = policy == null ? null : AwsKinds.name(policy.text("deadLetterTargetArn"));
            String name = queue.values().text("name");
            if (dead != null && name != null)
                deadLetters.computeIfAbsent(dead, d -> new ArrayList<>()).add(name);
        }
        for (Resource queue : queues) queue(queue, policies.get(queue));
        for (Resource target : targets) scaling(target);
        services.tell();
    }

    /** Whether one of the attributes is hidden, which is a gap. */
    private boolean hides(Resource resource, String... names) {
        String hidden = resource.values().hidden(List.of(names));
        if (hidden != null) file.gap(resource.at(), "its " + hidden + " is not known yet, or not to be read");
        return hidden != null;
    }

    private @Nullable String required(Resource resource, String... names) {
        String text = resource.values().text(names);
        if (text == null) file.gap(resource.at(), "it has no " + names[0]);
        return text;
    }

    private void alarm(Resource resource) {
        if (hides(
                resource,
                "alarm_name",
                "namespace",
                "metric_name",
                "metric_query",
                "metric_queries",
                "statistic",
                "extended_statistic",
                "threshold",
                "unit",
                "comparison_operator",
                "period",
                "evaluation_periods",
                "datapoints_to_alarm",
                "alarm_actions",
                "actions_enabled")) return;
        ResourceValues values = resource.values();
        String name = required(resource, "alarm_name", "name");
        if (name == null) return;
        JsonValue query = watched(values);
        JsonValue stat = query == null ? null : values.block(query, "metric");
        String extended = values.text("extended_statistic");
        JsonValue threshold = values.get("threshold");
        int points = values.integer("datapoints_to_alarm", 0);
        boolean plain = query == null;
        new CloudWatchAlarm(
                        name,
                        plain ? values.text("namespace") : text(values, stat, "namespace"),
                        plain ? values.text("metric_name") : text(values, stat, "metric_name"),
                        text(values, query, "expression"),
                        shared(values),
                        plain ? (extended == null ? values.text("statistic") : extended) : text(values, stat, "stat"),
                        threshold == null ? null : values.values().decimal("threshold"),
                        plain ? values.text("unit") : text(values, stat, "unit"),
                        values.values().text(values.spelled("comparison_operator"), "?"),
                        plain ? values.integer("period", 0) : stat == null ? 0 : stat.integer("period", 0),
                        points > 0 ? points : values.integer("evaluation_periods", 1),
                        values.texts("alarm_actions"),
                        enabled(values),
                        null,
                        dimension(values, stat, CloudWatchAlarm.SERVICE),
                        stage(dimension(values, stat, CloudWatchAlarm.STAGE), resource))
                .tell(file, resource.at(), StateSource.DECLARED);
    }

    private static @Nullable String stage(@Nullable String named, Resource resource) {
        return named == null ? resource.stage() : named;
    }

    /** Alarms notify unless it is said that they do not. */
    private static boolean enabled(ResourceValues values) {
        JsonValue enabled = values.get("actions_enabled");
        return enabled == null || "true".equals(enabled.text());
    }

    /** Of several queries the one whose values are compared; null for an alarm on one plain metric. */
    private static @Nullable JsonValue watched(ResourceValues values) {
        JsonValue queries = values.get("metric_query", "metric_queries");
        if (queries == null) return null;
        for (JsonValue query : queries.items()) if (query.is(values.spelled("return_data"))) return query;
        return null;
    }

    private static @Nullable String text(ResourceValues values, @Nullable JsonValue of, String name) {
        String text = of == null ? null : of.text(values.spelled(name));
        return text == null || text.isEmpty() ? null : text;
    }

    /** The dimensions of its metric; of several queries, those that all their metrics have. */
    private static Set<String> shared(ResourceValues values) {
        JsonValue queries = values.get("metric_query", "metric_queries");
        if (queries == null) return dimensions(values.get("dimensions"));
        Set<String> shared = null;
        for (JsonValue query : queries.items()) {
            JsonValue metric = values.block(query, "metric");
            if (metric == null) continue;
            Set<String> of = dimensions(metric.get("dimensions"));
            if (shared == null) shared = of;
            else shared.retainAll(of);
        }
        return shared == null ? Set.of() : shared;
    }

    private static Set<String> dimensions(@Nullable JsonValue map) {
        Set<String> dimensions = new TreeSet<>();
        if (map != null)
            for (String name : map.keys()) {
                String value = map.text(name);
                if (value != null) dimensions.add(CloudWatchAlarm.dimension(name, value));
            }
        return dimensions;
    }

    private static @Nullable String dimension(ResourceValues values, @Nullable JsonValue stat, List<String> names) {
        JsonValue dimensions = stat == null ? values.get("dimensions") : stat.get("dimensions");
        if (dimensions == null) return null;
        for (String name : names) if (dimensions.text(name) != null) return dimensions.text(name);
        return null;
    }

    private void composite(Resource resource) {
        if (hides(resource, "alarm_name", "alarm_rule", "alarm_actions", "actions_enabled")) return;
        String name = required(resource, "alarm_name", "name");
        if (name == null) return;
        ResourceValues values = resource.values();
        CloudWatchAlarm alarm = CloudWatchAlarm.composite(
                name, values.text("alarm_rule"), values.texts("alarm_actions"), enabled(values), null);
        alarm.tell(file, resource.at(), StateSource.DECLARED);
    }

    private @Nullable JsonValue redrive(Resource queue) {
        JsonValue policy = queue.values().get("redrive_policy");
        if (policy == null || queue.values().hidden(List.of("redrive_policy")) != null) return null;
        if (policy.node().isMap()) return policy;
        String text = policy.text();
        return text == null || text.isBlank() ? null : file.inner(policy);
    }

    private void queue(Resource queue, @Nullable JsonValue policy) {
        if (hides(queue, "name", "redrive_policy")) return;
        String name = required(queue, "name");
        if (name == null) return;
        AwsKinds.queue(file, queue.at(), name, queue.stage(), policy, deadLetters.getOrDefault(name, List.of()), -1);
    }

    private void metric(Resource policy) {
        JsonValue config =
                policy.values().block(policy.values().values(), "target_tracking_scaling_policy_configuration");
        JsonValue metric = config == null ? null : policy.values().block(config, "predefined_metric_specification");
        String type = text(policy.values(), metric, "predefined_metric_type");
        String of = policy.values().text("resource_id");
        if (of != null && type != null) metrics.putIfAbsent(of, type);
    }

    private void scaling(Resource target) {
        if (hides(target, "resource_id", "min_capacity", "max_capacity")) return;
        String of = required(target, "resource_id");
        int least = target.values().integer("min_capacity", -1);
        int most = target.values().integer("max_capacity", -1);
        if (least < 0 || most < 0) file.gap(target.at(), "it has no min_capacity and max_capacity");
        else if (of != null)
            AwsKinds.scaling(file, target.at(), of, target.stage(), least, most, metrics.get(of), StateSource.DECLARED);
    }

    private void route53(Resource record) {
        if (hides(record, "fqdn", "type", "records", "alias", "aliases")) return;
        String name = required(record, "fqdn");
        String type = required(record, "type");
        if (name == null || type == null) return;
        ResourceValues values = record.values();
        JsonValue aliases = values.get("alias", "aliases");
        List<String> found = new ArrayList<>(values.texts("records"));
        if (aliases != null)
            for (JsonValue alias : aliases.items()) if (alias.text("name") != null) found.add(alias.text("name", ""));
        if (found.isEmpty()) file.gap(record.at(), "it has no records and no alias");
        for (String one : found)
            ProbeKinds.declared(file, file.at(record.at()), name, type, one, false, record.stage());
    }

    /** The older resource may hold a name below its zone only, the newer one holds the whole name. */
    private void cloudflare(Resource record, String type) {
        boolean whole = type.equals("cloudflare_dns_record");
        if (hides(record, whole ? "name" : "hostname", "type", "content", "value", "proxied")) return;
        String name = required(record, whole ? "name" : "hostname");
        String kind = required(record, "type");
        String target = required(record, "content", "value");
        if (name == null || kind == null || target == null) return;
        JsonValue proxied = record.values().get("proxied");
        ProbeKinds.declared(
                file,
                file.at(record.at()),
                name,
                kind,
                target,
                proxied != null && "true".equals(proxied.text()),
                record.stage());
    }

    private void subscription(Resource resource) {
        // Of the endpoint nothing but its host is read: those of pagers and chats hold keys.
        if (hides(resource, "topic_arn", "topic", "protocol", "endpoint", "filter_policy", "pending_confirmation"))
            return;
        String topic = required(resource, "topic_arn", "topic");
        String protocol = required(resource, "protocol");
        JsonValue pending = resource.values().get("pending_confirmation");
        if (topic == null || protocol == null) return;
        SnsKinds.subscription(
                file,
                resource.at(),
                topic,
                protocol.toLowerCase(Locale.ROOT),
                resource.values().text("endpoint"),
                pending == null || !"true".equals(pending.text()),
                resource.values().text("filter_policy"),
                StateSource.DECLARED,
                resource.stage());
    }

    private void service(Resource resource) {
        if (hides(resource, "name", "cluster", "desired_count", "task_definition")) return;
        ResourceValues values = resource.values();
        String name = required(resource, "name");
        String definition = required(resource, "task_definition");
        if (name == null || definition == null) return;
        services.service(new EcsServices.Service(
                resource.at(),
                name,
                values.text("cluster"),
                definition,
                values.integer("desired_count", -1),
                -1,
                false,
                resource.stage()));
    }

    private void definition(Resource resource) {
        if (hides(resource, "arn", "family", "revision", "memory")) return;
        ResourceValues values = resource.values();
        JsonValue containers = values.get("container_definitions");
        String family = values.text("family");
        if (containers == null || family == null || values.hidden(List.of("container_definitions")) != null) {
            file.gap(resource.at(), "its container_definitions are not known yet, or not to be read");
            return;
        }
        JsonValue list = containers.node().isList() ? containers : file.inner(containers);
        BigDecimal memory = values.values().decimal("memory");
        if (list != null)
            services.definition(values.text("arn"), family, values.text("revision"), list.items(), memory != null);
    }
}
