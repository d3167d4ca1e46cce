package io.github.assaymark.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * All facts of one run, without repetition, sorted by type, owner, key and text, so that equal sets of facts are equal
 * snapshots whatever the order they were found in. Immutable and safe for use by many threads.
 *
 * @param facts of the judged revision
 * @param baseFacts of the revision it is compared with; empty when there is none
 * @param hasBase whether a base revision was read at all
 */
public record Snapshot(List<Fact> facts, List<Fact> baseFacts, boolean hasBase) {

    private static final Comparator<Fact> ORDER = Comparator.comparing(
                    (Fact f) -> f.getClass().getSimpleName())
            .thenComparing(Fact::owner)
            .thenComparing(Fact::key)
            .thenComparing(Object::toString);

    /** Sorts and removes repetitions. */
    public Snapshot {
        facts = sorted(facts);
        baseFacts = sorted(baseFacts);
    }

    /** A snapshot without a base revision. */
    public static Snapshot of(Collection<? extends Fact> facts) {
        return new Snapshot(List.copyOf(facts), List.of(), false);
    }

    /** This snapshot with {@code more} facts in it. */
    public Snapshot with(Collection<? extends Fact> more) {
        List<Fact> all = new ArrayList<>(facts);
        all.addAll(more);
        return new Snapshot(all, baseFacts, hasBase);
    }

    /** This snapshot with the facts of {@code base} as those of the revision it is compared with. */
    public Snapshot comparedWith(Snapshot base) {
        return new Snapshot(facts, base.facts, true);
    }

    /** What turns this snapshot into {@code next}; base facts are not compared. */
    public FactDelta deltaTo(Snapshot next) {
        Set<Fact> before = new HashSet<>(facts);
        Set<Fact> after = new HashSet<>(next.facts);
        return new FactDelta(
                facts.stream().filter(f -> !after.contains(f)).toList(),
                next.facts.stream().filter(f -> !before.contains(f)).toList());
    }

    /** The facts of one type, in order. */
    public <F extends Fact> List<F> facts(Class<F> type) {
        return facts.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** The order facts stand in everywhere. */
    public static Comparator<Fact> order() {
        return ORDER;
    }

    private static List<Fact> sorted(Collection<? extends Fact> facts) {
        List<Fact> sorted = new ArrayList<>(new LinkedHashSet<>(facts));
        sorted.sort(ORDER);
        return List.copyOf(sorted);
    }
}
