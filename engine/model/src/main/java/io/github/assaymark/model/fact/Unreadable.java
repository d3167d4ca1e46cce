package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;

/** A file that could not be read. */
@Describe("A file that could not be read")
public record Unreadable(
        @Describe("path") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("path relative to the repository root") String path,
        @Describe("why, in words") String reason)
        implements Fact {}
