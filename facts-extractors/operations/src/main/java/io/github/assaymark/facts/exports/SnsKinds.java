package io.github.assaymark.facts.exports;

import io.github.assaymark.model.fact.NoticeTarget;
import io.github.assaymark.model.fact.PagerRoute;
import io.github.assaymark.model.fact.StateSource;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where notifications of AWS go (API references of Amazon SNS, Amazon EventBridge and AWS Chatbot): subscriptions of
 * topics, rules about alarms, chats that read topics. Of the endpoint of a subscription only the host is read, as those
 * of pagers hold a key and those of people are addresses. A topic without subscription notifies nobody, and so does a
 * subscription that nobody confirmed.
 */
final class SnsKinds {
    private static final List<String> PAGERS = List.of("pagerduty.com", "opsgenie.com", "victorops.com");
    private static final String CHATBOT = "sns-api.chatbot.amazonaws.com";
    private static final String SEVERITY = "severity";

    private SnsKinds() {}

    static List<ExportKind> all() {
        return List.of(
                new ExportKind(
                        "aws.chatbot.slack-channels",
                        "channels of Slack that read topics of Amazon SNS; the scope may name the `severity` of what the topics"
                                + " are for",
                        "aws chatbot describe-slack-channel-configurations --output json",
                        ExportKind.Format.JSON,
                        List.of("SlackChannelConfigurations[].SlackChannelName, SnsTopicArns, State"),
                        List.of(PagerRoute.class),
                        SnsKinds::slack),
                new ExportKind(
                                "aws.events.rules",
                                "rules of Amazon EventBridge about alarms, and their targets with the name of their rule put in as"
                                        + " `Rule`",
                                "(aws events list-rules; for r in $(aws events list-rules --query Rules[].Name --output text); do aws"
                                        + " events list-targets-by-rule --rule $r | jq --arg r $r '. + {Rule: $r}'; done) | jq --slurp .",
                                ExportKind.Format.JSON,
                                List.of("[].Rules[].Name, State, EventPattern", "[].Rule, Targets[].Arn"),
                                List.of(PagerRoute.class),
                                SnsKinds::rules)
                        .some(List.of(PagerRoute.class)),
                new ExportKind(
                        "aws.sns.subscriptions",
                        "topics of Amazon SNS and their subscriptions; the scope may name the `severity` of what the topics are"
                                + " for",
                        "(aws sns list-topics; aws sns list-subscriptions; for s in SUBSCRIPTION-ARNS; do aws sns"
                                + " get-subscription-attributes --subscription-arn $s; done) | jq --slurp .",
                        ExportKind.Format.JSON,
                        List.of(
                                "[].Topics[].TopicArn",
                                "[].Subscriptions[].TopicArn, Protocol, Endpoint: its host",
                                "SubscriptionArn: whether it is confirmed",
                                "[].Attributes.SubscriptionArn, FilterPolicy"),
                        List.of(PagerRoute.class),
                        SnsKinds::topics));
    }

    private static void topics(Exported file) {
        Set<String> subscribed = new HashSet<>();
        Map<String, JsonValue> topics = new LinkedHashMap<>();
        List<JsonValue> outputs = AwsKinds.outputs(file);
        Map<String, JsonValue> attributes = new HashMap<>();
        for (JsonValue output : outputs) {
            JsonValue of = output.get("Attributes");
            if (of != null && of.text("SubscriptionArn") != null) attributes.put(of.text("SubscriptionArn", ""), of);
        }
        boolean asked = false;
        boolean listed = false;
        for (JsonValue output : outputs) {
            asked |= output.get("Subscriptions") != null;
            listed |= output.get("Topics") != null;
            for (JsonValue topic : output.list("Topics")) {
                String arn = file.required(topic, "TopicArn");
                if (arn != null) topics.put(topic.text("TopicArn", ""), topic);
            }
            for (JsonValue subscription : output.list("Subscriptions")) {
                String topic = file.required(subscription, "TopicArn");
                String protocol = file.required(subscription, "Protocol");
                if (topic == null || protocol == null) continue;
                subscribed.add(subscription.text("TopicArn", ""));
                String arn = subscription.text("SubscriptionArn", "");
                boolean confirmed = arn.startsWith("arn:");
                JsonValue more = attributes.get(arn);
                String filter = more == null ? "a filter that is not exported" : more.text("FilterPolicy");
                subscription(
                        file,
                        subscription,
                        topic,
                        protocol.toLowerCase(Locale.ROOT),
                        subscription.text("Endpoint"),
                        confirmed,
                        filter,
                        StateSource.DEPLOYED,
                        null);
            }
        }
        if (!asked) file.gap("", "there are no Subscriptions in it");
        else if (!listed) file.gap("", "there are no Topics in it: " + AwsKinds.LIST);
        topics.forEach((arn, topic) -> {
            if (asked(file, subscribed, arn))
                route(
                        file,
                        topic,
                        arn,
                        "sns",
                        null,
                        "nobody",
                        NoticeTarget.NONE,
                        List.of(),
                        StateSource.DEPLOYED,
                        null);
        });
    }

    /** A topic that no subscription names; one that a partial export does not tell of may have some. */
    private static boolean asked(Exported file, Set<String> subscribed, String arn) {
        return !subscribed.contains(arn) && file.gaps().isEmpty();
    }

    /**
     * Tells where a subscription of a topic ends.
     *
     * @param filter of the messages that it takes; null when it takes all
     */
    static void subscription(
            Exported file,
            JsonValue at,
            String topic,
            String protocol,
            @Nullable String endpoint,
            boolean confirmed,
            @Nullable String filter,
            StateSource source,
            @Nullable String stage) {
        String host = protocol.startsWith("http") ? host(endpoint) : null;
        NoticeTarget target = confirmed ? target(protocol, host) : NoticeTarget.NONE;
        String receiver = Exported.shown(protocol) + (host == null ? "" : " " + Exported.shown(host));
        route(
                file,
                at,
                topic,
                "sns",
                filter,
                receiver,
                target,
                confirmed ? List.of() : List.of("the subscription is not confirmed"),
                source,
                stage);
    }

    private static @Nullable String host(@Nullable String endpoint) {
        try {
            String host = endpoint == null ? null : new URI(endpoint.strip()).getHost();
            return host == null ? null : host.toLowerCase(Locale.ROOT);
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** What stands behind a function, a queue, a phone or another address is not known. */
    private static NoticeTarget target(String protocol, @Nullable String host) {
        if (protocol.equals("email") || protocol.equals("email-json")) return NoticeTarget.EMAIL;
        if (host == null) return NoticeTarget.OTHER;
        for (String pager : PAGERS) if (host.equals(pager) || host.endsWith("." + pager)) return NoticeTarget.PAGE;
        return host.endsWith("." + CHATBOT) ? NoticeTarget.CHAT : NoticeTarget.OTHER;
    }

    private static void slack(Exported file) {
        for (JsonValue channel : file.elements("SlackChannelConfigurations")) {
            String name = file.required(channel, "SlackChannelName");
            List<String> topics = channel.texts("SnsTopicArns");
            if (name == null) continue;
            String state = channel.text("State", "ENABLED");
            boolean on = state.equals("ENABLED");
            for (String topic : topics)
                route(
                        file,
                        channel,
                        topic,
                        "chatbot",
                        null,
                        "#" + name,
                        on ? NoticeTarget.CHAT : NoticeTarget.NONE,
                        on ? List.of() : List.of("the configuration is " + Exported.shown(state)),
                        StateSource.DEPLOYED,
                        null);
        }
        JsonValue root = file.root();
        if (root != null && root.text("NextToken") != null) file.gap("", "there are more pages of it");
    }

    private static void rules(Exported file) {
        Map<String, JsonValue> rules = new LinkedHashMap<>();
        Set<String> targeted = new HashSet<>();
        List<JsonValue> outputs = AwsKinds.outputs(file);
        for (JsonValue output : outputs)
            for (JsonValue rule : output.list("Rules")) {
                String name = rule.text("Name");
                if (name == null) file.gap(rule, "it has no Name");
                else if (isAboutAlarms(file, rule)) rules.put(name, rule);
            }
        for (JsonValue output : outputs) {
            if (output.get("Targets") == null) continue;
            String of = output.text("Rule");
            JsonValue rule = of == null ? null : rules.get(of);
            if (of == null) file.gap(output, "it does not say of which Rule the Targets are");
            if (rule == null) continue;
            for (JsonValue to : output.list("Targets")) {
                String arn = file.required(to, "Arn");
                if (arn == null) continue;
                targeted.add(rule.text("Name", ""));
                rule(file, rule, to, arn, NoticeTarget.OTHER);
            }
        }
        if (outputs.stream().noneMatch(output -> output.get("Rules") != null)) file.gap("", "there are no Rules in it");
        if (file.gaps().isEmpty())
            rules.forEach((name, rule) -> {
                if (!targeted.contains(name)) rule(file, rule, rule, "nobody", NoticeTarget.NONE);
            });
    }

    private static boolean isAboutAlarms(Exported file, JsonValue rule) {
        JsonValue pattern = rule.get("EventPattern");
        if (pattern == null) return false;
        JsonValue inner = pattern.node().isMap() ? pattern : file.inner(pattern);
        return inner != null && inner.texts("source").contains("aws.cloudwatch");
    }

    /** What a rule matches beside severity and service is not understood, and told as it is written. */
    private static void rule(Exported file, JsonValue rule, JsonValue at, String receiver, NoticeTarget target) {
        boolean on = "ENABLED".equals(rule.text("State", "ENABLED"));
        String name = Exported.shown(rule.text("Name", ""));
        String stage = file.stage(null);
        String service = file.service(null);
        JsonValue written = rule.get("EventPattern");
        String pattern = written == null ? null : written.text();
        file.fact(new PagerRoute(
                file.key("eventbridge:" + name + (stage == null ? "" : "@" + stage) + "/" + Exported.shown(receiver)),
                file.owner(service),
                file.at(at),
                service,
                null,
                "eventbridge",
                pattern == null ? name : Exported.shown(pattern),
                pattern == null ? name : Exported.shown(pattern),
                Exported.shown(receiver),
                on ? target : NoticeTarget.NONE,
                on ? List.of() : List.of("the rule is switched off"),
                stage,
                StateSource.DEPLOYED,
                file.observedAt()));
    }

    private static void route(
            Exported file,
            JsonValue at,
            String topic,
            String system,
            @Nullable String filter,
            String receiver,
            NoticeTarget target,
            List<String> silencedBy,
            StateSource source,
            @Nullable String named) {
        String severity = Exported.shownOrNull(file.entry().scope().get(SEVERITY));
        String stage = file.stage(named);
        String service = file.service(null);
        String arn = Exported.shown(topic);
        file.fact(new PagerRoute(
                file.key(system + ":" + arn + (stage == null ? "" : "@" + stage) + "/" + receiver + "/" + target),
                file.owner(service),
                file.at(at),
                service,
                severity,
                system,
                arn,
                Exported.shownOrNull(filter),
                receiver,
                target,
                silencedBy,
                stage,
                source,
                file.observedAt()));
    }
}
