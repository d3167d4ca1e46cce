package io.github.assaymark.facts.migrations;

import io.github.assaymark.facts.migrations.Sections.Cut;
import io.github.assaymark.facts.migrations.Sections.Settings;
import io.github.assaymark.facts.repository.work.Paths;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.fact.MigrationTool;
import io.github.assaymark.model.fact.MigrationTransaction;
import io.github.assaymark.model.fact.SqlDialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sets of Flyway: {@code V1_2__name.sql}, {@code U1_2__name.sql} that takes it back, {@code R__name.sql} that runs
 * again whenever it changes, after all others.
 */
final class FlywayFiles implements SetRecogniser {
    private static final Pattern NAME =
            Pattern.compile("(?:([VUB])(\\d+(?:[._]\\d+)*)|(R))__([^/]*)\\.(sql|java|kt)", Pattern.CASE_INSENSITIVE);

    /** A file of Flyway by the parts of its name. */
    private record Named(SourceFile file, char kind, String version, String name) {}

    @Override
    public List<Draft> find(MigrationFiles files) {
        Map<String, List<Named>> byDirectory = new TreeMap<>();
        for (String directory : files.directories()) {
            for (SourceFile file : files.in(directory, Set.of("sql", "java", "kt"))) {
                Matcher name = NAME.matcher(Paths.name(file.path()));
                if (!name.matches()) continue;
                boolean repeated = name.group(1) == null;
                char kind =
                        repeated ? 'R' : name.group(1).toUpperCase(Locale.ROOT).charAt(0);
                byDirectory
                        .computeIfAbsent(directory, d -> new ArrayList<>())
                        .add(new Named(file, kind, repeated ? "R" : name.group(2), name.group(4)));
            }
        }
        Map<String, List<Named>> byRoot = new TreeMap<>();
        byDirectory.forEach((directory, named) -> byRoot.computeIfAbsent(
                        root(directory, byDirectory.keySet()).replace("src/main/java/", "src/main/resources/"),
                        r -> new ArrayList<>())
                .addAll(named));
        Set<String> shared = new TreeSet<>();
        for (String location : List.copyOf(byRoot.keySet())) {
            String common = common(location, byRoot.keySet());
            if (common == null) continue;
            byRoot.getOrDefault(common, new ArrayList<>()).addAll(byRoot.getOrDefault(location, List.of()));
            byRoot.remove(location);
            shared.add(common);
        }
        List<Draft> drafts = new ArrayList<>();
        byRoot.forEach((root, named) -> {
            if (named.stream().anyMatch(n -> n.kind() != 'U'))
                drafts.add(draft(files, root, named, shared.contains(root)));
        });
        return drafts;
    }

    /**
     * The location whose files are of one history with those of another, which holds what only PostgreSQL gets: the
     * directory around it, or one named common beside it, as with {@code db/common,db/{vendor}}. Null when there is
     * none.
     */
    private static @Nullable String common(String location, Set<String> all) {
        if (Dialects.named(Paths.name(location)) != SqlDialect.POSTGRESQL) return null;
        String around = Paths.directory(location);
        if (all.contains(around)) return around;
        String beside = around.isEmpty() ? "common" : around + "/common";
        return all.contains(beside) ? beside : null;
    }

    /** It reads directories below a location too; those named after a database are locations of their own. */
    private static String root(String directory, Set<String> all) {
        String root = directory;
        String at = directory;
        while (true) {
            if (Dialects.named(Paths.name(at)) != null) return at;
            if (all.contains(at) || at.equals("db/migration") || at.endsWith("/db/migration")) root = at;
            if (at.isEmpty()) return root;
            at = Paths.directory(at);
        }
    }

    private static Draft draft(MigrationFiles files, String root, List<Named> named, boolean postgres) {
        FlywaySettings settings = FlywaySettings.of(files, root);
        Draft draft = new Draft(
                root,
                MigrationTool.FLYWAY,
                settings.is("group", "true")
                        ? MigrationTransaction.ALL_PENDING
                        : settings.is("executeInTransaction", "false")
                                ? MigrationTransaction.NONE
                                : MigrationTransaction.PER_MIGRATION);
        draft.dialect = postgres ? SqlDialect.POSTGRESQL : Dialects.named(Paths.name(root));
        if (draft.dialect == null) draft.dialect = settings.dialect();
        if (!settings.is("placeholderReplacement", "false")) {
            draft.style = PlaceholderStyle.DOLLAR;
            draft.values = settings.placeholders();
        }
        settings.initSql(draft);
        Set<String> undone = new TreeSet<>();
        for (Named one : named) {
            files.claim(one.file());
            if (one.kind() == 'V' || one.kind() == 'B') {
                Named undo = undo(one, named);
                if (undo != null) undone.add(undo.file().path());
                if (one.kind() == 'B' && precedes(one, named)) continue;
                draft.entries.add(new Draft.Entry(
                        one.version().replace('_', '.'),
                        one.name(),
                        part(files, one, settings),
                        undo == null ? null : part(files, undo, settings)));
            }
        }
        draft.sortByVersion();
        named.stream()
                .filter(n -> n.kind() == 'R')
                .sorted((a, b) -> a.name().compareTo(b.name()))
                .forEach(repeated -> draft.entries.add(
                        new Draft.Entry("R", repeated.name(), part(files, repeated, settings), null)));
        for (Named one : named)
            if (one.kind() == 'U' && !undone.contains(one.file().path()))
                draft.problem("migration", one.file().path(), "it takes back what no file applies");
        return draft;
    }

    private static @Nullable Named undo(Named applied, List<Named> named) {
        for (Named one : named)
            if (one.kind() == 'U' && Version.of(one.version()).same(Version.of(applied.version()))) return one;
        return null;
    }

    /** A baseline stands for the migrations up to its version, for new databases; the others make the same. */
    private static boolean precedes(Named baseline, List<Named> named) {
        Version version = Version.of(baseline.version());
        return named.stream()
                .anyMatch(n -> n.kind() == 'V' && Version.of(n.version()).compareTo(version) <= 0);
    }

    private static Draft.Part part(MigrationFiles files, Named one, FlywaySettings settings) {
        boolean transactional = !settings.is("executeInTransaction", "false");
        if (!one.file().path().endsWith(".sql"))
            return new Draft.Part(
                    one.file(),
                    Cut.OPAQUE,
                    Settings.unread(transactional, "it is written in Java or Kotlin, and what it sends is not read"));
        MigrationText own = files.text(one.file().path() + ".conf");
        if (own != null) {
            String said = FlywaySettings.lines(own.text()).get("executeInTransaction");
            if (said != null) transactional = !said.equalsIgnoreCase("false");
        }
        return new Draft.Part(one.file(), Cut.FLYWAY, transactional ? Settings.TRANSACTION : Settings.ALONE);
    }
}
