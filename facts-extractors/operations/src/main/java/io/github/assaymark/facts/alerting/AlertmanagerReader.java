package io.github.assaymark.facts.alerting;

import io.github.assaymark.facts.structured.LocatedEntry;
import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.model.fact.NoticeTarget;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the configuration of Alertmanager (its documentation, {@code configuration}; config/config.go). What
 * Alertmanager refuses is a gap, and then no route is told at all: one condition that is not understood can send any
 * alert elsewhere.
 */
public final class AlertmanagerReader extends RouteTreeReader {
    private static final Words WORDS = new Words(
            Set.of(
                    "receiver",
                    "group_by",
                    "match",
                    "match_re",
                    "matchers",
                    "mute_time_intervals",
                    "active_time_intervals",
                    "continue",
                    "routes",
                    "group_wait",
                    "group_interval",
                    "repeat_interval",
                    "labels"),
            Set.of("name", "labels"),
            "_configs",
            "mute_time_intervals",
            "active_time_intervals",
            "a route",
            ": Alertmanager refuses it");
    private static final String LABEL = "[a-zA-Z_][a-zA-Z0-9_]*";

    private AlertmanagerReader(AlertingFile file) {
        super(file, WORDS);
    }

    /** What a configuration is: a map with {@code route} and {@code receivers}. */
    public static boolean reads(LocatedNode root) {
        LocatedNode route = root.get("route");
        LocatedNode receivers = root.get("receivers");
        return route != null && route.isMap() && receivers != null && receivers.isList();
    }

    /** Hands the routes of a configuration to the file. */
    public static void read(LocatedNode root, AlertingFile file) {
        AlertmanagerReader reader = new AlertmanagerReader(file);
        AlertRoute tree = reader.configuration(root);
        if (tree != null) new AlertmanagerRoutes(file, tree, reader.receivers, reader.inhibitions).tell();
    }

    /** The tree of routes; null, and a gap, when it was not understood whole. */
    static @Nullable AlertRoute routes(LocatedNode root, AlertingFile file) {
        return new AlertmanagerReader(file).configuration(root);
    }

    private @Nullable AlertRoute configuration(LocatedNode root) {
        if (!reads(root)) {
            gap(root, "it has no route and receivers, as a configuration of Alertmanager has");
            return null;
        }
        for (LocatedNode receiver : root.items("receivers")) receiver(receiver);
        for (LocatedNode rule : root.items("inhibit_rules")) inhibition(rule);
        LocatedNode top = root.get("route");
        AlertRoute tree = top == null ? null : tree(top);
        if (top != null && tree != null) {
            if (tree.receiver().isEmpty()) gap(top, "the first route has no receiver: Alertmanager refuses it");
            if (!tree.conditions().isEmpty() || tree.goesOn())
                gap(top, "the first route has conditions or goes on: Alertmanager refuses it");
        }
        return understood() ? tree : null;
    }

    /** Where a channel such as {@code slack} ends: what stands behind a webhook or a ticket is not known. */
    static NoticeTarget target(String channel) {
        return switch (channel) {
            case "pagerduty", "opsgenie", "victorops" -> NoticeTarget.PAGE;
            case "slack",
                    "discord",
                    "msteams",
                    "msteamsv2",
                    "telegram",
                    "webex",
                    "wechat",
                    "rocketchat",
                    "mattermost" -> NoticeTarget.CHAT;
            case "email" -> NoticeTarget.EMAIL;
            default -> NoticeTarget.OTHER;
        };
    }

    @Override
    List<LabelMatcher> conditions(LocatedNode route, boolean top) {
        return conditions(route, "");
    }

    @Override
    NoticeTarget channel(String name) {
        return target(name);
    }

    @Override
    boolean goesOn(LocatedNode node) {
        String text = node.text("continue");
        if (text == null || text.equals("false")) return false;
        if (!text.equals("true")) gap(node, "continue is neither true nor false");
        return true;
    }

    /** The conditions of a route, or one side of an inhibition: in the lists and in the older maps. */
    private List<LabelMatcher> conditions(LocatedNode node, String prefix) {
        List<LabelMatcher> conditions = new ArrayList<>();
        map(node, prefix + "match", LabelMatcher.Kind.EQUALS, conditions);
        map(node, prefix + "match_re", LabelMatcher.Kind.MATCHES, conditions);
        LocatedNode list = node.get(prefix + "matchers");
        if (list == null || list.isNull()) return sorted(conditions);
        if (!list.isList()) gap(list, prefix + "matchers is no list");
        for (LocatedNode item : list.items()) {
            try {
                if (!item.isScalar()) throw new MatcherSyntaxException("a condition is no text");
                conditions.addAll(MatcherSyntax.read(item.text()));
            } catch (MatcherSyntaxException e) {
                gap(item, String.valueOf(e.getMessage()));
            }
        }
        return sorted(conditions);
    }

    /** As Alertmanager orders them, so that what it prints of its configuration reads the same. */
    private static List<LabelMatcher> sorted(List<LabelMatcher> conditions) {
        return conditions.stream()
                .sorted(Comparator.comparing(LabelMatcher::name)
                        .thenComparing(LabelMatcher::value)
                        .thenComparing(LabelMatcher::kind))
                .toList();
    }

    private void map(LocatedNode node, String field, LabelMatcher.Kind kind, List<LabelMatcher> conditions) {
        LocatedNode map = node.get(field);
        if (map == null || map.isNull()) return;
        if (!map.isMap()) gap(map, field + " is no map");
        for (LocatedEntry entry : map.entries()) {
            try {
                boolean empty = entry.value().isNull() && kind == LabelMatcher.Kind.EQUALS;
                if (!entry.key().matches(LABEL) || !(entry.value().isScalar() || empty))
                    throw new MatcherSyntaxException(
                            "`" + AlertingFile.shown(entry.key()) + "` is no label with a value");
                conditions.add(LabelMatcher.of(
                        entry.key(), kind, empty ? "" : entry.value().text()));
            } catch (MatcherSyntaxException e) {
                gap(entry.keyNode(), String.valueOf(e.getMessage()));
            }
        }
    }

    private void inhibition(LocatedNode rule) {
        if (!rule.isMap()) gap(rule, "an inhibit rule is no map");
        else inhibitions.add(new InhibitRule(conditions(rule, "source_"), conditions(rule, "target_")));
    }
}
