package io.github.assaymark.facts.alerting;

import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.model.fact.NoticeTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads an {@code AlertmanagerConfig} of the Prometheus operator (its API reference, v1alpha1 and v1beta1): routes that
 * the operator hangs below those of an Alertmanager. It only gives them alerts of the object's own namespace, unless it
 * is told otherwise, so that every route has that condition here; whether an Alertmanager selects the object at all is
 * not in it. What is not understood is a gap, and then no route is told.
 */
public final class AlertmanagerConfigReader extends RouteTreeReader {
    private static final String OPERATOR = "monitoring.coreos.com/";
    private static final String KIND = "AlertmanagerConfig";
    private static final Words WORDS = new Words(
            Set.of(
                    "receiver",
                    "groupBy",
                    "groupWait",
                    "groupInterval",
                    "repeatInterval",
                    "matchers",
                    "continue",
                    "routes",
                    "muteTimeIntervals",
                    "activeTimeIntervals"),
            Set.of("name"),
            "Configs",
            "muteTimeIntervals",
            "activeTimeIntervals",
            "a route of the operator",
            "");

    private final List<LabelMatcher> namespace;

    private AlertmanagerConfigReader(AlertingFile file, @Nullable String namespace) {
        super(file, WORDS);
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
            inhibitions.add(new InhibitRule(matchers(rule, "sourceMatch"), matchers(rule, "targetMatch")));
        LocatedNode top = spec.get("route");
        // One without a route only brings receivers and inhibitions.
        if (top == null || top.isNull()) return;
        AlertRoute tree = tree(top);
        if (tree != null && tree.receiver().isEmpty()) gap(top, "the first route has no receiver");
        if (tree != null && understood()) new AlertmanagerRoutes(file, tree, receivers, inhibitions).tell();
    }

    @Override
    List<LabelMatcher> conditions(LocatedNode route, boolean top) {
        List<LabelMatcher> conditions = new ArrayList<>(top ? namespace : List.of());
        conditions.addAll(matchers(route, "matchers"));
        return conditions;
    }

    @Override
    boolean goesOn(LocatedNode route) {
        return "true".equals(route.text("continue"));
    }

    @Override
    NoticeTarget channel(String name) {
        return AlertmanagerReader.target(name.toLowerCase(Locale.ROOT));
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
