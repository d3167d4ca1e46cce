package io.github.assaymark.facts.migrations;

import io.github.assaymark.facts.sql.AlterCommand;
import io.github.assaymark.facts.sql.Ddl;
import io.github.assaymark.facts.sql.SqlScript;
import io.github.assaymark.facts.sql.SqlStatement;
import io.github.assaymark.facts.sql.SqlTokenKind;
import io.github.assaymark.facts.sql.SqlTokens;
import io.github.assaymark.model.fact.StatementParse;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far a statement was understood.
 *
 * @param reason null when it was understood whole
 */
record Understanding(StatementParse parse, @Nullable String reason) {
    private static final Understanding WHOLE = new Understanding(StatementParse.FULL, null);

    /** Functions of PostgreSQL that change no table. */
    private static final Set<String> HARMLESS = Set.of(
            "now",
            "count",
            "max",
            "min",
            "sum",
            "avg",
            "coalesce",
            "nullif",
            "greatest",
            "least",
            "lower",
            "upper",
            "length",
            "exists",
            "in",
            "any",
            "all",
            "some",
            "and",
            "or",
            "not",
            "where",
            "from",
            "select",
            "values",
            "on",
            "using",
            "as",
            "conflict",
            "key",
            "partition",
            "over",
            "filter",
            "array",
            "row",
            "cast",
            "extract",
            "substring",
            "trim",
            "position",
            "concat",
            "concat_ws",
            "replace",
            "format",
            "to_char",
            "to_date",
            "to_timestamp",
            "to_json",
            "to_jsonb",
            "jsonb_build_object",
            "json_build_object",
            "jsonb_agg",
            "json_agg",
            "array_agg",
            "string_agg",
            "unnest",
            "generate_series",
            "gen_random_uuid",
            "uuid_generate_v4",
            "md5",
            "encode",
            "decode",
            "digest",
            "round",
            "floor",
            "ceil",
            "abs",
            "mod",
            "random",
            "date_trunc",
            "age",
            "current_setting",
            "set_config",
            "setval",
            "nextval",
            "currval",
            "lastval",
            "row_number",
            "rank",
            "dense_rank",
            "jsonb_array_elements",
            "left",
            "right",
            "join",
            "between",
            "like",
            "ilike",
            "is",
            "case",
            "when",
            "then",
            "else",
            "end",
            "by",
            "having",
            "limit",
            "offset",
            "union",
            "except",
            "intersect",
            "distinct",
            "with",
            "recursive",
            "materialized",
            "lateral",
            "quote_ident",
            "quote_literal",
            "version",
            "varchar",
            "char",
            "numeric",
            "decimal",
            "timestamp",
            "bit",
            "interval",
            "to_regclass",
            "to_regtype",
            "to_regproc",
            "has_table_privilege",
            "obj_description",
            "if",
            "bool_or",
            "bool_and",
            "split_part",
            "regexp_replace",
            "starts_with",
            "cardinality",
            "array_length");

    static Understanding of(Ddl ddl, SqlScript script, SqlStatement place) {
        if (ddl instanceof Ddl.Opaque opaque) return new Understanding(StatementParse.OPAQUE, opaque.reason());
        if (ddl instanceof Ddl.Block block) {
            if (block.dynamic()) return new Understanding(StatementParse.OPAQUE, "it builds statements while it runs");
            return partial("what a block does depends on what it finds when it runs");
        }
        if (ddl instanceof Ddl.CreateTable create && create.asQuery())
            return partial("its columns come from a query or type");
        if (ddl instanceof Ddl.Alter alter) {
            for (AlterCommand command : alter.commands()) {
                if (command instanceof AlterCommand.Other other && !other.known())
                    return partial("`" + shortened(other.text()) + "` is not understood");
            }
        }
        if (ddl instanceof Ddl.Query || ddl instanceof Ddl.Change) {
            String called = called(script, place);
            if (called != null) return partial("what the function `" + shortened(called) + "` does is not known");
        }
        return WHOLE;
    }

    private static Understanding partial(String reason) {
        return new Understanding(StatementParse.PARTIAL, reason);
    }

    private static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 60) : text;
    }

    /** A function that is called and may change anything; null when there is none. */
    private static @Nullable String called(SqlScript script, SqlStatement place) {
        SqlTokens tokens = script.tokens();
        if (!tokens.is(place.firstToken(), "select") && !tokens.is(place.firstToken(), "with")) return null;
        for (int i = place.firstToken() + 1; i < place.lastToken(); i++) {
            if (!tokens.is(i, '(') || !tokens.names(i - 1)) continue;
            // The names of columns behind a table or a common table expression.
            if (i >= 2
                    && (tokens.is(i - 2, "into")
                            || tokens.is(i - 2, "with")
                            || tokens.is(i - 2, "as")
                            || (tokens.is(i - 2, ',') && tokens.is(place.firstToken(), "with")))) continue;
            String name = tokens.name(i - 1).toLowerCase(Locale.ROOT);
            if (HARMLESS.contains(name) || (name.startsWith("pg_") && !name.startsWith("pg_terminate"))) continue;
            return name;
        }
        return null;
    }

    /** Whether a stand-in lies within a constant text, where it names nothing. */
    static boolean inText(SqlScript script, SqlStatement place, Span span) {
        SqlTokens tokens = script.tokens();
        for (int i = place.firstToken(); i < place.lastToken(); i++) {
            if (tokens.end(i) <= span.start()) continue;
            return tokens.kind(i) == SqlTokenKind.STRING
                    && tokens.start(i) < span.start()
                    && tokens.end(i) > span.end();
        }
        return true;
    }
}
