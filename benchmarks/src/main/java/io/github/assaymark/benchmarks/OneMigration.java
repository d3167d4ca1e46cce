package io.github.assaymark.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import io.github.assaymark.core.Assay;
import io.github.assaymark.core.LiveAssessment;
import io.github.assaymark.facts.migrations.Histories;
import io.github.assaymark.facts.migrations.MigrationHistory;
import io.github.assaymark.facts.migrations.MigrationScript;
import io.github.assaymark.facts.sql.Ddl;
import io.github.assaymark.model.FactDelta;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.extract.Extractors;
import io.github.assaymark.model.extract.LiveScan;
import io.github.assaymark.model.extract.ScanRequest;
import io.github.assaymark.model.rule.Pack;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * One migration of a history edited, from its path to new verdicts: {@code OneMigration DIRECTORY...}, checked-out
 * repositories, whose longest history becomes that of a service of its own. Edited is a migration that makes a table,
 * near the beginning, in the middle and near the end: a remark more, and a column more with another name each time, so
 * that the schema stays another one until the last migration.
 */
final class OneMigration {
    private static final int WARM_UP = Integer.getInteger("warmup", 300);
    private static final int MEASURED = Integer.getInteger("measured", 300);

    private OneMigration() {}

    public static void main(String[] args) throws IOException {
        for (String directory : args) measure(Path.of(directory));
    }

    private static void measure(Path repository) throws IOException {
        Path root = Files.createTempDirectory("assay-one-migration");
        try {
            String service = "services/one/";
            String directory = longest(repository).directory();
            copy(repository.resolve(directory), root.resolve(service + directory));
            Files.writeString(root.resolve(service + "service.yaml"), "name: one\nowner: team\n");
            MigrationHistory history = longest(root);
            try (LiveScan scan = Extractors.standard().follow(ScanRequest.of(root))) {
                Snapshot snapshot = scan.snapshot();
                Assay assay = Assay.with(Pack.load("starter"), Pack.load("loop"));
                try (LiveAssessment live = assay.open(snapshot)) {
                    System.out.println(repository.getFileName() + ": "
                            + history.migrations().size() + " migrations, "
                            + snapshot.facts().size() + " facts");
                    for (Edit kind : Edit.values())
                        for (int percent : List.of(5, 50, 95))
                            edits(root, nearest(history, percent), percent, kind, scan, live);
                }
            }
        } finally {
            delete(root);
        }
    }

    private static MigrationHistory longest(Path root) {
        return Histories.in(root).stream()
                .filter(MigrationHistory::supported)
                .max(Comparator.comparingInt(one -> one.migrations().size()))
                .orElseThrow();
    }

    private enum Edit {
        REMARK,
        COLUMN
    }

    /** The migration nearest to a place in the history whose first statement makes a table. */
    private static MigrationScript nearest(MigrationHistory history, int percent) {
        List<MigrationScript> all = new ArrayList<>(history.migrations());
        int wanted = all.size() * percent / 100;
        all.removeIf(one -> table(one) == null);
        all.sort(Comparator.comparingInt(one -> Math.abs(one.order() - wanted)));
        return all.get(0);
    }

    private static Ddl.CreateTable table(MigrationScript migration) {
        if (!migration.path().endsWith(".sql") || migration.up().statements().isEmpty()) return null;
        return migration.up().statements().get(0).ddl() instanceof Ddl.CreateTable table && !table.temporary()
                ? table
                : null;
    }

    private static void edits(
            Path root, MigrationScript migration, int percent, Edit kind, LiveScan scan, LiveAssessment live)
            throws IOException {
        Path file = root.resolve(migration.path());
        List<String> before = Files.readAllLines(file);
        int line = migration.up().statements().get(0).place().endLine();
        long[] reading = new long[MEASURED];
        long[] whole = new long[MEASURED];
        long cpu = 0;
        long facts = 0;
        long verdicts = 0;
        for (int i = 0; i < WARM_UP + MEASURED; i++) {
            List<String> edited = new ArrayList<>(before);
            edited.add(
                    line,
                    kind == Edit.REMARK
                            ? "-- edited " + i
                            : "ALTER TABLE " + table(migration).table() + " ADD COLUMN edited_" + i + " bigint;");
            Files.write(file, edited);
            if (i == WARM_UP) cpu = cpuNanos();
            long start = System.nanoTime();
            FactDelta delta = scan.update(List.of(migration.path()));
            long read = System.nanoTime();
            int changes = live.apply(delta).changes().size();
            long end = System.nanoTime();
            if (i < WARM_UP) continue;
            reading[i - WARM_UP] = read - start;
            whole[i - WARM_UP] = end - start;
            facts += delta.added().size() + delta.removed().size();
            verdicts += changes;
        }
        cpu = cpuNanos() - cpu;
        Files.write(file, before);
        live.apply(scan.update(List.of(migration.path())));
        System.out.printf(
                Locale.ROOT,
                "  %s, migration %d (%d %%): %d facts, %d verdicts changed an edit; %d rescans%n",
                kind.name().toLowerCase(Locale.ROOT),
                migration.order(),
                percent,
                facts / MEASURED,
                verdicts / MEASURED,
                scan.rescans());
        System.out.println("    to the facts:    " + Timing.of(reading).micros());
        System.out.println("    to the verdicts: " + Timing.of(whole).micros());
        System.out.println("    processor time:  " + cpu / MEASURED / 1000
                + " us an edit, compiler, collector and writing the file included");
    }

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path relative = from.relativize(file);
                Path copy = to.resolve(relative.toString());
                if (Files.isDirectory(file)) Files.createDirectories(copy);
                else if (Files.isRegularFile(file)) Files.copy(file, copy);
            }
        }
    }

    private static void delete(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
