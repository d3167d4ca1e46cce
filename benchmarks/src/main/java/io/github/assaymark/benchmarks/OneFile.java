package io.github.assaymark.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import io.github.assaymark.core.Assay;
import io.github.assaymark.core.LiveAssessment;
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
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** One file edited in a monorepo, from its path to new verdicts: {@code OneFile SERVICES...}. */
final class OneFile {
    private static final int WARM_UP = 100;
    private static final int MEASURED = 300;

    private OneFile() {}

    public static void main(String[] args) throws IOException {
        for (String services : args) measure(Integer.parseInt(services));
    }

    private static void measure(int services) throws IOException {
        Path root = Files.createTempDirectory("assay-one-file");
        try {
            Monorepo repository = new Monorepo(root, services);
            repository.write();
            long start = System.nanoTime();
            try (LiveScan scan = Extractors.standard().follow(ScanRequest.of(root))) {
                Snapshot snapshot = scan.snapshot();
                long scanned = System.nanoTime();
                Assay assay = Assay.with(Pack.load("starter"), Pack.load("loop"));
                try (LiveAssessment live = assay.open(snapshot)) {
                    long opened = System.nanoTime();
                    System.out.println(
                            services + " services, " + snapshot.facts().size() + " facts; read in "
                                    + (scanned - start) / 1_000_000 + " ms, judged in " + (opened - scanned) / 1_000_000
                                    + " ms");
                    edits(repository, scan, live);
                }
            }
        } finally {
            delete(root);
        }
    }

    private static void edits(Monorepo repository, LiveScan scan, LiveAssessment live) throws IOException {
        long[] reading = new long[MEASURED];
        long[] whole = new long[MEASURED];
        long cpu = 0;
        long facts = 0;
        long verdicts = 0;
        for (int i = 0; i < WARM_UP + MEASURED; i++) {
            String path = repository.edit(i + 1);
            if (i == WARM_UP) cpu = cpuNanos();
            long start = System.nanoTime();
            FactDelta delta = scan.update(List.of(path));
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
        System.out.println("  to the facts:    " + Timing.of(reading).micros() + "; " + facts + " facts changed, "
                + scan.rescans() + " rescans");
        System.out.println("  to the verdicts: " + Timing.of(whole).micros() + "; " + verdicts + " verdicts changed");
        System.out.println("  processor time:  " + cpu / MEASURED / 1000
                + " us an edit, compiler, collector and writing the file included");
    }

    /** Of the whole process: a busy machine makes edits take longer, but not cost more. */
    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static void delete(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
