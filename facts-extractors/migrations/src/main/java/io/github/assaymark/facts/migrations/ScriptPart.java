package io.github.assaymark.facts.migrations;

import io.github.assaymark.facts.sql.SqlScript;
import java.util.List;

/**
 * What a migration runs in one direction. Immutable.
 *
 * @param path of its file
 * @param script its text: that of the file with everything blank that does not belong to it, and with places filled in;
 *     lines and columns of its statements are those of the file
 * @param transactional whether the tool runs it in a transaction
 * @param templated whether places were filled in
 * @param statements in the order they run, those of code that was not read among them
 */
public record ScriptPart(
        String path, SqlScript script, boolean transactional, boolean templated, List<ScriptStatement> statements) {
    /** Copies the list. */
    public ScriptPart {
        statements = List.copyOf(statements);
    }
}
