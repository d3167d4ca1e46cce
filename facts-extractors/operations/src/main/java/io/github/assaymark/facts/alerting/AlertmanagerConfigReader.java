package io.github.assaymark.facts.alerting;

import io.github.assaymark.facts.structured.LocatedEntry;
import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.model.fact.NoticeTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads an {@code AlertmanagerConfig} of the Prometheus operator (its API reference, v1alpha1 and v1beta1): routes that
 * the operator hangs below those of an Alertmanager. It only gives them alerts of the object's own namespace, unless it
 * is told otherwise, so that every route has that condition here; whether an Alertmanager selects the object at all is
 * not in it. What is not understood is a gap, and then no route is told.
 */
public final class AlertmanagerConfigReader {
    private static final String OPERATOR = "monitoring.coreos.com/";
    private static final String KIND = "AlertmanagerConfig";
    private static final int MAX_ROUTES = 5000;
    private static final Set<String> ROUTE_FIELDS = Set.of(
            "receiver",
            "groupBy",
            "groupWait",
            "groupInterval",
            "repeatInterval",
            "matchers",
            "continue",
            "routes",
            "muteTimeIntervals",
            "activeTimeIntervals");

    private final AlertingFile file;
    private final Map<String, Set<NoticeTarget>> receivers = new TreeMap<>();
    private final List<AlertmanagerReader.InhibitRule> inhibitions = new ArrayList<>();
    private final List<LabelMatcher> namespace;
    private int routes;
    private boolean understood = true;

    private AlertmanagerConfigReader(AlertingFile file, @Nullable String namespace) {
        this.file = file;
        this.namespace = namespace == null
                ? List.of()
                : List.of(new LabelMatcher("namespace", LabelMatcher.Kind.EQUALS, namespace, null));
    }

    /** Whether a document is one. */
    public static boolean reads(LocatedNode root) {
        String version = root.text("apiVersion");
        return version != null && version.startsWith(OPERATOR) && KIND.equals(root.text("kind"));
    }

    /** Hands the routes of an object to the file. */
    public static void read(LocatedNode root, AlertingFile file) {
        LocatedNode spec = root.get("spec");
        LocatedNode metadata = root.get("metadata");
        String namespace = metadata == null ? null : metadata.text("namespace");
        if (spec == null || !spec.isMap()) {
            file.gap(root, "it has no spec");
            return;
        }
        if (namespace == null) file.gap(root, "it names no namespace, so that it is not known of which its alerts are");
        else new AlertmanagerConfigReader(file, namespace).tell(spec);
    }

    /** The objects of a list, as {@code kubectl get} prints them. */
    public static void list(LocatedNode root, AlertingFile file) {
        if (reads(root)) read(root, file);
        else if (root.get("items") == null) file.gap(root, "it is no list of AlertmanagerConfig");
        for (LocatedNode item : root.items("items")) {
            if (reads(item)) read(item, file);
            else file.gap(item, "it is no AlertmanagerConfig of the Prometheus operator");
        }
    }

    private void tell(LocatedNode spec) {
        for (LocatedNode receiver : spec.items("receivers")) receiver(receiver);
        for (LocatedNode rule : spec.items("inhibitRules"))
            inhibitions.add(
                    new AlertmanagerReader.InhibitRule(matchers(rule, "sourceMatch"), matchers(rule, "targetMatch")));
        LocatedNode top = spec.get("route");
        // One without a route only brings receivers and inhibitions.
        if (top == null || top.isNull()) return;
        AlertRoute tree = route(top, "", List.of(), true);
        if (tree != null && tree.receiver().isEmpty()) gap(top, "the first route has no receiver");
        if (tree != null && understood) new AlertmanagerRoutes(file, tree, receivers, inhibitions).tell();
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
            if (kind.equals("name")) continue;
            if (!kind.endsWith("Configs")) {
                gap(entry.keyNode(), "`" + AlertingFile.shown(kind) + "` is nothing that a receiver has");
                continue;
            }
            String channel =
                    kind.substring(0, kind.length() - "Configs".length()).toLowerCase(Locale.ROOT);
            for (LocatedNode one : entry.value().items())
                if (!one.isNull()) targets.add(AlertmanagerReader.target(channel + "_configs"));
        }
        if (receivers.put(name, targets) != null)
            gap(receiver, "two receivers are called `" + AlertingFile.shown(name) + "`");
    }

    private @Nullable AlertRoute route(LocatedNode node, String inherited, List<LabelMatcher> above, boolean top) {
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
                        "`" + AlertingFile.shown(entry.key()) + "` is nothing that a route of the operator has");
        String own = node.text("receiver");
        String receiver = own == null || own.isEmpty() ? inherited : own;
        if (own != null && !own.isEmpty() && !receivers.containsKey(own))
            gap(node, "no receiver is called `" + AlertingFile.shown(own) + "`");
        List<LabelMatcher> conditions = new ArrayList<>(top ? namespace : List.of());
        conditions.addAll(matchers(node, "matchers"));
        List<LabelMatcher> path = new ArrayList<>(above);
        path.addAll(conditions);
        List<String> silencing = new ArrayList<>();
        for (LocatedNode name : node.items("muteTimeIntervals"))
            if (name.isScalar()) silencing.add("silent in " + AlertingFile.shown(name.text()));
        for (LocatedNode name : node.items("activeTimeIntervals"))
            if (name.isScalar()) silencing.add("only in " + AlertingFile.shown(name.text()));
        List<AlertRoute> children = new ArrayList<>();
        for (LocatedNode child : node.items("routes")) {
            AlertRoute route = route(child, receiver, path, false);
            if (route != null) children.add(route);
        }
        return new AlertRoute(
                node, receiver, conditions, path, "true".equals(node.text("continue")), silencing, children);
    }

    /** Conditions as objects; {@code regex} is the older way to say {@code =~}. */
    private List<LabelMatcher> matchers(LocatedNode node, String field) {
        List<LabelMatcher> conditions = new ArrayList<>();
        for (LocatedNode matcher : node.items(field)) {
            String name = matcher.text("name");
            String type = matcher.text("matchType");
            LocatedNode value = matcher.get("value");
            boolean expression = "true".equals(matcher.text("regex"));
            String sign = type == null || type.isEmpty() ? (expression ? "=~" : "=") : type;
            try {
                if (name == null || !Set.of("=", "!=", "=~", "!~").contains(sign))
                    throw new MatcherSyntaxException("a condition has no name, or a matchType that is none");
                String text = value == null || !value.isScalar() || value.isNull() ? "" : value.text();
                conditions.add(LabelMatcher.of(name, LabelMatcher.Kind.of(sign), text));
            } catch (MatcherSyntaxException e) {
                gap(matcher, String.valueOf(e.getMessage()));
            }
        }
        return conditions;
    }
}
