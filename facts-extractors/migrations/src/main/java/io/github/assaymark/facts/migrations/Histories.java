package io.github.assaymark.facts.migrations;

import io.github.assaymark.facts.repository.source.WorkingTree;
import io.github.assaymark.model.extract.ContentCache;
import io.github.assaymark.model.extract.Limits;
import io.github.assaymark.model.extract.RepositorySource;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.extract.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the sets of migrations of a repository. Safe for use by many threads. */
public final class Histories {
    /** Of the extractors that speak of the same histories. */
    public static final String FAMILY = "migrations";

    /** In the order they may claim a file. */
    private static final List<SetRecogniser> RECOGNISERS = List.of(
            new DrizzleFiles(),
            new FolderFiles(),
            new LiquibaseFiles(),
            new FlywayFiles(),
            new MarkedFiles(),
            new GooseFiles(),
            new SupabaseFiles(),
            new UpDownFiles(),
            new CodeFiles(),
            new NumberedFiles(),
            new UnreadFiles());

    private Histories() {}

    /** The sets of one owner, sorted by key; reads no file twice that the cache of the context keeps. */
    public static List<MigrationHistory> of(ScanContext context, String owner) {
        return context.shared(KnownHistories.class, KnownHistories::new)
                .of(context, owner)
                .histories();
    }

    static Search search(ScanContext context, String owner) {
        MigrationFiles files = new MigrationFiles(
                context.source(),
                path -> context.ownerOf(path).equals(owner)
                        && context.templates().stream().noneMatch(t -> path.startsWith(t + "/")),
                context.limits(),
                context.cache(),
                ConfiguredSet.of(context.configured("migrations")).stream()
                        .filter(set -> context.ownerOf(set.directory() + "/").equals(owner))
                        .toList());
        return search(files, owner);
    }

    /** The sets below a directory of this machine, all of them without an owner. */
    public static List<MigrationHistory> in(Path directory) {
        return in(WorkingTree.of(directory, null, Limits.DEFAULT));
    }

    /** The sets of a tree of files, all of them without an owner. */
    public static List<MigrationHistory> in(RepositorySource source) {
        return search(new MigrationFiles(source, path -> true, Limits.DEFAULT, ContentCache.NONE, List.of()), "")
                .histories();
    }

    /**
     * What was found.
     *
     * @param sets with their drafts, in the order they were found
     * @param timeouts that tools set for all migrations
     * @param problems that belong to no set
     * @param files what was looked at
     * @param seeds files of no set that may fill a database
     */
    record Search(
            List<BuiltHistory> sets,
            List<ToolTimeout> timeouts,
            List<HistoryProblem> problems,
            MigrationFiles files,
            List<SourceFile> seeds) {
        Search {
            sets = List.copyOf(sets);
            timeouts = List.copyOf(timeouts);
            problems = List.copyOf(problems);
            seeds = List.copyOf(seeds);
        }

        List<MigrationHistory> histories() {
            return sets.stream()
                    .map(BuiltHistory::history)
                    .sorted(Comparator.comparing(MigrationHistory::key))
                    .toList();
        }

        /** The same sets with what their files say in a later state. */
        Search in(MigrationFiles later) {
            List<BuiltHistory> now = new ArrayList<>();
            for (BuiltHistory set : sets) now.add(set.in(later));
            return new Search(now, timeouts, problems, later, seeds);
        }
    }

    static Search search(MigrationFiles files, String owner) {
        List<BuiltHistory> sets = new ArrayList<>();
        List<ToolTimeout> timeouts = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (SetRecogniser recogniser : RECOGNISERS) {
            for (Draft draft : recogniser.find(files)) {
                ConfiguredSet configured = files.configured(draft.directory);
                if (configured != null) configured.apply(draft);
                sets.add(BuiltHistory.of(files, owner, draft, keys));
                timeouts.addAll(draft.timeouts);
            }
        }
        List<HistoryProblem> problems = new ArrayList<>();
        for (ConfiguredSet configured : files.configured()) {
            if (sets.stream().noneMatch(h -> h.history().directory().equals(configured.directory())))
                problems.add(HistoryProblem.of(
                        "set of migrations",
                        configured.directory(),
                        "the configuration speaks of migrations here, but none are found"));
        }
        return new Search(sets, timeouts, problems, files, SeedScripts.among(files));
    }
}
