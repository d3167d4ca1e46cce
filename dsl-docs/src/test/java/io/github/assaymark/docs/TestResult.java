package io.github.assaymark.docs;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import org.jspecify.annotations.Nullable;

/** Stands for the type of the same name, which no extractor yields yet. */
@Describe("The result of a test")
public record TestResult(
        @Describe("name") String key,
        @Describe("directory of the owning service") String owner,
        Provenance provenance,
        @Describe("name") String name,
        @Describe("whether it passed") boolean passed,
        @Describe("commit") @Nullable String sha)
        implements Fact {}
