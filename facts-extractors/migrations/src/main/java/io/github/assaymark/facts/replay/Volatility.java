package io.github.assaymark.facts.replay;

import io.github.assaymark.facts.sql.SqlTokens;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Whether an expression may give another value for each row (PostgreSQL manual, 38.7 Function Volatility). */
enum Volatility {
    /** One value for all rows. */
    STABLE,
    /** A value for each row. */
    VOLATILE,
    /** It calls a function that is not known. */
    UNKNOWN;

    private static final Set<String> CHANGING = Set.of(
            "gen_random_uuid",
            "uuid_generate_v1",
            "uuid_generate_v1mc",
            "uuid_generate_v4",
            "uuidv4",
            "uuidv7",
            "random",
            "random_normal",
            "clock_timestamp",
            "timeofday",
            "nextval",
            "currval",
            "lastval",
            "setval",
            "gen_random_bytes",
            "gen_salt",
            "txid_current",
            "pg_sleep");

    private static final Set<String> STEADY = Set.of(
            "now",
            "current_timestamp",
            "current_date",
            "current_time",
            "localtime",
            "localtimestamp",
            "transaction_timestamp",
            "statement_timestamp",
            "current_setting",
            "current_user",
            "session_user",
            "current_schema",
            "current_database",
            "timezone",
            "to_timestamp",
            "to_date",
            "to_char",
            "date_trunc",
            "date_part",
            "extract",
            "make_interval",
            "make_date",
            "make_timestamp",
            "coalesce",
            "nullif",
            "greatest",
            "least",
            "lower",
            "upper",
            "concat",
            "substring",
            "substr",
            "replace",
            "trim",
            "length",
            "md5",
            "sha256",
            "encode",
            "decode",
            "array",
            "row",
            "cast",
            "json_build_object",
            "jsonb_build_object",
            "json_build_array",
            "jsonb_build_array",
            "to_json",
            "to_jsonb",
            "array_to_json",
            "hstore",
            "uuid_nil",
            "repeat",
            "abs",
            "floor",
            "ceil",
            "round",
            "power",
            "in",
            "and",
            "or",
            "not",
            "case",
            "when",
            "then",
            "else",
            "interval",
            "varchar",
            "char",
            "character",
            "varying",
            "numeric",
            "decimal",
            "timestamp",
            "timestamptz",
            "time",
            "bit");

    /** What an expression is; {@code declared} tells what functions of the schema are, null when they are unknown. */
    static Volatility of(String expression, Function<String, @Nullable Volatility> declared) {
        SqlTokens words = SqlTokens.of(expression);
        Volatility found = STABLE;
        for (int i = 0; i < words.size(); i++) {
            if (!words.names(i) || !words.is(i + 1, '(')) continue;
            if (i > 0 && words.isOperator(i - 1, "::")) continue;
            String name = words.name(i);
            Volatility own = declared.apply(name);
            if (own == VOLATILE || (own == null && CHANGING.contains(name))) return VOLATILE;
            if (own == null && !STEADY.contains(name)) found = UNKNOWN;
            if (own == UNKNOWN) found = UNKNOWN;
        }
        return found;
    }
}
