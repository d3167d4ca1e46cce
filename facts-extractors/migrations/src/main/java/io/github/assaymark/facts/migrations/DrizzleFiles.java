package io.github.assaymark.facts.migrations;

import io.github.assaymark.facts.migrations.Sections.Cut;
import io.github.assaymark.facts.migrations.Sections.Settings;
import io.github.assaymark.facts.repository.work.Paths;
import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.facts.structured.LocatedTree;
import io.github.assaymark.model.extract.Limits;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.fact.MigrationTool;
import io.github.assaymark.model.fact.MigrationTransaction;
import io.github.assaymark.model.fact.SqlDialect;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sets of drizzle-kit: {@code TAG.sql} in the order of {@code meta/_journal.json}. Everything that is pending is
 * applied in one transaction.
 */
final class DrizzleFiles implements SetRecogniser {
    private static final String JOURNAL = "meta/_journal.json";

    @Override
    public List<Draft> find(MigrationFiles files) {
        List<Draft> drafts = new ArrayList<>();
        for (String directory : files.directories()) {
            String journal = directory.isEmpty() ? JOURNAL : directory + "/" + JOURNAL;
            SourceFile file = files.file(journal);
            if (file != null && !files.in(directory, Set.of("sql")).isEmpty())
                drafts.add(draft(files, directory, file));
        }
        return drafts;
    }

    private static Draft draft(MigrationFiles files, String directory, SourceFile journal) {
        Draft draft = new Draft(directory, MigrationTool.DRIZZLE, MigrationTransaction.ALL_PENDING);
        Map<String, SourceFile> byTag = new HashMap<>();
        for (SourceFile file : files.in(directory, Set.of("sql"))) {
            files.claim(file);
            byTag.put(Paths.stem(Paths.name(file.path())), file);
        }
        MigrationText text = files.text(journal);
        LocatedNode root = text == null
                ? null
                : LocatedTree.json(text.text(), Limits.DEFAULT).root();
        LocatedNode entries = root == null ? null : root.get("entries");
        if (root == null || entries == null || !entries.isList()) {
            draft.problem(
                    "order of migrations",
                    journal.path(),
                    text == null
                            ? "the journal cannot be read: " + files.unread(journal)
                            : "the journal has no entries");
            byTag.values().stream()
                    .sorted((a, b) -> a.path().compareTo(b.path()))
                    .forEach(file -> add(draft, Paths.stem(Paths.name(file.path())), file));
            return draft;
        }
        LocatedNode dialect = root.get("dialect");
        if (dialect != null) draft.dialect = dialect(dialect.text());
        BigDecimal latest = null;
        for (LocatedNode entry : entries.items()) {
            LocatedNode tag = entry.get("tag");
            if (tag == null) continue;
            int line = tag.span().startLine();
            SourceFile file = byTag.remove(tag.text());
            if (file == null) {
                draft.problems.add(new HistoryProblem(
                        "migration", journal.path(), line, tag.text(), "there is no file of this entry"));
                continue;
            }
            BigDecimal when = number(entry.get("when"));
            if (latest != null && when != null && when.compareTo(latest) < 0)
                draft.problems.add(new HistoryProblem(
                        "order of migrations",
                        journal.path(),
                        line,
                        tag.text(),
                        "it is older than an entry before it: databases that have that one never get it"));
            if (when != null && (latest == null || when.compareTo(latest) > 0)) latest = when;
            add(draft, tag.text(), file);
        }
        for (SourceFile file : byTag.values().stream()
                .sorted((a, b) -> a.path().compareTo(b.path()))
                .toList()) draft.problem("migration", file.path(), "the journal has no entry of this file");
        draft.duplicates();
        return draft;
    }

    private static SqlDialect dialect(String written) {
        SqlDialect named = Dialects.named(written);
        return named == null ? SqlDialect.OTHER : named;
    }

    private static @Nullable BigDecimal number(@Nullable LocatedNode node) {
        if (node == null || node.text().length() > 40 || !node.text().matches("\\d+")) return null;
        return new BigDecimal(node.text());
    }

    private static void add(Draft draft, String tag, SourceFile file) {
        int end = 0;
        while (end < tag.length() && tag.charAt(end) >= '0' && tag.charAt(end) <= '9') end++;
        String version = end == 0 ? tag : tag.substring(0, end);
        String name = end == 0 || end >= tag.length() ? "" : tag.substring(end + 1);
        draft.entries.add(
                new Draft.Entry(version, name, new Draft.Part(file, Cut.DRIZZLE, Settings.TRANSACTION), null));
    }
}
