package io.github.assaymark.facts.shadow;

import io.github.assaymark.facts.migrations.ScriptStatement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a statement.
 *
 * @param how how far it came
 * @param state error code (PostgreSQL manual, appendix A); null when it did not fail
 * @param message of the error, or why it was not sent; null when it ran
 * @param touches by the name of the relation; empty unless {@code how} is {@link How#OBSERVED}
 */
record Outcome(
        ScriptStatement statement,
        How how,
        @Nullable String state,
        @Nullable String message,
        List<Touch> touches) {
    Outcome {
        touches = List.copyOf(touches);
    }

    /** How far a statement came. */
    enum How {
        /** It ran, and its locks were seen. */
        OBSERVED,
        /** It ran outside of a transaction, where locks cannot be seen. */
        RAN,
        /** It was replaced by something that was made up. */
        ASSUMED,
        /** It is not for this place: transactions are the runner's. */
        SKIPPED,
        /** It is not sent to any database unasked. */
        REFUSED,
        /** The database gave an error. */
        FAILED
    }

    static Outcome ran(ScriptStatement statement, How how) {
        return new Outcome(statement, how, null, null, List.of());
    }

    /** Whether the schema is not what the statement wants it to be. */
    boolean lost() {
        return how == How.FAILED || how == How.REFUSED;
    }
}
