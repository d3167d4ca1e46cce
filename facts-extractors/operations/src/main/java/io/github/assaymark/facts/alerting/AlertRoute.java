package io.github.assaymark.facts.alerting;

import io.github.assaymark.facts.structured.LocatedNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A node of the tree of routes of Alertmanager (documentation of its configuration, {@code <route>};
 * dispatch/route.go). An alert enters at the root and goes down: of the children it takes the first one whose
 * conditions it fulfils, and with {@code continue} the next ones too; where no child takes it, the node itself does.
 * Immutable.
 *
 * @param receiver its own, or the one of the node above
 * @param conditions of this node, without those above
 * @param path conditions of this node and of all above, from the root
 * @param silencing names of intervals it is silent in, or only speaks in, in words
 */
record AlertRoute(
        LocatedNode place,
        String receiver,
        List<LabelMatcher> conditions,
        List<LabelMatcher> path,
        boolean goesOn,
        List<String> silencing,
        List<AlertRoute> children) {

    /** What is known of conditions. */
    private enum Truth {
        NO,
        PERHAPS,
        YES
    }

    AlertRoute {
        conditions = List.copyOf(conditions);
        path = List.copyOf(path);
        silencing = List.copyOf(silencing);
        children = List.copyOf(children);
    }

    /** The nodes that an alert with exactly these labels ends at, in order. */
    List<AlertRoute> of(Map<String, String> labels) {
        List<AlertRoute> taken = new ArrayList<>();
        if (judged(conditions, labels, name -> false) != Truth.YES) return taken;
        for (AlertRoute child : children) {
            List<AlertRoute> below = child.of(labels);
            taken.addAll(below);
            if (!below.isEmpty() && !child.goesOn) break;
        }
        if (taken.isEmpty()) taken.add(this);
        return taken;
    }

    /**
     * The nodes that alerts with these labels can end at, in order; labels that are {@code open} may have any value.
     */
    Set<AlertRoute> possible(Map<String, String> labels, Predicate<String> open) {
        Set<AlertRoute> found = new LinkedHashSet<>();
        enter(labels, open, found);
        return found;
    }

    private Truth enter(Map<String, String> labels, Predicate<String> open, Set<AlertRoute> found) {
        Truth own = judged(conditions, labels, open);
        if (own == Truth.NO) return own;
        boolean taken = false;
        for (AlertRoute child : children) {
            Truth below = child.enter(labels, open, found);
            taken |= below == Truth.YES;
            if (below == Truth.YES && !child.goesOn) break;
        }
        if (!taken) found.add(this);
        return own;
    }

    /** Whether an alert with these labels and any others can fulfil all conditions. */
    static boolean canHold(List<LabelMatcher> conditions, Map<String, String> labels) {
        return judged(conditions, labels, name -> true) != Truth.NO;
    }

    /** Labels that are not given are missing, or may have any value where they are {@code open}. */
    private static Truth judged(List<LabelMatcher> conditions, Map<String, String> labels, Predicate<String> open) {
        Truth truth = Truth.YES;
        for (LabelMatcher condition : conditions) {
            String value = labels.get(condition.name());
            if (value == null && open.test(condition.name())) truth = Truth.PERHAPS;
            else if (!condition.holdsFor(value == null ? "" : value)) return Truth.NO;
        }
        return truth;
    }

    /** Nodes are told apart by where they stand, not by what they hold. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
