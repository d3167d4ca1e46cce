package io.github.assaymark.facts.migrations;

import io.github.assaymark.model.fact.MigrationTool;
import io.github.assaymark.model.fact.MigrationTransaction;
import io.github.assaymark.model.fact.SqlDialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the configuration says of a set of migrations; what it does not say is null. */
record ConfiguredSet(
        String directory,
        @Nullable MigrationTool tool,
        @Nullable SqlDialect dialect,
        @Nullable MigrationTransaction transaction,
        Placeholders placeholders) {
    /** Those of a configuration: a directory, then {@code key=value}, with tabs between. */
    static List<ConfiguredSet> of(List<String> configured) {
        List<ConfiguredSet> sets = new ArrayList<>();
        for (String text : configured) {
            String[] parts = text.split("\t", -1);
            Map<String, String> said = new TreeMap<>();
            Map<String, String> places = new TreeMap<>();
            for (int i = 1; i < parts.length; i++) {
                int equals = parts[i].indexOf('=');
                String key = parts[i].substring(0, Math.max(0, equals));
                String value = parts[i].substring(equals + 1);
                if (key.startsWith("placeholder.")) places.put(key.substring("placeholder.".length()), value);
                else said.put(key, value.toUpperCase(Locale.ROOT).replace('-', '_'));
            }
            String tool = said.get("tool");
            String dialect = said.get("dialect");
            String transaction = said.get("transaction");
            sets.add(new ConfiguredSet(
                    parts[0],
                    tool == null ? null : MigrationTool.valueOf(tool),
                    dialect == null ? null : SqlDialect.valueOf(dialect),
                    transaction == null ? null : MigrationTransaction.valueOf(transaction),
                    new Placeholders(places)));
        }
        return sets;
    }

    /** Lets a draft be as it is configured. */
    void apply(Draft draft) {
        if (tool != null && tool != draft.tool) {
            draft.tool = tool;
            draft.transaction = usual(tool);
        }
        if (dialect != null) {
            draft.dialect = dialect;
            if (dialect == SqlDialect.POSTGRESQL) draft.unsupported = null;
        }
        if (transaction != null) draft.transaction = transaction;
        if (placeholders.values().isEmpty()) return;
        if (draft.style == PlaceholderStyle.NONE)
            draft.style = draft.tool == MigrationTool.POP ? PlaceholderStyle.GO_TEMPLATE : PlaceholderStyle.DOLLAR;
        draft.values = placeholders.or(draft.values);
    }

    private static MigrationTransaction usual(MigrationTool tool) {
        return switch (tool) {
            case DRIZZLE -> MigrationTransaction.ALL_PENDING;
            case PRISMA, FLYWAY, LIQUIBASE, GOLANG_MIGRATE, GOOSE, DBMATE, POP -> MigrationTransaction.PER_MIGRATION;
            case KNEX, TYPEORM, SUPABASE, PLAIN -> MigrationTransaction.UNKNOWN;
        };
    }
}
