package io.github.assaymark.facts.shadow;

import io.github.assaymark.facts.migrations.ScriptStatement;
import io.github.assaymark.facts.sql.Ddl;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes up what migrations take for granted: roles and schemas somebody else makes. Each is written down. */
final class Shims {
    private static final Pattern MISSING = Pattern.compile("^ERROR: (role|schema) \"([^\"]{1,63})\" does not exist");
    private static final Pattern DENIED = Pattern.compile("^ERROR: permission denied for schema (\\S{1,63})");
    private static final Pattern ROLE = Pattern.compile(
            "\\bcreate\\s{1,9}(?:role|user)\\s{1,9}(?:\"([^\"]{1,63})\"|([a-z_][a-z0-9_$]{0,62}))",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern EXTENSION = Pattern.compile(
            "\\bcreate\\s{1,9}extension\\s{1,9}(?:if\\s{1,9}not\\s{1,9}exists\\s{1,9})?"
                    + "(?:\"([^\"]{1,63})\"|([a-z_][a-z0-9_]{0,62}))",
            Pattern.CASE_INSENSITIVE);

    private final ShadowDatabase database;
    private final List<Assumption> assumptions = new ArrayList<>();
    private final Set<String> made = new HashSet<>();
    private final Set<String> done = new HashSet<>();

    Shims(ShadowDatabase database) {
        this.database = database;
    }

    List<Assumption> assumptions() {
        return assumptions;
    }

    /** Whether a statement need not be sent: what it would do was made up. */
    boolean did(ScriptStatement statement) {
        return done.contains(statement.key());
    }

    /** Makes up what a statement that failed misses; false when nothing was found to help. */
    boolean help(ScriptStatement statement, String path, SQLException error) throws SQLException {
        String message = String.valueOf(error.getMessage());
        Matcher missing = MISSING.matcher(message);
        if (missing.find()) {
            boolean role = missing.group(1).equals("role");
            return role ? role(missing.group(2), statement, path) : schema(missing.group(2), statement, path);
        }
        if (!"42501".equals(error.getSQLState())) return false;
        Matcher denied = DENIED.matcher(message);
        // roles that are made up own nothing, and so may not even be given a table
        if (denied.find() && database.hasRoles() && made.add("place " + denied.group(1))) {
            database.open(denied.group(1));
            return true;
        }
        boolean helped = false;
        for (String name : names(ROLE, statement.text())) helped |= role(name, statement, path);
        for (String name : names(EXTENSION, statement.text())) helped |= extension(name, statement, path);
        if (helped && statement.ddl() instanceof Ddl.Create) done.add(statement.key());
        return helped;
    }

    private static List<String> names(Pattern pattern, String text) {
        List<String> names = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find() && names.size() < 20) {
            String quoted = matcher.group(1);
            names.add(quoted != null ? quoted : matcher.group(2).toLowerCase(java.util.Locale.ROOT));
        }
        return names;
    }

    private boolean role(String name, ScriptStatement statement, String path) throws SQLException {
        if (name.startsWith("pg_") || name.startsWith("assay_") || !made.add("role " + name)) return false;
        database.role(name);
        assumptions.add(new Assumption("role", name, path, statement.place().line()));
        return true;
    }

    private boolean schema(String name, ScriptStatement statement, String path) throws SQLException {
        if (name.startsWith("pg_") || name.startsWith("assay_") || !made.add("schema " + name)) return false;
        database.schema(name);
        assumptions.add(new Assumption("schema", name, path, statement.place().line()));
        return true;
    }

    private boolean extension(String name, ScriptStatement statement, String path) throws SQLException {
        if (!Gate.allows(name) || !made.add("extension " + name)) return false;
        database.extension(name);
        assumptions.add(
                new Assumption("extension", name, path, statement.place().line()));
        return true;
    }
}
