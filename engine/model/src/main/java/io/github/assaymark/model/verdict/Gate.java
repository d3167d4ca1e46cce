package io.github.assaymark.model.verdict;

import io.github.assaymark.model.Phase;
import java.util.List;

/**
 * Whether the subject may ship.
 *
 * @param upTo the gate counts blockers of this phase and earlier ones
 * @param standing verdicts of blockers that stand in the way, in the order of the assessment
 */
public record Gate(Decision decision, Phase upTo, List<Verdict> standing) {

    /** What the gate says, with the process exit code of each. */
    public enum Decision {
        /** Every blocker is PASS, NOT_APPLICABLE, or FAIL under a permitted waiver. */
        PASSES(0),
        /** A blocker is FAIL. */
        FAILS(1),
        /** A blocker is ERROR. */
        ERROR(3),
        /** No blocker is FAIL, but one is UNKNOWN or PENDING. */
        UNKNOWN(4);

        private final int exitCode;

        Decision(int exitCode) {
            this.exitCode = exitCode;
        }

        public int exitCode() {
            return exitCode;
        }
    }

    /** Copies the list. */
    public Gate {
        standing = List.copyOf(standing);
    }
}
