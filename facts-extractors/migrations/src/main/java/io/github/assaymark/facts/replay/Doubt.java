package io.github.assaymark.facts.replay;

import io.github.assaymark.model.Provenance;
import java.util.List;

/**
 * Something a migration may do that its text does not tell.
 *
 * @param lookedFor for example {@code effect of a DO block}
 * @param expression as written, shortened
 * @param reason in words
 * @param types names of the fact types it makes incomplete, sorted
 */
record Doubt(Provenance.File place, String lookedFor, String expression, String reason, List<String> types) {
    private static final int MAX_TEXT = 200;

    /** Everything that a change of the schema shows in. */
    static final List<String> SCHEMA = List.of(
            "DbColumn",
            "DbConstraint",
            "DbGrant",
            "DbIndex",
            "DbOwner",
            "DbPolicy",
            "DbTable",
            "LockFact",
            "RowSecurity",
            "SchemaChange");

    static final List<String> LOCKS = List.of("LockFact", "SchemaChange");

    Doubt {
        types = List.copyOf(types);
        expression = shortened(expression);
    }

    private static String shortened(String text) {
        String line = Expressions.oneLine(text);
        return line.length() > MAX_TEXT ? line.substring(0, MAX_TEXT - 1) + "…" : line;
    }
}
