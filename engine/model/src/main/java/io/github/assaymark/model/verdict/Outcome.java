package io.github.assaymark.model.verdict;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the facts say of an item on a subject. A waiver never changes it. */
public sealed interface Outcome {

    /** Which of the six it is. */
    Kind kind();

    /** The six outcomes; every report prints these words. */
    enum Kind {
        PASS,
        FAIL,
        UNKNOWN,
        PENDING,
        NOT_APPLICABLE,
        ERROR
    }

    /** Why an outcome is unknown, most telling first where several apply. */
    enum Reason {
        /** Nobody looked for such facts. */
        NOT_OBSERVED,
        /** Some inputs could not be read. */
        PARTIAL,
        /** Access was denied. */
        DENIED,
        /** The evidence is too old. */
        STALE,
        /** A value could not be determined. */
        UNRESOLVED,
        /** A parameter has no value. */
        PARAMETER_UNSET,
        /** A person has not answered yet. */
        AWAITING_ATTESTATION,
        /** The evidence speaks of another revision or content. */
        WRONG_REVISION
    }

    /** The evidence shows that the item holds. */
    record Pass() implements Outcome {
        @Override
        public Kind kind() {
            return Kind.PASS;
        }
    }

    /** The evidence shows that the item does not hold. */
    record Fail() implements Outcome {
        @Override
        public Kind kind() {
            return Kind.FAIL;
        }
    }

    /** The evidence does not suffice. */
    record Unknown(Reason reason) implements Outcome {
        @Override
        public Kind kind() {
            return Kind.UNKNOWN;
        }
    }

    /**
     * The time for it has not come.
     *
     * @param since when the waiting began; null when that is not known
     * @param earliest first moment at which it can turn; null when that is not known
     */
    record Pending(@Nullable Instant since, @Nullable Instant earliest) implements Outcome {
        @Override
        public Kind kind() {
            return Kind.PENDING;
        }
    }

    /** The evidence shows that there is nothing to judge. */
    record NotApplicable() implements Outcome {
        @Override
        public Kind kind() {
            return Kind.NOT_APPLICABLE;
        }
    }

    /** Judging the item failed. */
    record Errored(String message) implements Outcome {
        @Override
        public Kind kind() {
            return Kind.ERROR;
        }
    }
}
