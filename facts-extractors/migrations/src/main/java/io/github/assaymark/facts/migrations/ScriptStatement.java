package io.github.assaymark.facts.migrations;

import io.github.assaymark.facts.sql.Ddl;
import io.github.assaymark.facts.sql.SqlStatement;
import io.github.assaymark.model.fact.StatementParse;
import org.jspecify.annotations.Nullable;

/**
 * A statement of a migration as far as it was understood. Immutable.
 *
 * @param key of the {@link io.github.assaymark.model.fact.MigrationStatement}: migration, {@code #} and place
 * @param ordinal place among the statements of its part, from 1
 * @param place lines and columns are those of the file
 * @param text what is sent to the database, places filled in, without its semicolon; a piece of the code for code that
 *     was not read
 * @param ddl what it does; {@link Ddl.Opaque} when that is not known
 * @param parse how far it was understood
 * @param reason why it was not understood whole, in words; null when it was
 * @param transaction statements of a part with the same number run in one transaction and keep their locks until its
 *     last; 0 when it commits by itself
 * @param suppressed reason given by a comment that a lint rule does not hold for it; null when there is none
 */
public record ScriptStatement(
        String key,
        int ordinal,
        SqlStatement place,
        String text,
        Ddl ddl,
        StatementParse parse,
        @Nullable String reason,
        int transaction,
        @Nullable String suppressed) {}
