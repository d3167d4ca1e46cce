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
import org.jspecify.annotations.Nullable;

/** Sets of goose: {@code VERSION_name.sql} with annotations, and {@code VERSION_name.go} that registers functions. */
final class GooseFiles implements SetRecogniser {
    static final String SUBSTITUTES = "+goose ENVSUB ON";
    private static final Pattern NAME = Pattern.compile("(\\d+)_(.*)\\.(sql|go)");

    @Override
    public List<Draft> find(MigrationFiles files) {
        List<Draft> drafts = new ArrayList<>();
        for (String directory : files.directories()) {
            boolean marked = false;
            for (SourceFile file : files.in(directory, Set.of("sql"))) {
                MigrationText text = files.text(file);
                marked |= text != null && GooseFile.marked(text.text());
                if (marked) break;
            }
            if (marked) drafts.add(draft(files, directory));
        }
        return drafts;
    }

    private static Draft draft(MigrationFiles files, String directory) {
        Draft draft = new Draft(directory, MigrationTool.GOOSE, MigrationTransaction.PER_MIGRATION);
        boolean substitutes = false;
        for (SourceFile file : files.in(directory, Set.of("sql", "go"))) {
            Matcher name = NAME.matcher(Paths.name(file.path()));
            MigrationText text = files.text(file);
            boolean code = file.path().endsWith(".go");
            if (code && (file.path().endsWith("_test.go") || text == null || !registers(text.text()))) continue;
            files.claim(file);
            if (!name.matches()) {
                draft.problem("version of a migration", file.path(), "its name does not begin with a version");
                continue;
            }
            if (text != null) substitutes |= text.text().contains(SUBSTITUTES);
            Draft.Part up = code ? code(file, text) : new Draft.Part(file, Cut.GOOSE_UP, Settings.TRANSACTION);
            Draft.Part down = code ? null : new Draft.Part(file, Cut.GOOSE_DOWN, Settings.TRANSACTION);
            if (code && registersDown(String.valueOf(text == null ? "" : text.text()))) down = up;
            draft.entries.add(new Draft.Entry(name.group(1), name.group(2), up, down));
        }
        if (substitutes) draft.style = PlaceholderStyle.DOLLAR;
        draft.sortByVersion();
        return draft;
    }

    private static boolean registers(String code) {
        return code.contains("goose.AddMigration") || code.contains("goose.AddNamedMigration");
    }

    /** Code that registers nothing to take it back says nil. */
    private static boolean registersDown(String code) {
        int call = code.indexOf("goose.Add");
        int end = call < 0 ? -1 : code.indexOf(')', call);
        return end > 0 && !code.substring(call, end).stripTrailing().endsWith("nil");
    }

    private static Draft.Part code(SourceFile file, @Nullable MigrationText text) {
        boolean alone = text != null && text.text().contains("MigrationNoTx");
        return new Draft.Part(
                file, Cut.OPAQUE, Settings.unread(!alone, "it is written in Go, and what it sends is not read"));
    }
}
