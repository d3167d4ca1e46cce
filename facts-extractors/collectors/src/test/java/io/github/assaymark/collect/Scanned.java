package io.github.assaymark.collect;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.extract.Extractors;
import io.github.assaymark.model.extract.ScanRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A repository with a service called billing whose folder of exported state is {@code state}. */
record Scanned(Snapshot snapshot) {
    /** Makes the repository around the folder. */
    static Path repository(Path root) throws IOException {
        Files.createDirectories(root.resolve("services/billing"));
        Files.createDirectories(root.resolve("state"));
        Files.writeString(root.resolve("assay.yaml"), "state: [state]\n");
        Files.writeString(root.resolve("services/billing/service.yaml"), "name: billing\n");
        return root;
    }

    static Scanned of(Path root) {
        return new Scanned(
                Extractors.standard().scan(ScanRequest.of(root).at(World.NOW)).snapshot());
    }

    /** Facts from exports, one line each, without what tells one file from another. */
    List<String> facts() {
        return snapshot.facts().stream()
                .filter(fact -> fact.provenance() instanceof Provenance.Export)
                .filter(fact -> !(fact instanceof Coverage))
                .filter(fact -> !fact.getClass().getSimpleName().equals("StateExport"))
                .map(fact -> fact.getClass().getSimpleName() + " "
                        + fact.toString()
                                .replaceAll("provenance=Export\\[.*?\\](?=, )", "")
                                .replaceAll("provenance=Export\\[[^\\[\\]]*\\]", ""))
                .sorted()
                .toList();
    }

    /** How completely a type was looked for, for the service. */
    List<String> coverage(Class<? extends Fact> type) {
        return snapshot.facts(Coverage.class).stream()
                .filter(of -> of.extractor().equals("exports")
                        && of.factType().equals(type.getSimpleName())
                        && of.owner().equals("services/billing"))
                .map(of -> of.about() + " " + of.status()
                        + of.gaps().stream().map(Coverage.Gap::reason).toList())
                .sorted()
                .toList();
    }

    <F extends Fact> List<F> all(Class<F> type) {
        return snapshot.facts(type);
    }
}
