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
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sets with a directory for each migration: Prisma ({@code migration.sql}), drizzle-kit from 1.0 on
 * ({@code migration.sql} and {@code snapshot.json}), Diesel ({@code up.sql} and {@code down.sql}).
 */
final class FolderFiles implements SetRecogniser {
    private static final Pattern NAME = Pattern.compile("(\\d[\\d-]*)(?:[_-](.*))?");
    private static final Pattern PROVIDER = Pattern.compile("(?m)^\\s*provider\\s*=\\s*\"(\\w{1,40})\"");
    private static final Pattern SNAPSHOT = Pattern.compile("\"dialect\"\\s*:\\s*\"(\\w{1,40})\"");

    @Override
    public List<Draft> find(MigrationFiles files) {
        Map<String, List<String>> parents = new TreeMap<>();
        for (String directory : files.directories()) {
            if (directory.isEmpty() || !(holds(files, directory, "migration.sql") || holds(files, directory, "up.sql")))
                continue;
            parents.computeIfAbsent(Paths.directory(directory), p -> new ArrayList<>())
                    .add(directory);
        }
        List<Draft> drafts = new ArrayList<>();
        parents.forEach((parent, folders) -> {
            Draft draft = draft(files, parent, folders);
            if (draft != null) drafts.add(draft);
        });
        return drafts;
    }

    private static boolean holds(MigrationFiles files, String directory, String name) {
        return files.in(directory).stream().anyMatch(f -> Paths.name(f.path()).equals(name));
    }

    private static @Nullable Draft draft(MigrationFiles files, String parent, List<String> folders) {
        MigrationText lock = files.text(parent.isEmpty() ? "migration_lock.toml" : parent + "/migration_lock.toml");
        boolean numbered =
                folders.stream().allMatch(f -> NAME.matcher(Paths.name(f)).matches());
        if (lock == null && !numbered) return null;
        boolean diesel = lock == null && folders.stream().allMatch(f -> holds(files, f, "up.sql"));
        MigrationText snapshot = lock == null ? files.text(folders.get(0) + "/snapshot.json") : null;
        Draft draft = diesel
                ? new Draft(parent, MigrationTool.PLAIN, diesel(files, parent))
                : snapshot != null
                        ? new Draft(parent, MigrationTool.DRIZZLE, MigrationTransaction.ALL_PENDING)
                        : new Draft(parent, MigrationTool.PRISMA, MigrationTransaction.PER_MIGRATION);
        if (lock != null) draft.dialect = dialect(PROVIDER, lock);
        if (snapshot != null) draft.dialect = dialect(SNAPSHOT, snapshot);
        Settings settings = diesel || snapshot != null ? Settings.TRANSACTION : Settings.BATCH;
        Cut cut = snapshot != null ? Cut.DRIZZLE : Cut.WHOLE;
        for (String folder : folders) add(files, draft, folder, diesel, cut, settings);
        draft.duplicates();
        return draft;
    }

    private static void add(
            MigrationFiles files, Draft draft, String folder, boolean diesel, Cut cut, Settings settings) {
        SourceFile up = null;
        SourceFile down = null;
        for (SourceFile file : files.in(folder)) {
            String base = Paths.name(file.path());
            if (base.equals(diesel ? "up.sql" : "migration.sql")) up = file;
            if (base.equals("down.sql")) down = file;
        }
        if (up == null) return;
        Settings own = diesel && alone(files, folder) ? Settings.ALONE : settings;
        files.claim(up);
        if (down != null) files.claim(down);
        Matcher name = NAME.matcher(Paths.name(folder));
        boolean numbered = name.matches();
        String rest = numbered ? name.group(2) : "";
        draft.entries.add(new Draft.Entry(
                numbered ? name.group(1) : Paths.name(folder),
                rest == null ? "" : rest,
                new Draft.Part(up, cut, own),
                down == null ? null : new Draft.Part(down, Cut.WHOLE, own)));
    }

    private static @Nullable SqlDialect dialect(Pattern pattern, MigrationText text) {
        Matcher written = pattern.matcher(text.text());
        if (!written.find()) return null;
        SqlDialect named = Dialects.named(written.group(1));
        return named == null ? SqlDialect.OTHER : named;
    }

    /** Known to be Diesel by its settings only. */
    private static MigrationTransaction diesel(MigrationFiles files, String parent) {
        return files.above(parent, "diesel.toml") == null
                ? MigrationTransaction.UNKNOWN
                : MigrationTransaction.PER_MIGRATION;
    }

    private static boolean alone(MigrationFiles files, String folder) {
        MigrationText metadata = files.text(folder + "/metadata.toml");
        return metadata != null && metadata.text().replace(" ", "").contains("run_in_transaction=false");
    }
}
