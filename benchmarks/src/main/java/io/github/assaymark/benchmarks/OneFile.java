package io.github.assaymark.benchmarks;

import io.github.assaymark.core.Assay;
import io.github.assaymark.core.LiveAssessment;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.extract.Extractors;
import io.github.assaymark.model.extract.LiveScan;
import io.github.assaymark.model.extract.ScanRequest;
import io.github.assaymark.model.rule.Pack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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
                    Edits edits = new Edits(scan, live, WARM_UP, MEASURED);
                    edits.run(number -> repository.edit(number + 1));
                    edits.print();
                }
            }
        } finally {
            Edits.delete(root);
        }
    }
}
