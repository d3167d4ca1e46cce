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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Migrations in languages or by tools that are not read: said to be there, so that nothing counts as absent. */
final class UnreadFiles implements SetRecogniser {
    private static final Map<String, String> LANGUAGES = Map.ofEntries(
            Map.entry("rb", "Ruby"),
            Map.entry("py", "Python"),
            Map.entry("php", "PHP"),
            Map.entry("exs", "Elixir"),
            Map.entry("cs", "C#"),
            Map.entry("kt", "Kotlin"),
            Map.entry("java", "Java"),
            Map.entry("rs", "Rust"),
            Map.entry("go", "Go"),
            Map.entry("fizz", "fizz"),
            Map.entry("ts", "TypeScript"),
            Map.entry("mts", "TypeScript"),
            Map.entry("cts", "TypeScript"),
            Map.entry("js", "JavaScript"),
            Map.entry("mjs", "JavaScript"),
            Map.entry("cjs", "JavaScript"));
    private static final Pattern PLACE = Pattern.compile("(?:^|.*/)(?:migrations?|migrate|versions)(?:/.*|$)");
    private static final Pattern NAME = Pattern.compile("[vVmM]?_?(\\d{3,})[-_.](.*)\\.\\w+");

    @Override
    public List<Draft> find(MigrationFiles files) {
        List<Draft> drafts = new ArrayList<>();
        for (String directory : files.directories()) {
            if (!PLACE.matcher(directory.toLowerCase(Locale.ROOT)).matches()) continue;
            List<Draft.Entry> entries = new ArrayList<>();
            String language = "";
            for (SourceFile file : files.in(directory, Set.copyOf(LANGUAGES.keySet()))) {
                String base = Paths.name(file.path());
                Matcher name = NAME.matcher(base);
                boolean numbered = name.matches();
                if (base.contains("_test.") || base.contains(".test.") || base.endsWith(".d.ts")) continue;
                if (!numbered && !alembic(files, file)) continue;
                files.claim(file);
                language = LANGUAGES.getOrDefault(Paths.extension(base), "");
                entries.add(new Draft.Entry(
                        numbered ? name.group(1) : "",
                        numbered ? name.group(2) : Paths.stem(base),
                        new Draft.Part(
                                file, Cut.OPAQUE, Settings.unread(true, "migrations in " + language + " are not read")),
                        null));
            }
            if (entries.isEmpty()) continue;
            Draft draft = new Draft(directory, MigrationTool.PLAIN, MigrationTransaction.UNKNOWN);
            draft.dialect = SqlDialect.OTHER;
            draft.unsupported = "migrations in " + language + " are not read";
            draft.entries.addAll(entries);
            drafts.add(draft);
        }
        return drafts;
    }

    private static boolean alembic(MigrationFiles files, SourceFile file) {
        if (!file.path().endsWith(".py")) return false;
        MigrationText text = files.text(file);
        return text != null && text.text().contains("down_revision");
    }
}
