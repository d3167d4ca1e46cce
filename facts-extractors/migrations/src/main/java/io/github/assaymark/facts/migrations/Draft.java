package io.github.assaymark.facts.migrations;

import io.github.assaymark.facts.migrations.Sections.Cut;
import io.github.assaymark.facts.migrations.Sections.Settings;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.fact.MigrationTool;
import io.github.assaymark.model.fact.MigrationTransaction;
import io.github.assaymark.model.fact.SqlDialect;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A set as it was recognised, before its texts are read. Used by one thread. */
final class Draft {
    final String directory;
    MigrationTool tool;
    MigrationTransaction transaction;
    /** What the tool or the names say; null when they say nothing. */
    @Nullable
    SqlDialect dialect;

    /** Why the dialect or the tool leaves it unread; null when it does not. */
    @Nullable
    String unsupported;

    PlaceholderStyle style = PlaceholderStyle.NONE;
    Placeholders values = Placeholders.NONE;
    final List<Entry> entries = new ArrayList<>();
    final List<HistoryProblem> problems = new ArrayList<>();
    final List<ToolTimeout> timeouts = new ArrayList<>();

    /** A part of a migration: which file, and how it is read. */
    record Part(SourceFile file, Cut cut, Settings settings) {}

    /**
     * A migration.
     *
     * @param down null when nothing takes it back
     */
    record Entry(
            String version, String name, Part up, @Nullable Part down) {}

    Draft(String directory, MigrationTool tool, MigrationTransaction transaction) {
        this.directory = directory;
        this.tool = tool;
        this.transaction = transaction;
    }

    void problem(String lookedFor, String path, String reason) {
        problems.add(HistoryProblem.of(lookedFor, path, reason));
    }

    /** Orders the entries by version as numbers, and says which versions stand twice. */
    void sortByVersion() {
        entries.sort((a, b) -> {
            int byVersion = Version.of(a.version()).compareTo(Version.of(b.version()));
            return byVersion != 0 ? byVersion : a.name().compareTo(b.name());
        });
        duplicates();
    }

    /** Says which versions stand twice, in whatever order the entries are. */
    void duplicates() {
        for (int i = 1; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            Entry before = entries.get(i - 1);
            if (Version.of(entry.version()).same(Version.of(before.version())))
                problem(
                        "order of migrations",
                        entry.up().file().path(),
                        "version " + entry.version() + " stands twice: also "
                                + before.up().file().path());
        }
    }
}
