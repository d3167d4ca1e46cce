package io.github.assaymark.model.verdict;

import io.github.assaymark.model.Provenance;

/**
 * Something a reader of an assessment must know that is no verdict.
 *
 * @param message one line
 * @param place where to look
 */
public record Notice(Kind kind, String message, Provenance place) {
    /** What it is about. */
    public enum Kind {
        WAIVER_EXPIRED,
        /** The directory of people, git or its signature do not bear out who allows it. */
        WAIVER_DOUBTED,
        WAIVER_FORBIDDEN,
        /** Names an unknown item or subject, or an item that does not fail. */
        WAIVER_UNUSED,
        ATTESTATION_EXPIRED,
        /** Names an unknown item or subject. */
        ATTESTATION_UNUSED,
        /** Names a parameter no checklist declares, or holds a value of the wrong type. */
        PARAMETER_WRONG,
        /** A part of the engine failed and another one did its work: outcomes are not changed by it. */
        ENGINE_FALLBACK
    }
}
