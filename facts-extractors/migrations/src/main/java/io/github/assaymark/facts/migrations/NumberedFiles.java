package io.github.assaymark.facts.migrations;

import io.github.assaymark.facts.migrations.Sections.Cut;
import io.github.assaymark.facts.migrations.Sections.Settings;
import io.github.assaymark.facts.repository.work.Paths;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.fact.MigrationTool;
import io.github.assaymark.model.fact.MigrationTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files of SQL that begin with a number, in a directory of migrations, or wherever they make tables. */
final class NumberedFiles implements SetRecogniser {
    static final Pattern NAME = Pattern.compile("[vV]?(\\d+(?:[._]\\d+)*)(?:[-_.]+(.*))?\\.sql");
    private static final Pattern PLACE = Pattern.compile("(^|.*[/_.-])migrat(e|ion|ions)([/_.-].*|$)");
    private static final Pattern DOWN = Pattern.compile("(.*?)[-_.]?(down|rollback|undo|revert)");
    private static final Pattern OTHER_PURPOSE =
            Pattern.compile("(^|.*/)(seeds?|queries|query|examples?|samples?|docs?|snippets|reports?)(/.*|$)");

    /** Files beside migrations that no tool applies with them. */
    private static final Set<String> BESIDE =
            Set.of("schema.sql", "structure.sql", "seed.sql", "seeds.sql", "dump.sql", "init.sql");

    @Override
    public List<Draft> find(MigrationFiles files) {
        List<Draft> drafts = new ArrayList<>();
        for (String directory : files.directories()) {
            List<SourceFile> sql = files.in(directory, Set.of("sql"));
            if (sql.isEmpty()) continue;
            boolean named = PLACE.matcher(directory.toLowerCase(Locale.ROOT)).matches();
            boolean numbered = sql.stream()
                    .anyMatch(f -> NAME.matcher(Paths.name(f.path())).matches());
            boolean told = files.configured(directory) != null;
            if (named || told || (numbered && makesTables(files, directory, sql)))
                drafts.add(draft(files, directory, sql));
        }
        return drafts;
    }

    private static boolean makesTables(MigrationFiles files, String directory, List<SourceFile> sql) {
        if (OTHER_PURPOSE.matcher(directory.toLowerCase(Locale.ROOT)).matches()) return false;
        for (SourceFile file : sql) {
            if (!NAME.matcher(Paths.name(file.path())).matches()) continue;
            MigrationText text = files.text(file);
            if (text != null && text.dialectMarks().makesTables()) return true;
        }
        return false;
    }

    private static Draft draft(MigrationFiles files, String directory, List<SourceFile> sql) {
        Draft draft = new Draft(directory, MigrationTool.PLAIN, MigrationTransaction.UNKNOWN);
        List<SourceFile> downs = new ArrayList<>();
        for (SourceFile file : sql) {
            String base = Paths.name(file.path());
            Matcher name = NAME.matcher(base);
            if (BESIDE.contains(base.toLowerCase(Locale.ROOT))) continue;
            files.claim(file);
            if (DOWN.matcher(Paths.stem(base).toLowerCase(Locale.ROOT)).matches()) {
                downs.add(file);
                continue;
            }
            boolean ordered = name.matches();
            if (!ordered) draft.problem("order of migrations", file.path(), "its name does not begin with a version");
            String rest = ordered ? name.group(2) : Paths.stem(base);
            draft.entries.add(new Draft.Entry(
                    ordered ? name.group(1) : "",
                    rest == null ? "" : rest,
                    new Draft.Part(file, Cut.WHOLE, Settings.TRANSACTION),
                    null));
        }
        pair(draft, downs);
        draft.sortByVersion();
        return draft;
    }

    /** Files that take back go by the names of what they take back. */
    private static void pair(Draft draft, List<SourceFile> downs) {
        for (SourceFile down : downs) {
            Matcher name = DOWN.matcher(Paths.stem(Paths.name(down.path())).toLowerCase(Locale.ROOT));
            String stem = name.matches() ? name.group(1) : "";
            boolean found = false;
            for (int i = 0; i < draft.entries.size() && !found; i++) {
                Draft.Entry entry = draft.entries.get(i);
                String up = Paths.stem(Paths.name(entry.up().file().path())).toLowerCase(Locale.ROOT);
                found = up.equals(stem)
                        || up.equals(stem + ".up")
                        || up.equals(stem + "_up")
                        || up.equals(stem + "-up");
                if (found)
                    draft.entries.set(
                            i,
                            new Draft.Entry(
                                    entry.version(),
                                    entry.name(),
                                    entry.up(),
                                    new Draft.Part(down, Cut.WHOLE, Settings.TRANSACTION)));
            }
            if (!found) draft.problem("migration", down.path(), "it takes back what no file applies");
        }
    }
}
