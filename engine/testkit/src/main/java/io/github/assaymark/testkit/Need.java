package io.github.assaymark.testkit;

import io.github.assaymark.model.rule.Canonical;
import io.github.assaymark.model.rule.Condition;
import io.github.assaymark.model.rule.Expr;
import io.github.assaymark.model.rule.Pattern;
import io.github.assaymark.model.verdict.ExplanationNode;
import io.github.assaymark.model.verdict.FactRef;
import io.github.assaymark.model.verdict.Truth;
import io.github.assaymark.model.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which parts a PASS needs, by what its explanation shows: those nothing else can stand in for. Where that cannot be
 * told from the explanation, a part counts as not needed; taking everything away one after the other covers it.
 */
final class Need {
    private final Verdict verdict;

    Need(Verdict verdict) {
        this.verdict = verdict;
    }

    boolean of(Piece piece) {
        if (!piece.isSearch()) return holds((leaf, node) -> fact(leaf, node, piece));
        // What verdicts it rests on searched among the facts of other owners is theirs.
        boolean own = verdict.explanation().searched().stream().map(Piece::of).anyMatch(piece::equals);
        return own
                && (applies((leaf, node) -> search(leaf, piece.type()))
                        || holds((leaf, node) -> search(leaf, piece.type())));
    }

    /** Whether it needs to know about a type of facts at all. */
    boolean ofType(String type) {
        return applies((leaf, node) -> type(leaf, type)) || holds((leaf, node) -> type(leaf, type));
    }

    /** A fact that makes the item apply supports the question, not the answer; what is unknown ends both. */
    private boolean applies(BiPredicate<Condition, ExplanationNode> leaf) {
        Condition applies = verdict.item().appliesIf();
        ExplanationNode applicability = verdict.explanation().applicability();
        return applies != null && applicability != null && needed(applies, applicability, leaf);
    }

    private boolean holds(BiPredicate<Condition, ExplanationNode> leaf) {
        ExplanationNode tree = verdict.explanation().tree();
        return tree != null && needed(verdict.item().condition(), tree, leaf);
    }

    private static boolean needed(
            Condition condition, ExplanationNode node, BiPredicate<Condition, ExplanationNode> leaf) {
        if (!(node.value() instanceof Truth.True)) return false;
        boolean all = condition instanceof Condition.AllOf;
        List<Condition> parts = condition instanceof Condition.AllOf of
                ? of.parts()
                : condition instanceof Condition.AnyOf of ? of.parts() : List.of();
        if (parts.isEmpty()) return leaf.test(condition, node);
        List<Boolean> needs = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            ExplanationNode child = node.children().get(i);
            if (child.value() instanceof Truth.True) needs.add(needed(parts.get(i), child, leaf));
        }
        return all ? needs.contains(true) : !needs.contains(false);
    }

    private boolean fact(Condition leaf, ExplanationNode node, Piece piece) {
        List<FactRef> witnesses = node.witnesses();
        boolean first = !witnesses.isEmpty() && Piece.of(witnesses.get(0)).equals(piece);
        boolean cited = witnesses.stream().anyMatch(witness -> Piece.of(witness).equals(piece));
        if (acceptsAbsence(leaf, verdict.item().condition())) return false;
        if (leaf instanceof Condition.EveryHas) return first && node.witnessTotal() == 2; // it and its partner
        if (leaf instanceof Condition.Count count) return cited && counted(count, node.witnessTotal());
        return cited && node.witnessTotal() == 1;
    }

    /** "There is none, or each …" of one {@code anyOf} accepts by its own words that there is none. */
    private static boolean acceptsAbsence(Condition leaf, Condition condition) {
        if (condition instanceof Condition.AllOf of)
            return of.parts().stream().anyMatch(part -> acceptsAbsence(leaf, part));
        if (!(condition instanceof Condition.AnyOf of)) return false;
        Pattern candidates = candidates(leaf);
        boolean none = candidates != null
                && of.parts().contains(leaf)
                && of.parts().stream()
                        .anyMatch(part -> part instanceof Condition.No no && same(no.pattern(), candidates));
        return none || of.parts().stream().anyMatch(part -> acceptsAbsence(leaf, part));
    }

    private static @Nullable Pattern candidates(Condition leaf) {
        if (leaf instanceof Condition.EveryHas every) return every.pattern();
        return leaf instanceof Condition.EveryMust every ? every.pattern() : null;
    }

    private static boolean same(Pattern one, Pattern other) {
        return one.factType().equals(other.factType())
                && one.side() == other.side()
                && one.anywhere() == other.anywhere()
                && conjuncts(one).equals(conjuncts(other));
    }

    private static Set<String> conjuncts(Pattern pattern) {
        return pattern.where().stream().map(Canonical::id).collect(Collectors.toSet());
    }

    private static boolean counted(Condition.Count count, int witnesses) {
        if (count.distinctBy() != null || count.quantity() == Condition.Quantity.AT_MOST) return false;
        if (count.quantity() == Condition.Quantity.EXACTLY) return true;
        return count.number() instanceof Expr.Const number
                && Long.valueOf(witnesses).equals(number.value());
    }

    private static boolean search(Condition leaf, String type) {
        if (leaf instanceof Condition.No no) return head(no.pattern(), type);
        if (leaf instanceof Condition.EveryMust every) return head(every.pattern(), type);
        if (leaf instanceof Condition.EveryHas every) return head(every.pattern(), type);
        if (leaf instanceof Condition.EveryHasNo every)
            return head(every.pattern(), type) || head(every.partner(), type);
        return leaf instanceof Condition.Count count
                && count.quantity() != Condition.Quantity.AT_LEAST
                && head(count.pattern(), type);
    }

    private static boolean type(Condition leaf, String type) {
        if (search(leaf, type)) return true;
        if (leaf instanceof Condition.Some some) return head(some.pattern(), type);
        if (leaf instanceof Condition.EveryHas every) return head(every.partner(), type);
        if (leaf instanceof Condition.Count count) return head(count.pattern(), type);
        return leaf instanceof Condition.Attested attested
                && (type.equals("Attestation") || (attested.bound() != null && head(attested.bound(), type)));
    }

    private static boolean head(Pattern pattern, String type) {
        return pattern.side() == Pattern.Side.HEAD
                && pattern.factType().equals(type)
                && !Set.of("Now", "Param", "PolicyValue").contains(type);
    }
}
