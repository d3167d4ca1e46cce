package io.github.assaymark.facts.repository;

import io.github.assaymark.facts.configuration.AssayYaml;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.extract.FactExtractor;
import io.github.assaymark.model.extract.ScanRequest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Scans for tests of one extractor. */
public final class ScannedRepository {
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

    private ScannedRepository() {}

    /** The facts of a working tree. */
    public static Snapshot scan(Path directory, FactExtractor extractor) {
        return scan(ScanRequest.of(directory), extractor);
    }

    /** The facts a request asks for. */
    public static Snapshot scan(ScanRequest request, FactExtractor extractor) {
        return new LocalRepositoryScanner(List.of(extractor), new AssayYaml())
                .scan(request.at(NOW))
                .snapshot();
    }

    /** The coverage of one search. */
    public static Coverage coverage(Snapshot snapshot, String extractor, String type, String owner) {
        return snapshot.facts(Coverage.class).stream()
                .filter(c -> c.key().equals(extractor + "/" + type + "/" + owner))
                .findFirst()
                .orElseThrow();
    }
}
