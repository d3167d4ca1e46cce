package io.github.assaymark.core.facts;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.FactDelta;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.rule.Pattern;
import io.github.assaymark.model.verdict.Outcome.Reason;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
     */
    public @Nullable Reason reason(Pattern.Side side, String type, @Nullable String owner) {
        boolean base = side == Pattern.Side.BASE;
        if (base && !store.hasBase()) return Reason.NOT_OBSERVED;
        if (!base && ALWAYS.contains(type)) return null;
        Tally tally = owner == null
                ? (base ? baseByType : headByType).get(type)
                : (base ? baseByOwner : headByOwner).get(new TypeOwner(type, owner));
        return tally == null ? Reason.NOT_OBSERVED : tally.reason();
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
        Map<TypeOwner, @Nullable Reason> before = new HashMap<>();
        effect.removed().forEach(fact -> remember(fact, before));
        effect.added().forEach(fact -> remember(fact, before));
        if (before.isEmpty()) return Set.of();
        for (Fact fact : effect.removed())
            if (fact instanceof Coverage coverage) count(coverage, -1, headByType, headByOwner);
        for (Fact fact : effect.added())
            if (fact instanceof Coverage coverage) count(coverage, 1, headByType, headByOwner);
        Set<TypeOwner> changed = new LinkedHashSet<>();
        before.forEach((scope, reason) -> {
            if (reason(Pattern.Side.HEAD, scope.type(), scope.owner()) != reason) changed.add(scope);
        });
        return changed;
    }

    private void remember(Fact fact, Map<TypeOwner, @Nullable Reason> before) {
        if (!(fact instanceof Coverage c)) return;
        TypeOwner owned = new TypeOwner(c.factType(), c.owner());
        TypeOwner all = new TypeOwner(c.factType(), null);
        before.put(owned, reason(Pattern.Side.HEAD, c.factType(), c.owner()));
        before.put(all, reason(Pattern.Side.HEAD, c.factType(), null));
    }

    private static void count(Coverage coverage, int by, Map<String, Tally> byType, Map<TypeOwner, Tally> byOwner) {
        byType.computeIfAbsent(coverage.factType(), type -> new Tally()).add(coverage.status(), by);
        byOwner.computeIfAbsent(new TypeOwner(coverage.factType(), coverage.owner()), scope -> new Tally())
                .add(coverage.status(), by);
    }

    private static final class Tally {
        private final Map<Coverage.Status, Integer> counts = new EnumMap<>(Coverage.Status.class);
        private int total;

        void add(Coverage.Status status, int by) {
            counts.merge(status, by, Integer::sum);
            total += by;
        }

        @Nullable
        Reason reason() {
            if (total == 0 || has(Coverage.Status.NOT_ATTEMPTED) || has(Coverage.Status.FAILED))
                return Reason.NOT_OBSERVED;
            if (has(Coverage.Status.PARTIAL)) return Reason.PARTIAL;
            return has(Coverage.Status.DENIED) ? Reason.DENIED : null;
        }

        private boolean has(Coverage.Status status) {
            return counts.getOrDefault(status, 0) > 0;
        }
    }
}
