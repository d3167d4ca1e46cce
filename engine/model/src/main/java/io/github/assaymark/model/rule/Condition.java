package io.github.assaymark.model.rule;

import io.github.assaymark.model.Phase;
import io.github.assaymark.model.verdict.Outcome;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an item demands: leaves that quantify over facts, joined by {@code allOf} and {@code anyOf} in three-valued
 * logic. The truth of each leaf is laid down in {@code dsl-docs}, "Verdict algebra".
 */
public sealed interface Condition {

    /** Where it stands in the checklist. */
    SourcePlace place();

    /** What the author calls it in explanations; null when only its text is known. */
    @Nullable
    String label();

    /** A condition that looks at facts itself. */
    sealed interface Leaf extends Condition {}

    /** All parts hold. */
    record AllOf(@Nullable String label, List<Condition> parts, SourcePlace place) implements Condition {
        /** Copies the list. */
        public AllOf {
            parts = List.copyOf(parts);
        }
    }

    /** A part holds. */
    record AnyOf(@Nullable String label, List<Condition> parts, SourcePlace place) implements Condition {
        /** Copies the list. */
        public AnyOf {
            parts = List.copyOf(parts);
        }
    }

    /** A fact matches. */
    record Some(@Nullable String label, Pattern pattern, SourcePlace place) implements Leaf {}

    /** No fact matches. */
    record No(@Nullable String label, Pattern pattern, SourcePlace place) implements Leaf {}

    /** Every matching fact meets all conjuncts of {@code must}. Vacuous when no fact matches. */
    record EveryMust(@Nullable String label, Pattern pattern, List<Expr> must, SourcePlace place) implements Leaf {
        /** Copies the list. */
        public EveryMust {
            must = List.copyOf(must);
        }
    }

    /** Every matching fact has a partner. Vacuous when no fact matches. */
    record EveryHas(@Nullable String label, Pattern pattern, Pattern partner, SourcePlace place) implements Leaf {}

    /** No matching fact has a partner. Vacuous when no fact matches. */
    record EveryHasNo(@Nullable String label, Pattern pattern, Pattern partner, SourcePlace place) implements Leaf {}

    /** Which counts are enough. */
    enum Quantity {
        AT_LEAST("atLeast"),
        AT_MOST("atMost"),
        EXACTLY("exactly");

        private final String text;

        Quantity(String text) {
            this.text = text;
        }

        /** Its name in checklists. */
        public String text() {
            return text;
        }
    }

    /**
     * The number of matching facts is right.
     *
     * @param number INTEGER constant or parameter
     * @param distinctBy counts the different present values of this expression instead of facts; null to count facts
     */
    record Count(
            @Nullable String label,
            Quantity quantity,
            Expr number,
            Pattern pattern,
            @Nullable Expr distinctBy,
            SourcePlace place)
            implements Leaf {}

    /**
     * Enough persons attest the item, and nobody rejects it.
     *
     * @param roles TEXT_LIST constant, or parameter of type TEXT or TEXT_LIST: the attesting person's role must be one
     *     of them; null for any role
     * @param within greatest age of an attestation; null for no limit but its own expiry
     * @param revision whether it must speak of the subject's commit
     * @param bound facts whose content it must speak of: its digest must equal theirs; null for none
     * @param quorum how many different persons; INTEGER constant or parameter
     */
    record Attested(
            @Nullable String label,
            @Nullable Expr roles,
            @Nullable Duration within,
            boolean revision,
            @Nullable Pattern bound,
            Expr quorum,
            SourcePlace place)
            implements Leaf {}

    /**
     * Items are green: PASS or NOT_APPLICABLE, or, with {@code waivedCounts}, under a valid waiver. They are looked up
     * on the same subject when their checklist judges the same type, else on every subject with the same owner.
     *
     * @param except names of checklists, sections or items that are left out
     * @param upTo phase of the last items that are asked for; null for all
     * @param items ids, resolved from a checklist, section or item name; never empty, never the item itself
     * @param having what is asked instead of whether they are green; null when it is that
     */
    record VerdictOf(
            @Nullable String label,
            String target,
            List<String> except,
            @Nullable Phase upTo,
            List<String> items,
            boolean waivedCounts,
            @Nullable Having having,
            SourcePlace place)
            implements Leaf {
        /** Copies the lists. */
        public VerdictOf {
            except = List.copyOf(except);
            items = List.copyOf(items);
        }

        /** Whether all items of {@code target} are green. */
        public VerdictOf(
                @Nullable String label, String target, List<String> items, boolean waivedCounts, SourcePlace place) {
            this(label, target, List.of(), null, items, waivedCounts, null, place);
        }
    }

    /**
     * One of the verdicts has one of these outcomes, or with {@code none} no verdict has. An outcome that is open and
     * none of these leaves the question open.
     */
    record Having(boolean none, List<Outcome.Kind> outcomes) {
        /** Copies the list, each outcome once in the order of the words; it must not be empty. */
        public Having {
            outcomes = List.copyOf(EnumSet.copyOf(outcomes));
        }
    }
}
