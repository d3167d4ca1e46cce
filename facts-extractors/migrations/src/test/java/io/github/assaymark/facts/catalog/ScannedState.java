package io.github.assaymark.facts.catalog;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.extract.Extractors;
import io.github.assaymark.model.extract.ScanRequest;
import io.github.assaymark.model.fact.SchemaSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What a scan of some files gives, with all extractors of the class path. */
record ScannedState(Snapshot snapshot) {
    static ScannedState of(Path directory, Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = directory.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        return new ScannedState(
                Extractors.standard().scan(ScanRequest.of(directory)).snapshot());
    }

    <F extends Fact> List<F> facts(Class<F> type) {
        return snapshot.facts(type).stream()
                .filter(fact -> !fact.toString().contains("source=" + SchemaSource.MIGRATIONS))
                .toList();
    }

    Coverage coverage(Class<? extends Fact> type, String owner) {
        return snapshot.facts(Coverage.class).stream()
                .filter(coverage -> coverage.extractor().equals("postgres-catalog")
                        && coverage.factType().equals(type.getSimpleName())
                        && coverage.owner().equals(owner))
                .findFirst()
                .orElseThrow();
    }
}
