package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;

/** A file of which a part was not understood. */
@Describe("A file of which a part was not understood")
public record PartialParse(
        @Describe("path") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("path relative to the repository root") String path,
        @Describe("why, in words") String reason)
        implements Fact {}
