package io.github.assaymark.core.rete;

import io.github.assaymark.core.facts.FactStore;
import io.github.assaymark.core.link.LeafPlan;
import io.github.assaymark.core.link.Match;
import io.github.assaymark.core.link.Matches;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.rule.Pattern;
import java.util.Iterator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What matches one leaf for one subject, read from the network's buckets; a null bucket stands for all facts of the
 * pattern's type in scope. Facts the network did not keep are looked for anew, which only explanations ask for.
 */
final class ReteMatches implements Matches {
    private final ReteSession session;
    private final LeafPlan plan;
    private final @Nullable Fact subject;
    private final @Nullable Bucket candidates;
    private final @Nullable Bucket hits;

    ReteMatches(
            ReteSession session,
            LeafPlan plan,
            @Nullable Fact subject,
            @Nullable Bucket candidates,
            @Nullable Bucket hits) {
        this.session = session;
        this.plan = plan;
        this.subject = subject;
        this.candidates = candidates;
        this.hits = hits;
    }

    @Override
    public int candidates() {
        return count(candidates);
    }

    @Override
    public int hits() {
        return count(hits);
    }

    @Override
    public Iterable<Match> candidateTuples() {
        if (candidates == null) return all();
        Iterable<Match> kept = candidates.tuples();
        if (kept != null) return kept;
        return candidates.count() == 0
                ? Bucket.NONE
                : session.plain().of(plan, subject).candidateTuples();
    }

    @Override
    public Iterable<Match> hitTuples() {
        if (hits == null) return all();
        Iterable<Match> kept = hits.tuples();
        if (kept != null) return kept;
        return hits.count() == 0
                ? Bucket.NONE
                : session.plain().of(plan, subject).hitTuples();
    }

    private int count(@Nullable Bucket bucket) {
        if (bucket != null) return bucket.count();
        Pattern pattern = plan.pattern();
        FactStore store = session.store();
        return plan.patternScoped()
                ? store.facts(pattern.side(), pattern.factType(), owner()).size()
                : store.count(pattern.side(), pattern.factType());
    }

    private Iterable<Match> all() {
        Pattern pattern = plan.pattern();
        Iterable<Fact> facts = plan.patternScoped()
                ? session.store().facts(pattern.side(), pattern.factType(), owner())
                : session.store().facts(pattern.side(), pattern.factType());
        return () -> {
            Iterator<Fact> each = facts.iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return each.hasNext();
                }

                @Override
                public Match next() {
                    return new Match(each.next(), null);
                }
            };
        };
    }

    private String owner() {
        return Objects.requireNonNull(subject, "no subject for a leaf that depends on it")
                .owner();
    }
}
