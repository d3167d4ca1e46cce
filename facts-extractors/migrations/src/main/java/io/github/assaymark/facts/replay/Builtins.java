package io.github.assaymark.facts.replay;

import io.github.assaymark.facts.sql.RelationName;
import java.util.Set;

/** Functions of PostgreSQL itself that a query of a migration may begin with: none of them changes a schema. */
final class Builtins {
    private static final Set<String> NAMES = Set.of(
            "now",
            "set_config",
            "current_setting",
            "setval",
            "nextval",
            "currval",
            "count",
            "max",
            "min",
            "sum",
            "avg",
            "coalesce",
            "nullif",
            "greatest",
            "least",
            "exists",
            "array_agg",
            "string_agg",
            "json_agg",
            "jsonb_agg",
            "bool_and",
            "bool_or",
            "lower",
            "upper",
            "length",
            "format",
            "concat",
            "replace",
            "random",
            "gen_random_uuid",
            "uuid_generate_v4",
            "to_regclass",
            "to_regtype",
            "version",
            "row_number",
            "rank",
            "distinct",
            "generate_series",
            "unnest",
            "md5",
            "encode",
            "decode",
            "extract",
            "date_trunc",
            "to_char",
            "to_timestamp",
            "age",
            "abs",
            "round",
            "cast",
            "substring",
            "trim",
            "split_part",
            "regexp_replace",
            "clock_timestamp",
            "txid_current",
            "row_to_json",
            "json_build_object",
            "jsonb_build_object",
            "case",
            "hashtext",
            "on",
            "in",
            "values",
            "all",
            "any",
            "not",
            "array");

    private Builtins() {}

    static boolean has(RelationName name) {
        if ("pg_catalog".equals(name.schema())) return true;
        return name.schema() == null
                && (NAMES.contains(name.name()) || name.name().startsWith("pg_"));
    }
}
