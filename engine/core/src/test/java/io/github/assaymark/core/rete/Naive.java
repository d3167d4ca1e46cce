package io.github.assaymark.core.rete;

import io.github.assaymark.core.facts.FactStore;
import io.github.assaymark.core.link.Environment;
import io.github.assaymark.core.link.Fn;
import io.github.assaymark.core.link.LeafPlan;
import io.github.assaymark.core.link.Linker;
import io.github.assaymark.core.link.Match;
import io.github.assaymark.core.link.MatchEngine;
import io.github.assaymark.core.link.Matches;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.rule.Condition;
import io.github.assaymark.model.rule.Expr;
import io.github.assaymark.model.rule.Pattern;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Matching by nested loops over all facts: slow, and short enough to be seen to be right. */
final class Naive implements MatchEngine {
    private final FactStore store;
    private final IdentityHashMap<Expr, Fn> linked = new IdentityHashMap<>();
    private Environment env;

    Naive(FactStore store, Environment env) {
        this.store = store;
        this.env = env;
    }

    record Found(List<Match> candidateTuples, List<Match> hitTuples) implements Matches {
        @Override
        public int candidates() {
            return candidateTuples.size();
        }

        @Override
        public int hits() {
            return hitTuples.size();
        }
    }

    @Override
    public Found of(LeafPlan plan, @Nullable Fact subject) {
        List<Match> candidates = new ArrayList<>();
        List<Match> hits = new ArrayList<>();
        for (Fact fact : facts(plan.pattern(), plan.patternScoped(), subject)) {
            if (!all(plan.pattern().where(), fact, null, subject)) continue;
            candidates.add(new Match(fact, null));
            if (plan.leaf() instanceof Condition.EveryMust every) {
                if (!all(every.must(), fact, null, subject)) hits.add(new Match(fact, null));
            } else if (plan.partner() == null) {
                hits.add(new Match(fact, null));
            } else {
                List<Match> pairs = pairs(plan, plan.partner(), fact, subject);
                if (plan.hitsArePairs()) hits.addAll(pairs);
                else if (pairs.isEmpty()) hits.add(new Match(fact, null));
            }
        }
        return new Found(candidates, hits);
    }

    private List<Match> pairs(LeafPlan plan, Pattern partner, Fact outer, @Nullable Fact subject) {
        List<Match> pairs = new ArrayList<>();
        for (Fact fact : facts(partner, plan.partnerScoped(), subject))
            if (all(partner.where(), fact, outer, subject)) pairs.add(new Match(fact, outer));
        return pairs;
    }

    private List<Fact> facts(Pattern pattern, boolean scoped, @Nullable Fact subject) {
        List<Fact> facts = new ArrayList<>();
        for (Fact fact : store.facts(pattern.side(), pattern.factType()))
            if (!scoped || fact.owner().equals(Objects.requireNonNull(subject).owner())) facts.add(fact);
        return facts;
    }

    private boolean all(List<Expr> exprs, Fact own, @Nullable Fact outer, @Nullable Fact subject) {
        for (Expr expr : exprs)
            if (!linked.computeIfAbsent(expr, e -> Linker.link(e, Trial.CATALOGUE))
                    .test(own, outer, subject, env)) return false;
        return true;
    }

    @Override
    public void apply(List<Fact> removed, List<Fact> added, Environment next, Touched touched) {
        env = next;
    }

    @Override
    public void close() {
        // holds nothing
    }
}
