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

/**
 * Sets of the Supabase command line: {@code supabase/migrations/VERSION_name.sql}. Which statements it runs outside of
 * the transaction of a file depends on its version.
 */
final class SupabaseFiles implements SetRecogniser {
    private static final Pattern NAME = Pattern.compile("(\\d+)_(.*)\\.sql");

    @Override
    public List<Draft> find(MigrationFiles files) {
        List<Draft> drafts = new ArrayList<>();
        for (String directory : files.directories()) {
            if (!directory.equals("supabase/migrations") && !directory.endsWith("/supabase/migrations")) continue;
            Draft draft = new Draft(directory, MigrationTool.SUPABASE, MigrationTransaction.UNKNOWN);
            draft.dialect = SqlDialect.POSTGRESQL;
            for (SourceFile file : files.in(directory, Set.of("sql"))) {
                Matcher name = NAME.matcher(Paths.name(file.path()));
                files.claim(file);
                if (name.matches())
                    draft.entries.add(new Draft.Entry(
                            name.group(1), name.group(2), new Draft.Part(file, Cut.WHOLE, Settings.TRANSACTION), null));
                else draft.problem("version of a migration", file.path(), "its name does not begin with a version");
            }
            draft.sortByVersion();
            drafts.add(draft);
        }
        return drafts;
    }
}
