package io.github.assaymark.facts.alerting;

import io.github.assaymark.facts.structured.LocatedEntry;
import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.model.fact.NoticeTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads receivers and a tree of routes, which Alertmanager and the Prometheus operator write with other words. What is
 * not understood is a gap, and remembered. Used by one thread.
 */
abstract sealed class RouteTreeReader permits AlertmanagerReader, AlertmanagerConfigReader {
    private static final int MAX_ROUTES = 5000;

    final AlertingFile file;
    final Map<String, Set<NoticeTarget>> receivers = new TreeMap<>();
    final List<InhibitRule> inhibitions = new ArrayList<>();
    private final Words words;
    private int routes;
    private boolean understood = true;

    /**
     * An alert that keeps others silent.
     *
     * @param by conditions of the alert that does
     * @param target conditions of those that are silent
     */
    record InhibitRule(List<LabelMatcher> by, List<LabelMatcher> target) {}

    /**
     * How one of them says it.
     *
     * @param route all that a route can have
     * @param receiver what a receiver has beside its channels
     * @param channels how the names of lists of channels end
     * @param mute the list of times in which a route is silent
     * @param active the list of times out of which a route is silent
     * @param owner whose route it is, in messages
     * @param refusal what becomes of a mistake, in messages
     */
    record Words(
            Set<String> route,
            Set<String> receiver,
            String channels,
            String mute,
            String active,
            String owner,
            String refusal) {}

    RouteTreeReader(AlertingFile file, Words words) {
        this.file = file;
        this.words = words;
    }

    /** The conditions of a route; the first one is {@code top}. */
    abstract List<LabelMatcher> conditions(LocatedNode route, boolean top);

    /** Whether alerts that a route takes go on to the next one too. */
    abstract boolean goesOn(LocatedNode route);

    /** Where a channel ends that is called so, without the ending of all channels. */
    abstract NoticeTarget channel(String name);

    final boolean understood() {
        return understood;
    }

    final void gap(LocatedNode at, String reason) {
        understood = false;
        file.gap(at, reason);
    }

    final void receiver(LocatedNode receiver) {
        String name = receiver.text("name");
        if (name == null || name.isEmpty()) {
            gap(receiver, "a receiver has no name");
            return;
        }
        Set<NoticeTarget> targets = new TreeSet<>();
        for (LocatedEntry entry : receiver.entries()) {
            String kind = entry.key();
            if (words.receiver().contains(kind)) continue;
            if (!kind.endsWith(words.channels())) {
                gap(entry.keyNode(), "`" + AlertingFile.shown(kind) + "` is nothing that a receiver has");
                continue;
            }
            String channel = kind.substring(0, kind.length() - words.channels().length());
            for (LocatedNode one : entry.value().items()) if (!one.isNull()) targets.add(channel(channel));
        }
        if (receivers.put(name, targets) != null)
            gap(receiver, "two receivers are called `" + AlertingFile.shown(name) + "`" + words.refusal());
    }

    /** The tree below the first route; null, and a gap, when it is none. */
    final @Nullable AlertRoute tree(LocatedNode top) {
        return route(top, "", List.of(), true);
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
            if (!words.route().contains(entry.key()))
                gap(
                        entry.keyNode(),
                        "`" + AlertingFile.shown(entry.key()) + "` is nothing that " + words.owner() + " has"
                                + words.refusal());
        String own = node.text("receiver");
        String receiver = own == null || own.isEmpty() ? inherited : own;
        if (own != null && !own.isEmpty() && !receivers.containsKey(own))
            gap(node, "no receiver is called `" + AlertingFile.shown(own) + "`" + words.refusal());
        List<LabelMatcher> conditions = conditions(node, top);
        List<LabelMatcher> path = new ArrayList<>(above);
        path.addAll(conditions);
        List<String> silencing = new ArrayList<>();
        for (String name : texts(node, words.mute())) silencing.add("silent in " + name);
        for (String name : texts(node, words.active())) silencing.add("only in " + name);
        List<AlertRoute> children = new ArrayList<>();
        LocatedNode below = node.get("routes");
        if (below != null && !below.isList() && !below.isNull()) gap(below, "routes is no list");
        for (LocatedNode child : node.items("routes")) {
            AlertRoute route = route(child, receiver, path, false);
            if (route != null) children.add(route);
        }
        return new AlertRoute(node, receiver, conditions, path, goesOn(node), silencing, children);
    }

    private static List<String> texts(LocatedNode node, String field) {
        List<String> texts = new ArrayList<>();
        for (LocatedNode item : node.items(field)) if (item.isScalar()) texts.add(AlertingFile.shown(item.text()));
        return texts;
    }
}
