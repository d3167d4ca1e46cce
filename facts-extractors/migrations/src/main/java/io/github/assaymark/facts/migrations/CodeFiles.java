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
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sets of TypeORM and Knex: classes and functions of TypeScript or JavaScript that send texts of SQL. */
final class CodeFiles implements SetRecogniser {
    private static final Set<String> CODE = Set.of("ts", "mts", "cts", "js", "mjs", "cjs");
    private static final Pattern NUMBERED = Pattern.compile("(\\d{8,})[-_](.*)\\.[mc]?[tj]s");
    private static final Pattern CLASS = Pattern.compile("\\bclass\\s+(\\w{0,200}?)(\\d{13})\\b");
    private static final Pattern MODE = Pattern.compile("\\bmigrationsTransactionMode\\s*:\\s*[\"'](\\w+)[\"']");
    private static final Pattern CLIENT = Pattern.compile("\\bclient\\s*:\\s*[\"']([\\w-]+)[\"']");
    private static final Pattern TYPE = Pattern.compile("\\btype\\s*:\\s*[\"']([\\w-]+)[\"']");
    private static final Pattern KNEX_UP =
            Pattern.compile("\\b(exports\\.up\\b|function\\s+up\\b|const\\s+up\\b|up\\s*[(:])");

    private record Named(SourceFile file, String version, String name) {}

    @Override
    public List<Draft> find(MigrationFiles files) {
        List<Draft> drafts = new ArrayList<>();
        for (String directory : files.directories()) {
            List<Named> typeorm = new ArrayList<>();
            List<Named> knex = new ArrayList<>();
            for (SourceFile file : files.in(directory, CODE)) {
                MigrationText text = file.path().endsWith(".d.ts") ? null : files.text(file);
                if (text == null) continue;
                if (text.text().contains("MigrationInterface")) typeorm.add(named(file, text.text()));
                else if (isKnex(file, text.text())) knex.add(named(file, text.text()));
            }
            if (!typeorm.isEmpty()) drafts.add(draft(files, directory, typeorm, true));
            if (!knex.isEmpty()) drafts.add(draft(files, directory, knex, false));
        }
        return drafts;
    }

    private static boolean isKnex(SourceFile file, String text) {
        return NUMBERED.matcher(Paths.name(file.path())).matches()
                && (text.contains("knex") || text.contains("Knex"))
                && KNEX_UP.matcher(text).find();
    }

    private static Named named(SourceFile file, String text) {
        String base = Paths.name(file.path());
        Matcher numbered = NUMBERED.matcher(base);
        Matcher type = CLASS.matcher(text);
        if (type.find()) return new Named(file, type.group(2), type.group(1));
        return numbered.matches()
                ? new Named(file, numbered.group(1), numbered.group(2))
                : new Named(file, "", Paths.stem(base));
    }

    private static Draft draft(MigrationFiles files, String directory, List<Named> named, boolean typeorm) {
        MigrationText settings = settings(files, directory, typeorm);
        String said = settings == null ? "" : settings.text();
        Draft draft = new Draft(
                directory, typeorm ? MigrationTool.TYPEORM : MigrationTool.KNEX, typeorm ? typeorm(said) : knex(said));
        draft.style = PlaceholderStyle.DOLLAR;
        draft.dialect = dialect(said, typeorm ? TYPE : CLIENT);
        if (settings != null) ConnectionLimits.of(settings).forEach(draft.timeouts::add);
        boolean transactional = draft.transaction != MigrationTransaction.NONE;
        for (Named one : named) {
            files.claim(one.file());
            if (one.version().isEmpty())
                draft.problem("version of a migration", one.file().path(), "neither its name nor its class has one");
            Settings own = transactional ? Settings.TRANSACTION : Settings.ALONE;
            draft.entries.add(new Draft.Entry(
                    one.version(),
                    one.name(),
                    new Draft.Part(one.file(), Cut.CODE_UP, own),
                    new Draft.Part(one.file(), Cut.CODE_DOWN, own)));
        }
        draft.sortByVersion();
        return draft;
    }

    /** The settings of the tool; null when they are not found. */
    private static @Nullable MigrationText settings(MigrationFiles files, String directory, boolean typeorm) {
        List<String> names = typeorm
                ? List.of("data-source", "ormconfig", "datasource", "typeorm.config", "typeorm")
                : List.of("knexfile");
        for (String place : List.of("", "src/", "src/db/", "src/database/", "db/", "config/", "src/config/")) {
            for (String name : names) {
                for (String extension : List.of(".ts", ".js", ".mjs", ".cjs", ".json")) {
                    MigrationText text = files.above(directory, place + name + extension);
                    if (text != null && (!typeorm || text.text().contains("ataSource") || extension.equals(".json")))
                        return text;
                }
            }
        }
        return null;
    }

    /** All pending ones in one transaction unless the data source says otherwise (TypeORM manual, Migrations). */
    private static MigrationTransaction typeorm(String settings) {
        Matcher mode = MODE.matcher(settings);
        String said = mode.find() ? mode.group(1) : settings.isEmpty() ? "" : "all";
        return switch (said) {
            case "all" -> MigrationTransaction.ALL_PENDING;
            case "each" -> MigrationTransaction.PER_MIGRATION;
            case "none" -> MigrationTransaction.NONE;
            default -> MigrationTransaction.UNKNOWN;
        };
    }

    /** One for each migration unless switched off (Knex manual, Migrations). */
    private static MigrationTransaction knex(String settings) {
        if (settings.isEmpty()) return MigrationTransaction.UNKNOWN;
        return settings.matches("(?s).*\\bdisableTransactions\\s*:\\s*true\\b.*")
                ? MigrationTransaction.NONE
                : MigrationTransaction.PER_MIGRATION;
    }

    private static @Nullable SqlDialect dialect(String settings, Pattern pattern) {
        SqlDialect found = null;
        Matcher written = pattern.matcher(settings);
        while (written.find()) {
            SqlDialect named = Dialects.named(written.group(1));
            if (named == null) continue;
            if (found != null && found != named) return null;
            found = named;
        }
        return found;
    }
}
