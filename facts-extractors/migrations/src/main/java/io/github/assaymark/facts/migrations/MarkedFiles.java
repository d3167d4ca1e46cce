package io.github.assaymark.facts.migrations;

import io.github.assaymark.facts.migrations.Sections.Cut;
import io.github.assaymark.facts.migrations.Sections.Settings;
import io.github.assaymark.facts.repository.work.Paths;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.fact.MigrationTool;
import io.github.assaymark.model.fact.MigrationTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sets of dbmate: {@code VERSION_name.sql} with {@code -- migrate:up} and {@code -- migrate:down}. */
final class MarkedFiles implements SetRecogniser {
    private static final Pattern NAME = Pattern.compile("(\\d+)_?(.*)\\.sql");

    @Override
    public List<Draft> find(MigrationFiles files) {
        List<Draft> drafts = new ArrayList<>();
        for (String directory : files.directories()) {
            boolean marked = false;
            for (SourceFile file : files.in(directory, Set.of("sql"))) {
                MigrationText text = files.text(file);
                marked |= text != null && DbmateFile.marked(text.text());
                if (marked) break;
            }
            if (marked) drafts.add(draft(files, directory));
        }
        return drafts;
    }

    private static Draft draft(MigrationFiles files, String directory) {
        Draft draft = new Draft(directory, MigrationTool.DBMATE, MigrationTransaction.PER_MIGRATION);
        for (SourceFile file : files.in(directory, Set.of("sql"))) {
            Matcher name = NAME.matcher(Paths.name(file.path()));
            // It ignores files without a version.
            if (!name.matches()) continue;
            files.claim(file);
            draft.entries.add(new Draft.Entry(
                    name.group(1),
                    name.group(2),
                    new Draft.Part(file, Cut.DBMATE_UP, Settings.TRANSACTION),
                    new Draft.Part(file, Cut.DBMATE_DOWN, Settings.TRANSACTION)));
        }
        draft.duplicates();
        return draft;
    }
}
