package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;

/** A $ref whose target does not exist. */
@Describe("A $ref whose target does not exist")
public record DanglingReference(
        @Describe("path, `#`, target and occurrence") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("path") String file,
        @Describe("the reference as written") String target)
        implements Fact {}
