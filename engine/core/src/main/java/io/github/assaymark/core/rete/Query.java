package io.github.assaymark.core.rete;

import io.github.assaymark.core.link.LeafPlan;
import io.github.assaymark.core.link.Reads;
import io.github.assaymark.model.rule.Canonical;
import io.github.assaymark.model.rule.Condition;
import io.github.assaymark.model.rule.Expr;
import io.github.assaymark.model.rule.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one rule of the network looks for. Leaves that look for the same share a query, so that no left-hand side is
 * compiled twice.
 *
 * @param reach by what its tuples are grouped
 * @param judges fact type of the subject pattern in front; null unless reach is SUBJECT
 * @param first the only or first pattern
 * @param second the pattern after it; null when there is none
 * @param absent whether the second must have no match instead of one
 */
record Query(
        LeafPlan.Reach reach,
        @Nullable String judges,
        Facts first,
        @Nullable Facts second,
        boolean absent) {

    /**
     * A pattern without the qualifiers, which are judged outside of the network.
     *
     * @param scoped whether only facts of the subject's owner count
     * @param where conjuncts, flattened, none twice
     */
    record Facts(String type, Pattern.Side side, boolean scoped, List<Expr> where) {
        Facts {
            where = List.copyOf(where);
        }

        static Facts of(Pattern pattern, boolean scoped) {
            return new Facts(pattern.factType(), pattern.side(), scoped, conjuncts(pattern.where()));
        }

        Facts and(Expr more) {
            List<Expr> all = new ArrayList<>(where);
            all.add(more);
            return new Facts(type, side, scoped, conjuncts(all));
        }

        private static List<Expr> conjuncts(List<Expr> exprs) {
            List<Expr> flat = new ArrayList<>();
            Set<String> known = new java.util.HashSet<>();
            for (Expr expr : exprs) flatten(expr, flat, known);
            return flat;
        }

        private static void flatten(Expr expr, List<Expr> into, Set<String> known) {
            if (expr instanceof Expr.And and) for (Expr part : and.parts()) flatten(part, into, known);
            else if (known.add(Canonical.id(expr))) into.add(expr);
        }

        private String id() {
            return side + " " + type + (scoped ? " scoped " : " ") + Canonical.id(where);
        }
    }

    /** The query for the candidates of a leaf. */
    static Query candidates(LeafPlan plan) {
        Facts facts = Facts.of(plan.pattern(), plan.patternScoped());
        if (Reads.of(facts.where()).subject())
            return new Query(LeafPlan.Reach.SUBJECT, plan.judges(), facts, null, false);
        LeafPlan.Reach reach = plan.patternScoped() ? LeafPlan.Reach.OWNER : LeafPlan.Reach.GLOBAL;
        return new Query(reach, null, facts, null, false);
    }

    /** The query for the hits of a leaf; equal to that for its candidates when they are the same. */
    static Query hits(LeafPlan plan) {
        Facts facts = Facts.of(plan.pattern(), plan.patternScoped());
        if (plan.leaf() instanceof Condition.EveryMust every)
            return new Query(plan.reach(), plan.judges(), facts.and(violated(every)), null, false);
        if (plan.partner() == null) return candidates(plan);
        Facts partner = Facts.of(plan.partner(), plan.partnerScoped());
        return new Query(plan.reach(), plan.judges(), facts, partner, !plan.hitsArePairs());
    }

    private static Expr violated(Condition.EveryMust every) {
        List<Expr> must = every.must();
        return new Expr.Not(must.size() == 1 ? must.get(0) : new Expr.And(must, every.place()), every.place());
    }

    /** Equal for queries that mean the same. */
    String id() {
        return reach + " " + judges + "|" + first.id() + (second == null ? "" : (absent ? "|not " : "|") + second.id());
    }

    /** Whether every fact of the type in scope is a match: the fact store knows them without a network. */
    boolean isUnfiltered() {
        return first.where().isEmpty() && second == null;
    }

    /** What its expressions read. */
    Reads reads() {
        List<Expr> all = new ArrayList<>(first.where());
        if (second != null) all.addAll(second.where());
        return Reads.of(all);
    }
}
