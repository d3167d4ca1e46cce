package io.github.assaymark.facts.migrations;

import io.github.assaymark.facts.sql.SqlTokenKind;
import io.github.assaymark.facts.sql.SqlTokens;
import io.github.assaymark.model.fact.SqlDialect;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Words of a text that one kind of database alone understands.
 *
 * @param dialects whose words it holds
 * @param makesTables whether it makes or changes a table
 */
record DialectMarks(Set<SqlDialect> dialects, boolean makesTables) {
    private static final Map<String, SqlDialect> WORDS = Map.ofEntries(
            Map.entry("jsonb", SqlDialect.POSTGRESQL),
            Map.entry("timestamptz", SqlDialect.POSTGRESQL),
            Map.entry("bigserial", SqlDialect.POSTGRESQL),
            Map.entry("smallserial", SqlDialect.POSTGRESQL),
            Map.entry("plpgsql", SqlDialect.POSTGRESQL),
            Map.entry("bytea", SqlDialect.POSTGRESQL),
            Map.entry("tsvector", SqlDialect.POSTGRESQL),
            Map.entry("citext", SqlDialect.POSTGRESQL),
            Map.entry("concurrently", SqlDialect.POSTGRESQL),
            Map.entry("regclass", SqlDialect.POSTGRESQL),
            Map.entry("gen_random_uuid", SqlDialect.POSTGRESQL),
            Map.entry("uuid_generate_v4", SqlDialect.POSTGRESQL),
            Map.entry("ilike", SqlDialect.POSTGRESQL),
            Map.entry("btree", SqlDialect.POSTGRESQL),
            Map.entry("auto_increment", SqlDialect.MYSQL),
            Map.entry("mediumtext", SqlDialect.MYSQL),
            Map.entry("longtext", SqlDialect.MYSQL),
            Map.entry("utf8mb4", SqlDialect.MYSQL),
            Map.entry("unsigned", SqlDialect.MYSQL),
            Map.entry("autoincrement", SqlDialect.SQLITE),
            Map.entry("pragma", SqlDialect.SQLITE),
            Map.entry("strftime", SqlDialect.SQLITE),
            Map.entry("nvarchar", SqlDialect.OTHER),
            Map.entry("uniqueidentifier", SqlDialect.OTHER),
            Map.entry("datetime2", SqlDialect.OTHER),
            Map.entry("varchar2", SqlDialect.OTHER),
            Map.entry("mergetree", SqlDialect.OTHER),
            Map.entry("keyspace", SqlDialect.OTHER));

    DialectMarks {
        dialects = Set.copyOf(dialects);
    }

    static DialectMarks of(String text) {
        SqlTokens tokens = SqlTokens.of(text);
        EnumSet<SqlDialect> dialects = EnumSet.noneOf(SqlDialect.class);
        boolean makesTables = false;
        for (int i = 0; i < tokens.size(); i++) {
            SqlTokenKind kind = tokens.kind(i);
            if (kind == SqlTokenKind.DOLLAR || tokens.isOperator(i, "::")) dialects.add(SqlDialect.POSTGRESQL);
            if (kind == SqlTokenKind.OPERATOR && tokens.text(i).indexOf('`') >= 0) dialects.add(SqlDialect.MYSQL);
            if (kind != SqlTokenKind.WORD) continue;
            String word = tokens.text(i).toLowerCase(Locale.ROOT);
            SqlDialect told = WORDS.get(word);
            if (told != null) dialects.add(told);
            if (word.equals("table") && i > 0 && (tokens.is(i - 1, "create") || tokens.is(i - 1, "alter")))
                makesTables = true;
            if (word.equals("engine") && tokens.isOperator(i + 1, "=")) dialects.add(SqlDialect.MYSQL);
            if (word.equals("without") && tokens.is(i + 1, "rowid")) dialects.add(SqlDialect.SQLITE);
            if (i == 0) continue;
            boolean altered = tokens.is(i - 1, "alter") || tokens.is(i - 1, "drop") || tokens.is(i - 1, "create");
            boolean own = word.equals("extension") || word.equals("policy") || word.equals("type");
            if (altered && own) dialects.add(SqlDialect.POSTGRESQL);
            if (word.equals("column") && (tokens.is(i - 1, "modify") || tokens.is(i - 1, "change")))
                dialects.add(SqlDialect.MYSQL);
        }
        return new DialectMarks(dialects, makesTables);
    }
}
