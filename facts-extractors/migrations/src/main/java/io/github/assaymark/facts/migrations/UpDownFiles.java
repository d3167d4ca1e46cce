package io.github.assaymark.facts.migrations;

import io.github.assaymark.facts.migrations.Sections.Cut;
import io.github.assaymark.facts.migrations.Sections.Settings;
import io.github.assaymark.facts.repository.work.Paths;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.fact.MigrationTool;
import io.github.assaymark.model.fact.MigrationTransaction;
import io.github.assaymark.model.fact.SqlDialect;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Pairs of files {@code VERSION_name.up.sql} and {@code .down.sql}: golang-migrate, and pop with its twins for
 * databases, {@code .autocommit.} and files of fizz.
 */
final class UpDownFiles implements SetRecogniser {
    static final String TEMPLATE = "{{";
    private static final Pattern NAME = Pattern.compile("(\\d+)_([^/]*)\\.(up|down)\\.(sql|fizz)");
    private static final String AUTOCOMMIT = ".autocommit";

    /** A file name of such a set; {@code dialect} is null when it holds for every database. */
    private record Named(
            SourceFile file,
            String version,
            String name,
            @Nullable SqlDialect dialect,
            boolean autocommit,
            boolean up,
            boolean fizz) {}

    @Override
    public List<Draft> find(MigrationFiles files) {
        List<Draft> drafts = new ArrayList<>();
        for (String directory : files.directories()) {
            List<Named> named = new ArrayList<>();
            for (SourceFile file : files.in(directory, Set.of("sql", "fizz"))) {
                Named one = named(file);
                if (one != null) named.add(one);
            }
            if (named.stream().noneMatch(Named::up)) continue;
            named.forEach(one -> files.claim(one.file()));
            drafts.add(draft(files, directory, named));
        }
        return drafts;
    }

    private static @Nullable Named named(SourceFile file) {
        Matcher name = NAME.matcher(Paths.name(file.path()));
        if (!name.matches()) return null;
        String rest = name.group(2);
        boolean autocommit = false;
        SqlDialect dialect = null;
        for (int dot = rest.lastIndexOf('.'); dot >= 0; dot = rest.lastIndexOf('.')) {
            String word = rest.substring(dot + 1);
            SqlDialect said = Dialects.named(word);
            if (rest.endsWith(AUTOCOMMIT)) autocommit = true;
            else if (said != null) dialect = said;
            else break;
            rest = rest.substring(0, dot);
        }
        return new Named(
                file,
                name.group(1),
                rest,
                dialect,
                autocommit,
                name.group(3).equals("up"),
                name.group(4).equals("fizz"));
    }

    private static Draft draft(MigrationFiles files, String directory, List<Named> named) {
        boolean templated = templated(files, named);
        boolean pop = named.stream().anyMatch(n -> n.dialect() != null || n.autocommit() || n.fizz())
                || templated
                || GoModule.of(files, directory).requires("/pop");
        boolean twins = named.stream().anyMatch(n -> n.dialect() != null);
        Draft draft = pop
                ? new Draft(directory, MigrationTool.POP, MigrationTransaction.PER_MIGRATION)
                : new Draft(directory, MigrationTool.GOLANG_MIGRATE, MigrationTransaction.PER_MIGRATION);
        if (pop && templated) {
            draft.style = PlaceholderStyle.GO_TEMPLATE;
            draft.values = GoDefaults.of(files);
        }
        if (twins) draft.dialect = chosen(named);
        SqlDialect dialect = draft.dialect;
        Map<String, List<Named>> versions = new TreeMap<>();
        for (Named one : named)
            versions.computeIfAbsent(one.version() + "_" + one.name(), v -> new ArrayList<>())
                    .add(one);
        for (List<Named> version : versions.values()) {
            Named up = best(version, true, dialect);
            Named down = best(version, false, dialect);
            if (down != null && version.stream().noneMatch(Named::up))
                draft.problem("migration", down.file().path(), "it takes back what no file applies");
            if (up == null) continue;
            draft.entries.add(
                    new Draft.Entry(up.version(), up.name(), part(up, pop), down == null ? null : part(down, pop)));
        }
        draft.sortByVersion();
        return draft;
    }

    private static boolean templated(MigrationFiles files, List<Named> named) {
        for (Named one : named) {
            MigrationText text = files.text(one.file());
            if (text != null && text.text().contains(TEMPLATE)) return true;
        }
        return false;
    }

    private static Draft.Part part(Named one, boolean pop) {
        if (one.fizz())
            return new Draft.Part(
                    one.file(), Cut.OPAQUE, Settings.unread(!one.autocommit(), "migrations in fizz are not read"));
        Settings settings = !pop ? Settings.BATCH : one.autocommit() ? Settings.ALONE : Settings.TRANSACTION;
        return new Draft.Part(one.file(), Cut.WHOLE, settings);
    }

    /** The database whose twins are read: PostgreSQL when it has any. */
    private static SqlDialect chosen(List<Named> named) {
        Map<SqlDialect, Integer> counts = new EnumMap<>(SqlDialect.class);
        for (Named one : named) {
            if (one.dialect() == SqlDialect.POSTGRESQL) return SqlDialect.POSTGRESQL;
            if (one.dialect() != null) counts.merge(one.dialect(), 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(SqlDialect.OTHER);
    }

    /** A file for this database counts before one for every database. */
    private static @Nullable Named best(List<Named> version, boolean up, @Nullable SqlDialect dialect) {
        Named best = null;
        for (Named one : version) {
            if (one.up() != up || !fits(one, dialect)) continue;
            if (best == null || (best.dialect() == null && one.dialect() != null)) best = one;
        }
        return best;
    }

    private static boolean fits(Named one, @Nullable SqlDialect dialect) {
        return one.dialect() == null || one.dialect() == dialect;
    }
}
