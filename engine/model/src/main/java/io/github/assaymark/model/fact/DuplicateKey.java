package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;

/** A key that stands twice in one YAML or JSON map. */
@Describe("A key that stands twice in one YAML or JSON map")
public record DuplicateKey(
        @Describe("path, `#`, dotted key") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("path") String file,
        @Describe("dotted key") String duplicate)
        implements Fact {}
