package io.github.assaymark.core.link;

import io.github.assaymark.model.rule.Condition;
import io.github.assaymark.model.rule.Pattern;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the patterns of a leaf are matched. Leaves that mean the same share one plan, whatever their labels and places.
 *
 * @param id its position in {@link LeafPlans#matched}
 * @param leaf the first leaf of the plan; never {@code Attested} or {@code VerdictOf}, which match nothing themselves:
 *     the bound facts of {@code Attested} are a {@code Some} of their own
 * @param reach which part of the subject matching depends on
 * @param judges fact type of the subjects for {@link Reach#SUBJECT}; null for the other two
 * @param pattern the leaf's only or first pattern
 * @param partner its second pattern; null when it has one only
 * @param patternScoped whether {@code pattern} sees only facts of the subject's owner
 * @param partnerScoped whether {@code partner} does
 * @param hitsArePairs whether hits are pairs of candidate and partner
 * @param needsTuples whether judging reads the facts; otherwise the two counts suffice
 * @param matchReadsEnvironment whether matching reads {@code now} or parameters
 * @param judgeReadsEnvironment whether judging the matches reads {@code now} or parameters
 * @param parameters the parameters it reads, by {@code param.x} or as {@code PolicyValue} facts, sorted
 * @param everyParameter whether it reads {@code PolicyValue} facts of any name
 * @param canFail whether matching may throw
 * @param headTypes fact types it matches in the judged revision, sorted
 * @param baseTypes fact types it matches in the base revision, sorted
 * @param identity equal for leaves judged alike
 * @param matchIdentity equal for leaves matched alike: {@code some}, {@code no} and counts of one pattern share it
 */
public record LeafPlan(
        int id,
        Condition.Leaf leaf,
        Reach reach,
        @Nullable String judges,
        Pattern pattern,
        @Nullable Pattern partner,
        boolean patternScoped,
        boolean partnerScoped,
        boolean hitsArePairs,
        boolean needsTuples,
        boolean matchReadsEnvironment,
        boolean judgeReadsEnvironment,
        Set<String> parameters,
        boolean everyParameter,
        boolean canFail,
        Set<String> headTypes,
        Set<String> baseTypes,
        String identity,
        String matchIdentity) {

    /** Which part of the subject matching depends on. */
    public enum Reach {
        /** None: matches are the same for all subjects. */
        GLOBAL,
        /**
         * Its owner: the first pattern sees facts of that owner only, the partner facts of the same owner or all. No
         * expression reads the subject.
         */
        OWNER,
        /** The subject itself. */
        SUBJECT
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return id;
    }

    @Override
    public String toString() {
        return "#" + id + " " + identity;
    }
}
