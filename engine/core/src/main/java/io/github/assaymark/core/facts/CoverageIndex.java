package io.github.assaymark.core.facts;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.FactDelta;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.rule.Pattern;
import io.github.assaymark.model.verdict.Outcome.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Whether an empty search would be evidence of absence, by fact type and owner. Not safe for many threads. */
public final class CoverageIndex {
    /** Facts of these types are complete by their nature. */
    private static final Set<String> ALWAYS = Set.of("Coverage", "Now", "Param", "PolicyValue");

    private final FactStore store;
    private final Map<String, Tally> headByType = new HashMap<>();
    private final Map<String, Tally> baseByType = new HashMap<>();
    private final Map<TypeOwner, Tally> headByOwner = new HashMap<>();
    private final Map<TypeOwner, Tally> baseByOwner = new HashMap<>();

    /**
     * A fact type of an owner.
     *
     * @param owner null for all owners
     */
    public record TypeOwner(String type, @Nullable String owner) {}

    /** The coverage that is in the store. */
    public CoverageIndex(FactStore store) {
        this.store = store;
        for (Fact fact : store.facts(Pattern.Side.HEAD, "Coverage")) count((Coverage) fact, 1, headByType, headByOwner);
        for (Fact fact : store.facts(Pattern.Side.BASE, "Coverage")) count((Coverage) fact, 1, baseByType, baseByOwner);
    }

    /**
     * Why the absence of a fact would be no evidence; null when it would be.
     *
     * @param owner whose facts; null for those of every owner
     * @param fixed what is known of the facts that could match
     */
    public @Nullable Reason reason(Pattern.Side side, String type, @Nullable String owner, Fixed fixed) {
        boolean base = side == Pattern.Side.BASE;
        if (base && !store.hasBase()) return Reason.NOT_OBSERVED;
        if (!base && ALWAYS.contains(type)) return null;
        Tally tally = tally(side, type, owner);
        return tally == null ? Reason.NOT_OBSERVED : tally.reason(fixed);
    }

    /** The same for all facts of the type. */
    public @Nullable Reason reason(Pattern.Side side, String type, @Nullable String owner) {
        return reason(side, type, owner, Fixed.NOTHING);
    }

    /**
     * When the oldest exported state was observed that the absence of a fact rests on; null when it rests on none.
     *
     * @param owner whose facts; null for those of every owner
     * @param fixed what is known of the facts that could match
     */
    public @Nullable Instant observedAt(Pattern.Side side, String type, @Nullable String owner, Fixed fixed) {
        Tally tally = tally(side, type, owner);
        return tally == null ? null : tally.observedAt(fixed);
    }

    private @Nullable Tally tally(Pattern.Side side, String type, @Nullable String owner) {
        boolean base = side == Pattern.Side.BASE;
        return owner == null
                ? (base ? baseByType : headByType).get(type)
                : (base ? baseByOwner : headByOwner).get(new TypeOwner(type, owner));
    }

    /** The coverage facts {@link #reason} speaks of, in the order of snapshots. */
    public List<Coverage> entries(Pattern.Side side, String type, @Nullable String owner) {
        List<Coverage> entries = new ArrayList<>();
        Iterable<Fact> all = owner == null ? store.facts(side, "Coverage") : store.facts(side, "Coverage", owner);
        for (Fact fact : all) if (((Coverage) fact).factType().equals(type)) entries.add((Coverage) fact);
        entries.sort(Snapshot.order());
        return entries;
    }

    /** Follows a change of the judged revision; tells which reasons changed. */
    public Set<TypeOwner> apply(FactDelta effect) {
        Map<TypeOwner, Map<List<String>, Answer>> before = new HashMap<>();
        effect.removed().forEach(fact -> remember(fact, before));
        effect.added().forEach(fact -> remember(fact, before));
        if (before.isEmpty()) return Set.of();
        for (Fact fact : effect.removed())
            if (fact instanceof Coverage coverage) count(coverage, -1, headByType, headByOwner);
        for (Fact fact : effect.added())
            if (fact instanceof Coverage coverage) count(coverage, 1, headByType, headByOwner);
        Set<TypeOwner> changed = new LinkedHashSet<>();
        before.forEach((scope, answer) -> {
            if (!answer(scope).equals(answer)) changed.add(scope);
        });
        return changed;
    }

    private void remember(Fact fact, Map<TypeOwner, Map<List<String>, Answer>> before) {
        if (!(fact instanceof Coverage c)) return;
        TypeOwner owned = new TypeOwner(c.factType(), c.owner());
        TypeOwner all = new TypeOwner(c.factType(), null);
        before.put(owned, answer(owned));
        before.put(all, answer(all));
    }

    private Map<List<String>, Answer> answer(TypeOwner scope) {
        Tally tally = tally(Pattern.Side.HEAD, scope.type(), scope.owner());
        return tally == null ? Map.of() : tally.answers();
    }

    private record Answer(@Nullable Reason reason, @Nullable Instant observedAt) {}

    private static void count(Coverage coverage, int by, Map<String, Tally> byType, Map<TypeOwner, Tally> byOwner) {
        byType.computeIfAbsent(coverage.factType(), type -> new Tally()).add(coverage, by);
        byOwner.computeIfAbsent(new TypeOwner(coverage.factType(), coverage.owner()), scope -> new Tally())
                .add(coverage, by);
    }

    private static final class Tally {
        private final Map<List<String>, Part> parts = new HashMap<>();

        void add(Coverage coverage, int by) {
            Part part = parts.computeIfAbsent(coverage.about(), about -> new Part());
            part.add(coverage, by);
            if (part.total == 0) parts.remove(coverage.about());
        }

        @Nullable
        Reason reason(Fixed fixed) {
            Map<Coverage.Status, Integer> counts = new EnumMap<>(Coverage.Status.class);
            parts.forEach((about, part) -> {
                if (fixed.concerns(about))
                    part.counts.forEach((status, count) -> counts.merge(status, count, Integer::sum));
            });
            return reasonOf(counts);
        }

        @Nullable
        Instant observedAt(Fixed fixed) {
            Instant oldest = null;
            for (Map.Entry<List<String>, Part> part : parts.entrySet()) {
                if (!fixed.concerns(part.getKey())) continue;
                Instant observed = part.getValue().oldest();
                if (observed != null && (oldest == null || observed.isBefore(oldest))) oldest = observed;
            }
            return oldest;
        }

        Map<List<String>, Answer> answers() {
            Map<List<String>, Answer> answers = new HashMap<>();
            parts.forEach((about, part) -> answers.put(about, new Answer(reasonOf(part.counts), part.oldest())));
            return answers;
        }

        private static @Nullable Reason reasonOf(Map<Coverage.Status, Integer> counts) {
            if (counts.isEmpty()
                    || counts.containsKey(Coverage.Status.NOT_ATTEMPTED)
                    || counts.containsKey(Coverage.Status.FAILED)) return Reason.NOT_OBSERVED;
            if (counts.containsKey(Coverage.Status.PARTIAL)) return Reason.PARTIAL;
            return counts.containsKey(Coverage.Status.DENIED) ? Reason.DENIED : null;
        }
    }

    /** Coverage with the same limits. */
    private static final class Part {
        private final Map<Coverage.Status, Integer> counts = new EnumMap<>(Coverage.Status.class);
        private final SortedMap<Instant, Integer> observed = new TreeMap<>();
        private int total;

        void add(Coverage coverage, int by) {
            total += by;
            counts.merge(coverage.status(), by, (had, more) -> had + more == 0 ? null : had + more);
            if (coverage.provenance() instanceof Provenance.Export export)
                observed.merge(export.observedAt(), by, (had, more) -> had + more == 0 ? null : had + more);
        }

        @Nullable
        Instant oldest() {
            return observed.isEmpty() ? null : observed.firstKey();
        }
    }
}
