package io.github.assaymark.model.rule;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a fact that matches a pattern must be besides, to be good evidence. A fact that is not is neither evidence for
 * nor against: it makes the condition UNKNOWN or PENDING, with itself as the reason. Tested in the order of the
 * components.
 *
 * @param unresolved true of facts whose value could not be determined: UNKNOWN, UNRESOLVED
 * @param thisRevision the fact's {@code sha} must be the subject's: else UNKNOWN, WRONG_REVISION
 * @param awaiting true of facts that wait for a person: UNKNOWN, AWAITING_ATTESTATION
 * @param fresh greatest age: else UNKNOWN, STALE
 * @param settled smallest age: else PENDING until then
 * @param by INSTANT the ages are counted from; null for the fact's {@code at}
 */
public record Qualifiers(
        @Nullable Expr unresolved,
        boolean thisRevision,
        @Nullable Expr awaiting,
        @Nullable Duration fresh,
        @Nullable Duration settled,
        @Nullable Expr by) {
    /** No demands. */
    public static final Qualifiers NONE = new Qualifiers(null, false, null, null, null, null);

    /** Whether there are no demands. */
    public boolean isEmpty() {
        return equals(NONE);
    }
}
