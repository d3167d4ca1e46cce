package io.github.assaymark.facts.migrations;

import io.github.assaymark.facts.sql.Ddl;
import io.github.assaymark.facts.sql.SqlScript;
import io.github.assaymark.facts.sql.SqlTokenKind;
import io.github.assaymark.facts.sql.SqlTokens;
import io.github.assaymark.model.Quantity;
import io.github.assaymark.model.fact.TimeoutScope;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Time limits that statements set. */
final class Timeouts {
    private static final Pattern VALUE = Pattern.compile("(\\d{1,18}(?:\\.\\d{1,9})?)\\s*(us|ms|s|min|h|d)?");
    private static final Map<String, String> MILLISECONDS =
            Map.of("us", "0.001", "ms", "1", "s", "1000", "min", "60000", "h", "3600000", "d", "86400000");
    static final String LOCK = "lock_timeout";
    static final String STATEMENT = "statement_timeout";
    static final String IDLE = "idle_in_transaction_session_timeout";
    private static final List<String> NAMES = List.of(LOCK, STATEMENT, IDLE);

    private Timeouts() {}

    /** What a statement of a migration sets. */
    static ToolTimeout of(MigrationScript migration, ScriptStatement statement) {
        Ddl ddl = statement.ddl();
        String path = migration.up().path();
        String place = statement.key();
        if (ddl instanceof Ddl.SetVariable set && set.value() != null) {
            // SET LOCAL outside of a transaction does nothing.
            if (set.local() && statement.transaction() == 0) return ToolTimeout.NONE;
            TimeoutScope scope = set.local() ? TimeoutScope.STATEMENT : TimeoutScope.SESSION;
            return setting(set.name(), set.value(), scope, migration, place, path, statement);
        }
        if (ddl instanceof Ddl.AlterOther other) return role(other, migration, place, path, statement);
        return ddl instanceof Ddl.Query ? function(migration, place, path, statement) : ToolTimeout.NONE;
    }

    private static ToolTimeout setting(
            String name,
            String written,
            TimeoutScope scope,
            MigrationScript migration,
            String place,
            String path,
            ScriptStatement statement) {
        String setting = name.toLowerCase(Locale.ROOT);
        if (!NAMES.contains(setting)) return ToolTimeout.NONE;
        Quantity value = value(written);
        if (value == null) return ToolTimeout.NONE;
        return new ToolTimeout(
                setting,
                value,
                scope,
                scope == TimeoutScope.ROLE ? null : migration.key(),
                place,
                path,
                statement.place().line());
    }

    /** ALTER ROLE … SET, ALTER DATABASE … SET: for every session that begins later. */
    private static ToolTimeout role(
            Ddl.AlterOther other, MigrationScript migration, String place, String path, ScriptStatement statement) {
        if (!List.of("role", "user", "database", "system").contains(other.kind())) return ToolTimeout.NONE;
        SqlTokens tokens = SqlTokens.of(other.change());
        for (int i = 0; i + 2 < tokens.size(); i++) {
            if (!tokens.is(i, "set") || !tokens.names(i + 1)) continue;
            int value = tokens.isOperator(i + 2, "=") || tokens.is(i + 2, "to") ? i + 3 : i + 2;
            if (value >= tokens.size()) return ToolTimeout.NONE;
            return setting(
                    tokens.name(i + 1), tokens.text(value), TimeoutScope.ROLE, migration, place, path, statement);
        }
        return ToolTimeout.NONE;
    }

    /** {@code set_config('lock_timeout', '5s', false)}. */
    private static ToolTimeout function(
            MigrationScript migration, String place, String path, ScriptStatement statement) {
        SqlScript script = migration.up().script();
        SqlTokens tokens = script.tokens();
        for (int i = statement.place().firstToken(); i + 6 < statement.place().lastToken(); i++) {
            if (!tokens.is(i, "set_config") || !tokens.is(i + 1, '(')) continue;
            if (tokens.kind(i + 2) != SqlTokenKind.STRING || tokens.kind(i + 4) != SqlTokenKind.STRING) continue;
            boolean local = tokens.is(i + 6, "true");
            if (!local && !tokens.is(i + 6, "false")) continue;
            if (local && statement.transaction() == 0) continue;
            return setting(
                    unquoted(tokens.text(i + 2)),
                    tokens.text(i + 4),
                    local ? TimeoutScope.STATEMENT : TimeoutScope.SESSION,
                    migration,
                    place,
                    path,
                    statement);
        }
        return ToolTimeout.NONE;
    }

    private static String unquoted(String text) {
        return text.length() >= 2 && text.startsWith("'") && text.endsWith("'")
                ? text.substring(1, text.length() - 1).strip()
                : text.strip();
    }

    /** A time as PostgreSQL writes it, milliseconds without a unit; null when it is none. */
    static @Nullable Quantity value(String written) {
        Matcher value = VALUE.matcher(unquoted(written.strip()));
        if (!value.matches()) return null;
        String unit = value.group(2) == null ? "ms" : value.group(2);
        BigDecimal factor = new BigDecimal(MILLISECONDS.getOrDefault(unit, "1"));
        return new Quantity(new BigDecimal(value.group(1)).multiply(factor), Quantity.Unit.MILLISECONDS);
    }
}
