package io.github.assaymark.core.link;

import io.github.assaymark.model.rule.Canonical;
import io.github.assaymark.model.rule.Condition;
import io.github.assaymark.model.rule.Expr;
import io.github.assaymark.model.rule.Pattern;
import io.github.assaymark.model.rule.Qualifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Works out the plan of one leaf. */
final class LeafPlanner {
    /** Facts of these types belong to the run, not to an owner: every pattern sees all of them. */
    static final Set<String> ENGINE_TYPES = Set.of("Now", "Param", "PolicyValue");

    private final String judges;
    private final Condition.Leaf leaf;
    private final Pattern pattern;
    private final @Nullable Pattern partner;
    private final boolean bound;

    private LeafPlanner(String judges, Condition.Leaf leaf, boolean bound) {
        this.judges = judges;
        this.leaf = leaf;
        this.pattern = Objects.requireNonNull(LeafPlans.pattern(leaf));
        this.partner = LeafPlans.partner(leaf);
        this.bound = bound;
    }

    static LeafPlan plan(int id, String judges, Condition.Leaf asked, Condition.Leaf written) {
        return new LeafPlanner(judges, asked, asked != written).plan(id);
    }

    private LeafPlan plan(int id) {
        List<Expr> matching = matching();
        List<Expr> judging = judging();
        Reads match = Reads.of(matching);
        Reads judge = Reads.of(judging);
        boolean patternScoped = scoped(pattern);
        boolean partnerScoped = partner != null && scoped(partner);
        LeafPlan.Reach reach = reach(match.subject(), patternScoped, partnerScoped);
        boolean pairs = leaf instanceof Condition.EveryHasNo
                || (leaf instanceof Condition.EveryHas && LeafPlans.qualified(partner));
        boolean tuples = bound
                || LeafPlans.qualified(pattern)
                || LeafPlans.qualified(partner)
                || (leaf instanceof Condition.Count count && count.distinctBy() != null);
        Set<String> parameters = new TreeSet<>(match.parameters());
        parameters.addAll(judge.parameters());
        boolean everyParameter = policies(pattern, parameters);
        if (partner != null && policies(partner, parameters)) everyParameter = true;
        String matchIdentity = matchIdentity(pairs) + "|" + reach(reach) + "|" + patternScoped + partnerScoped;
        String identity = (bound ? "bound " : "") + leaf.getClass().getSimpleName() + "|" + matchIdentity + "|"
                + qualifiers(pattern.qualifiers()) + "|" + (partner == null ? "" : qualifiers(partner.qualifiers()))
                + number();
        return new LeafPlan(
                id,
                leaf,
                reach,
                reach == LeafPlan.Reach.SUBJECT ? judges : null,
                pattern,
                partner,
                patternScoped,
                partnerScoped,
                pairs,
                tuples,
                match.environment(),
                judge.environment() || aged(pattern) || (partner != null && aged(partner)),
                Set.copyOf(parameters),
                everyParameter,
                matching.stream().anyMatch(Reads::canFail),
                types(Pattern.Side.HEAD),
                types(Pattern.Side.BASE),
                identity,
                matchIdentity);
    }

    private List<Expr> matching() {
        List<Expr> exprs = new ArrayList<>(pattern.where());
        if (partner != null) exprs.addAll(partner.where());
        if (leaf instanceof Condition.EveryMust every) exprs.addAll(every.must());
        return exprs;
    }

    private List<Expr> judging() {
        List<Expr> exprs = new ArrayList<>(exprs(pattern.qualifiers()));
        if (partner != null) exprs.addAll(exprs(partner.qualifiers()));
        if (leaf instanceof Condition.Count count) {
            exprs.add(count.number());
            if (count.distinctBy() != null) exprs.add(count.distinctBy());
        }
        return exprs;
    }

    private static List<Expr> exprs(Qualifiers qualifiers) {
        List<Expr> exprs = new ArrayList<>();
        if (qualifiers.unresolved() != null) exprs.add(qualifiers.unresolved());
        if (qualifiers.awaiting() != null) exprs.add(qualifiers.awaiting());
        if (qualifiers.by() != null) exprs.add(qualifiers.by());
        return exprs;
    }

    private boolean scoped(Pattern of) {
        return !of.anywhere() && !judges.equals("Repository") && !ENGINE_TYPES.contains(of.factType());
    }

    private LeafPlan.Reach reach(boolean readsSubject, boolean patternScoped, boolean partnerScoped) {
        if (readsSubject || (partnerScoped && !patternScoped)) return LeafPlan.Reach.SUBJECT;
        return patternScoped ? LeafPlan.Reach.OWNER : LeafPlan.Reach.GLOBAL;
    }

    private String reach(LeafPlan.Reach reach) {
        return reach == LeafPlan.Reach.SUBJECT ? "SUBJECT " + judges : reach.name();
    }

    private static boolean aged(Pattern of) {
        return of.qualifiers().fresh() != null || of.qualifiers().settled() != null;
    }

    private Set<String> types(Pattern.Side side) {
        Set<String> types = new TreeSet<>();
        if (pattern.side() == side) types.add(pattern.factType());
        if (partner != null && partner.side() == side) types.add(partner.factType());
        return Set.copyOf(types);
    }

    /** Adds the parameters whose elements the pattern asks for; true when it asks for those of any parameter. */
    private static boolean policies(Pattern of, Set<String> parameters) {
        if (!of.factType().equals("PolicyValue")) return false;
        for (Expr conjunct : of.where()) {
            if (conjunct instanceof Expr.Compare c
                    && c.comparison() == Expr.Comparison.EQUAL
                    && isPolicyName(c.left())
                    && c.right() instanceof Expr.Const name
                    && name.value() instanceof String text) {
                parameters.add(text);
                return false;
            }
            if (conjunct instanceof Expr.In in
                    && isPolicyName(in.part())
                    && in.options() instanceof Expr.Const names
                    && names.value() instanceof List<?> list) {
                list.forEach(name -> parameters.add(String.valueOf(name)));
                return false;
            }
        }
        return true;
    }

    private static boolean isPolicyName(Expr expr) {
        return expr instanceof Expr.Prop p
                && p.role() == Expr.Role.OWN
                && p.property().equals("name");
    }

    private String matchIdentity(boolean pairs) {
        String first = identity(pattern);
        if (leaf instanceof Condition.EveryMust every) return "must " + first + " " + Canonical.id(every.must());
        if (partner == null) return "facts " + first;
        return (pairs ? "pairs " : "lonely ") + first + " " + identity(partner);
    }

    private static String identity(Pattern of) {
        return of.side() + " " + of.factType() + " " + Canonical.id(of.where());
    }

    private static String qualifiers(Qualifiers of) {
        if (of.isEmpty()) return "";
        return id(of.unresolved()) + ";" + of.thisRevision() + ";" + id(of.awaiting()) + ";" + of.fresh() + ";"
                + of.settled() + ";" + id(of.by());
    }

    private String number() {
        return leaf instanceof Condition.Count count
                ? "|" + count.quantity() + " " + id(count.number()) + " " + id(count.distinctBy())
                : "";
    }

    private static String id(@Nullable Expr expr) {
        return expr == null ? "-" : Canonical.id(expr);
    }
}
