package io.github.assaymark.facts.alerting;

import io.github.assaymark.facts.structured.LocatedEntry;
import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.model.fact.NoticeTarget;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads the configuration of Alertmanager (its documentation, {@code configuration}; config/config.go). What
 * Alertmanager refuses is a gap, and then no route is told at all: one condition that is not understood can send any
 * alert elsewhere.
 */
public final class AlertmanagerReader {
    private static final int MAX_ROUTES = 5000;
    private static final Set<String> ROUTE_FIELDS = Set.of(
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
            "labels");
    private static final String LABEL = "[a-zA-Z_][a-zA-Z0-9_]*";

    private final AlertingFile file;
    private final Map<String, Set<NoticeTarget>> receivers = new TreeMap<>();
    private final List<InhibitRule> inhibitions = new ArrayList<>();
    private int routes;
    private boolean understood = true;

    /**
     * An alert that keeps others silent.
     *
     * @param by conditions of the alert that does
     * @param target conditions of those that are silent
     */
    record InhibitRule(List<LabelMatcher> by, List<LabelMatcher> target) {}

    private AlertmanagerReader(AlertingFile file) {
        this.file = file;
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
        AlertRoute tree = reader.tree(root);
        if (tree != null) new AlertmanagerRoutes(file, tree, reader.receivers, reader.inhibitions).tell();
    }

    /** The tree of routes; null, and a gap, when it was not understood whole. */
    static @Nullable AlertRoute routes(LocatedNode root, AlertingFile file) {
        return new AlertmanagerReader(file).tree(root);
    }

    private @Nullable AlertRoute tree(LocatedNode root) {
        if (!reads(root)) {
            gap(root, "it has no route and receivers, as a configuration of Alertmanager has");
            return null;
        }
        for (LocatedNode receiver : root.items("receivers")) receiver(receiver);
        for (LocatedNode rule : root.items("inhibit_rules")) inhibition(rule);
        LocatedNode top = root.get("route");
        AlertRoute tree = top == null ? null : route(top, "", List.of());
        if (top != null && tree != null) {
            if (tree.receiver().isEmpty()) gap(top, "the first route has no receiver: Alertmanager refuses it");
            if (!tree.conditions().isEmpty() || tree.goesOn())
                gap(top, "the first route has conditions or goes on: Alertmanager refuses it");
        }
        return understood ? tree : null;
    }

    private void gap(LocatedNode at, String reason) {
        understood = false;
        file.gap(at, reason);
    }

    private void receiver(LocatedNode receiver) {
        String name = receiver.text("name");
        if (name == null || name.isEmpty()) {
            gap(receiver, "a receiver has no name");
            return;
        }
        Set<NoticeTarget> targets = new TreeSet<>();
        for (LocatedEntry entry : receiver.entries()) {
            String kind = entry.key();
            if (kind.equals("name") || kind.equals("labels")) continue;
            if (!kind.endsWith("_configs")) {
                gap(entry.keyNode(), "`" + AlertingFile.shown(kind) + "` is nothing that a receiver has");
                continue;
            }
            for (LocatedNode channel : entry.value().items()) if (!channel.isNull()) targets.add(target(kind));
        }
        if (receivers.put(name, targets) != null)
            gap(receiver, "two receivers are called `" + AlertingFile.shown(name) + "`: Alertmanager refuses it");
    }

    /** Where a channel such as {@code slack_configs} ends: what stands behind a webhook or a ticket is not known. */
    static NoticeTarget target(String kind) {
        return switch (kind) {
            case "pagerduty_configs", "opsgenie_configs", "victorops_configs" -> NoticeTarget.PAGE;
            case "slack_configs",
                    "discord_configs",
                    "msteams_configs",
                    "msteamsv2_configs",
                    "telegram_configs",
                    "webex_configs",
                    "wechat_configs",
                    "rocketchat_configs",
                    "mattermost_configs" -> NoticeTarget.CHAT;
            case "email_configs" -> NoticeTarget.EMAIL;
            default -> NoticeTarget.OTHER;
        };
    }

    private @Nullable AlertRoute route(LocatedNode node, String inherited, List<LabelMatcher> above) {
        if (++routes > MAX_ROUTES) {
            if (routes == MAX_ROUTES + 1) gap(node, "more than " + MAX_ROUTES + " routes");
            return null;
        }
        if (!node.isMap()) {
            gap(node, "a route is no map");
            return null;
        }
        for (LocatedEntry entry : node.entries())
            if (!ROUTE_FIELDS.contains(entry.key()))
                gap(
                        entry.keyNode(),
                        "`" + AlertingFile.shown(entry.key())
                                + "` is nothing that a route has: Alertmanager refuses it");
        String own = node.text("receiver");
        String receiver = own == null || own.isEmpty() ? inherited : own;
        if (own != null && !own.isEmpty() && !receivers.containsKey(own))
            gap(node, "no receiver is called `" + AlertingFile.shown(own) + "`: Alertmanager refuses it");
        List<LabelMatcher> conditions = conditions(node, "");
        List<LabelMatcher> path = new ArrayList<>(above);
        path.addAll(conditions);
        List<String> silencing = new ArrayList<>();
        for (String name : texts(node, "mute_time_intervals")) silencing.add("silent in " + name);
        for (String name : texts(node, "active_time_intervals")) silencing.add("only in " + name);
        List<AlertRoute> children = new ArrayList<>();
        LocatedNode below = node.get("routes");
        if (below != null && !below.isList() && !below.isNull()) gap(below, "routes is no list");
        for (LocatedNode child : node.items("routes")) {
            AlertRoute route = route(child, receiver, path);
            if (route != null) children.add(route);
        }
        return new AlertRoute(node, receiver, conditions, path, goesOn(node), silencing, children);
    }

    private boolean goesOn(LocatedNode node) {
        String text = node.text("continue");
        if (text == null || text.equals("false")) return false;
        if (!text.equals("true")) gap(node, "continue is neither true nor false");
        return true;
    }

    private static List<String> texts(LocatedNode node, String field) {
        List<String> texts = new ArrayList<>();
        for (LocatedNode item : node.items(field)) if (item.isScalar()) texts.add(AlertingFile.shown(item.text()));
        return texts;
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
