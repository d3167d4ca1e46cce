package io.github.assaymark.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import io.github.assaymark.facts.migrations.Histories;
import io.github.assaymark.facts.migrations.MigrationHistory;
import io.github.assaymark.facts.migrations.MigrationScript;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.extract.Extractors;
import io.github.assaymark.model.extract.FactExtractor;
import io.github.assaymark.model.extract.OptInExtractor;
import io.github.assaymark.model.extract.ScanRequest;
import io.github.assaymark.model.fact.LockFact;
import io.github.assaymark.model.fact.SchemaEvidence;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * A history applied to a shadow database, as {@code assay check --shadow} does: {@code ShadowSpeed ROWS DIRECTORY...},
 * checked-out repositories, of whose longest history the files alone are copied.
 */
final class ShadowSpeed {
    private ShadowSpeed() {}

    public static void main(String[] args) throws IOException {
        for (String directory : List.of(args).subList(1, args.length)) measure(Path.of(directory), args[0]);
    }

    private static void measure(Path repository, String rows) throws IOException {
        MigrationHistory history = Histories.in(repository).stream()
                .filter(MigrationHistory::supported)
                .max(Comparator.comparingInt(one -> one.migrations().size()))
                .orElseThrow();
        Path root = Files.createTempDirectory("assay-shadow-speed");
        try {
            for (MigrationScript migration : history.migrations()) {
                copy(repository, root, migration.path());
                if (migration.down() != null)
                    copy(repository, root, migration.down().path());
            }
            AtomicLong first = new AtomicLong();
            AtomicLong last = new AtomicLong();
            ScanRequest request = ScanRequest.of(root);
            long java = javaNanos();
            long postgres = childMillis();
            long began = System.nanoTime();
            Snapshot snapshot = Extractors.standard()
                    .scan(request.alsoBy(shadow(rows, (stage, done, total) -> {
                        first.compareAndSet(0, System.nanoTime());
                        last.set(System.nanoTime());
                    })))
                    .snapshot();
            long ended = System.nanoTime();
            long observed = snapshot.facts(LockFact.class).stream()
                    .filter(lock -> lock.evidence() == SchemaEvidence.OBSERVED)
                    .count();
            System.out.printf(
                    Locale.ROOT,
                    "%s, %s rows: %d migrations, %d observed locks; whole scan %.1f s, first to last migration %.1f s;"
                            + " processor time: Java %.1f s, PostgreSQL %.1f s%n",
                    repository.getFileName(),
                    rows,
                    history.migrations().size(),
                    observed,
                    (ended - began) / 1e9,
                    (last.get() - first.get()) / 1e9,
                    (javaNanos() - java) / 1e9,
                    (childMillis() - postgres) / 1e3);
        } finally {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
            }
        }
    }

    private static void copy(Path repository, Path root, String path) throws IOException {
        Path copy = root.resolve(path);
        Files.createDirectories(copy.getParent());
        if (!Files.exists(copy)) Files.copy(repository.resolve(path), copy);
    }

    private static FactExtractor shadow(String rows, ScanRequest.Progress progress) {
        for (OptInExtractor extractor : ServiceLoader.load(OptInExtractor.class))
            if (extractor.name().equals("shadow")) return extractor.with(Map.of("rows", rows), progress);
        throw new IllegalStateException("no shadow database on the class path");
    }

    private static long javaNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    /** Of processes that were started and have ended; Linux counts in hundredths of a second. */
    private static long childMillis() throws IOException {
        Path stat = Path.of("/proc/self/stat");
        if (!Files.exists(stat)) return 0;
        String text = Files.readString(stat);
        String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ", -1);
        return 10 * (Long.parseLong(fields[13]) + Long.parseLong(fields[14]));
    }
}
