package io.github.assaymark.benchmarks;

import io.github.assaymark.facts.migrations.Histories;
import io.github.assaymark.facts.migrations.MigrationHistory;
import io.github.assaymark.facts.migrations.MigrationScript;
import io.github.assaymark.facts.repository.source.WorkingTree;
import io.github.assaymark.model.extract.Limits;
import io.github.assaymark.model.extract.RepositorySource;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Files of migrations to statements: sets recognised, files read from disk, cut, parsed: {@code ReadMigrations ROUNDS
 * DIRECTORY...}. The files of a repository are listed before. Processor time of one thread, so that others on the
 * machine do not count.
 */
final class ReadMigrations {
    private ReadMigrations() {}

    public static void main(String[] args) throws IOException {
        int rounds = Integer.parseInt(args[0]);
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        for (int i = 1; i < args.length; i++) {
            RepositorySource source = WorkingTree.of(Path.of(args[i]), null, Limits.DEFAULT);
            source.files();
            for (int round = 1; round <= rounds; round++) {
                long start = threads.getCurrentThreadCpuTime();
                List<MigrationHistory> histories = Histories.in(source);
                long time = threads.getCurrentThreadCpuTime() - start;
                if (round > 2 && round < rounds) continue;
                Set<String> files = new HashSet<>();
                int statements = 0;
                for (MigrationHistory history : histories) {
                    for (MigrationScript migration : history.migrations()) {
                        files.add(migration.path());
                        if (migration.downPath() != null) files.add(migration.downPath());
                        statements += migration.up().statements().size();
                        if (migration.down() != null)
                            statements += migration.down().statements().size();
                    }
                }
                System.out.printf(
                        Locale.ROOT,
                        "%s, round %d: %.3f ms a file (%d files, %d statements, %.1f ms)%n",
                        Path.of(args[i]).getFileName(),
                        round,
                        time / 1e6 / files.size(),
                        files.size(),
                        statements,
                        time / 1e6);
            }
        }
    }
}
