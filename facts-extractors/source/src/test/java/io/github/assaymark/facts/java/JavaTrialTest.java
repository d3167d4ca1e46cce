package io.github.assaymark.facts.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.extract.Extractors;
import io.github.assaymark.model.fact.Route;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Counts the routes of a public repository. Run with {@code -Dassay.trial=DIR}, where DIR holds a checkout named
 * {@code spring-petclinic} (edf4db28); skipped otherwise.
 */
final class JavaTrialTest {
    @Test
    void routes_of_petclinic_are_all_found() {
        String directory = System.getProperty("assay.trial");
        Path path = directory == null ? Path.of("") : Path.of(directory, "spring-petclinic");
        boolean there = directory != null && Files.isDirectory(path);
        if (!there)
            System.out.println("Skipped: no checkout of spring-petclinic to count."
                    + " Maybe run with -Dassay.trial=DIR, where DIR holds it.");
        assumeTrue(there);
        Snapshot snapshot = Extractors.standard().scan(path);
        assertThat(snapshot.facts(Route.class)).hasSize(17);
        assertThat(snapshot.facts(Coverage.class))
                .filteredOn(coverage -> coverage.extractor().equals("java")
                        && coverage.factType().equals("Route"))
                .allSatisfy(coverage -> assertThat(coverage.status()).isEqualTo(Coverage.Status.COMPLETE));
    }
}
