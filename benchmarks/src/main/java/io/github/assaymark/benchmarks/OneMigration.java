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
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/**
 * One migration of a history edited, from its path to new verdicts: {@code OneMigration DIRECTORY...}, checked-out
 * repositories, whose longest history becomes that of a service of its own. Edited is one of the migrations, any of
 * them, and taken back by the next edit: a remark more, and a column more with another name each time, so that the
 * schema stays another one until the last migration.
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
                        if (System.getProperty("edit", kind.name()).equals(kind.name()))
                            edits(root, editable(history, kind), kind, scan, live);
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

    /** The migrations that this edit can be made in. */
    private static List<MigrationScript> editable(MigrationHistory history, Edit kind) {
        List<MigrationScript> all = new ArrayList<>(history.migrations());
        all.removeIf(one -> !one.path().endsWith(".sql")
                || one.up().statements().isEmpty()
                || (kind == Edit.COLUMN && table(one).isEmpty()));
        return all;
    }

    /** The table that the first statement makes or changes; empty when it does neither. */
    private static String table(MigrationScript migration) {
        Ddl first = migration.up().statements().get(0).ddl();
        if (first instanceof Ddl.CreateTable table && !table.temporary())
            return table.table().toString();
        return first instanceof Ddl.Alter alter && alter.relation().equals("table")
                ? alter.name().toString()
                : "";
    }

    /** Every other edit takes back the one before. */
    private static void edits(
            Path root, List<MigrationScript> migrations, Edit kind, LiveScan scan, LiveAssessment live)
            throws IOException {
        Random random = new Random(7);
        long[] reading = new long[MEASURED];
        long[] whole = new long[MEASURED];
        long[] work = new long[MEASURED];
        long cpu = 0;
        long facts = 0;
        long verdicts = 0;
        String path = "";
        List<String> before = List.of();
        for (int i = 0; i < WARM_UP + MEASURED; i++) {
            if (i % 2 == 0) {
                MigrationScript migration = migrations.get(random.nextInt(migrations.size()));
                path = migration.path();
                before = Files.readAllLines(root.resolve(path));
                List<String> edited = new ArrayList<>(before);
                edited.add(
                        migration.up().statements().get(0).place().endLine(),
                        kind == Edit.REMARK
                                ? "-- edited " + i
                                : "ALTER TABLE " + table(migration) + " ADD COLUMN edited_" + i + " bigint;");
                Files.write(root.resolve(path), edited);
            } else {
                Files.write(root.resolve(path), before);
            }
            if (i == WARM_UP) cpu = cpuNanos();
            long busy = threadNanos();
            long start = System.nanoTime();
            FactDelta delta = scan.update(List.of(path));
            long read = System.nanoTime();
            int changes = live.apply(delta).changes().size();
            long end = System.nanoTime();
            if (i < WARM_UP) continue;
            reading[i - WARM_UP] = read - start;
            whole[i - WARM_UP] = end - start;
            work[i - WARM_UP] = threadNanos() - busy;
            facts += delta.added().size() + delta.removed().size();
            verdicts += changes;
        }
        cpu = cpuNanos() - cpu;
        System.out.printf(
                Locale.ROOT,
                "  %s in one of %d migrations: %d facts, %d verdicts changed an edit; %d rescans%n",
                kind.name().toLowerCase(Locale.ROOT),
                migrations.size(),
                facts / MEASURED,
                verdicts / MEASURED,
                scan.rescans());
        System.out.println("    to the facts:    " + Timing.of(reading).micros());
        System.out.println("    to the verdicts: " + Timing.of(whole).micros());
        System.out.println("    processor time:  " + Timing.of(work).micros());
        System.out.println("    whole process:   " + cpu / MEASURED / 1000
                + " us an edit, compiler, collector and writing the file included");
    }

    /**
     * Processor time of all threads of Java, so that others on the machine do not count; compiler and collector are
     * none.
     */
    private static long threadNanos() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long sum = 0;
        for (long id : threads.getAllThreadIds()) sum += Math.max(0, threads.getThreadCpuTime(id));
        return sum;
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
