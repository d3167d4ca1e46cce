package io.github.assaymark.model.verdict;

import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The value of a condition: Kleene's three values, of which UNKNOWN carries a reason, with PENDING as an unknown that
 * time will resolve, VACUOUS for a condition over an empty set that was completely searched, and ERROR.
 *
 * <p>{@code all}: ERROR, FALSE, UNKNOWN, PENDING, TRUE, VACUOUS, the first that occurs. {@code any}: ERROR, TRUE,
 * UNKNOWN, PENDING, VACUOUS, FALSE, the first that occurs. Neither can make TRUE out of UNKNOWN, PENDING, VACUOUS or
 * ERROR.
 */
public sealed interface Truth {

    /** Holds. */
    record True() implements Truth {}

    /** Does not hold. */
    record False() implements Truth {}

    /** Cannot be said. */
    record Unknown(Outcome.Reason reason) implements Truth {}

    /** Cannot be said before {@code earliest}. */
    record Pending(@Nullable Instant since, @Nullable Instant earliest) implements Truth {}

    /** Speaks of nothing. */
    record Vacuous() implements Truth {}

    /** Could not be evaluated. */
    record Errored(String message) implements Truth {}

    /** True or False. */
    static Truth of(boolean holds) {
        return holds ? new True() : new False();
    }

    /** The word explanations print. */
    default String word() {
        if (this instanceof Unknown u) return "UNKNOWN(" + u.reason() + ")";
        if (this instanceof Errored) return "ERROR";
        return getClass().getSimpleName().toUpperCase(Locale.ROOT);
    }

    /** Conjunction. Among several unknowns the reason that comes first counts; among several pendings the latest. */
    static Truth all(Collection<Truth> parts) {
        return first(parts, true);
    }

    /** Disjunction. Among several unknowns the reason that comes first counts; among several pendings the earliest. */
    static Truth any(Collection<Truth> parts) {
        return first(parts, false);
    }

    private static Truth first(Collection<Truth> parts, boolean conjunction) {
        Truth result = null;
        for (Truth part : parts)
            if (result == null
                    || rank(part, conjunction) < rank(result, conjunction)
                    || (rank(part, conjunction) == rank(result, conjunction) && preferred(part, result, conjunction)))
                result = part;
        if (result == null) throw new IllegalArgumentException("no parts");
        return result;
    }

    private static int rank(Truth truth, boolean conjunction) {
        if (truth instanceof Errored) return 0;
        if (truth instanceof False) return conjunction ? 1 : 5;
        if (truth instanceof True) return conjunction ? 4 : 1;
        if (truth instanceof Unknown) return 2;
        if (truth instanceof Pending) return 3;
        return conjunction ? 5 : 4;
    }

    private static boolean preferred(Truth part, Truth than, boolean conjunction) {
        if (part instanceof Unknown a && than instanceof Unknown b)
            return a.reason().compareTo(b.reason()) < 0;
        if (part instanceof Pending a && than instanceof Pending b) {
            if (a.earliest() == null || b.earliest() == null) return a.earliest() == null && b.earliest() != null;
            int order = a.earliest().compareTo(b.earliest());
            return conjunction ? order > 0 : order < 0;
        }
        if (part instanceof Errored a && than instanceof Errored b)
            return a.message().compareTo(b.message()) < 0;
        return false;
    }
}
