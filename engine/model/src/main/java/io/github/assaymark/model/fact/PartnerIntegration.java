package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import org.jspecify.annotations.Nullable;

/** An integration of a third party. */
@Describe("An integration of a third party")
public record PartnerIntegration(
        @Describe("directory of the integration") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("name of the partner") String name,

        @Describe("directory relative to the repository root")
        String directory,

        @Describe("whether it shows anything to people") boolean userInterface,
        @Describe("commit that is judged") @Nullable String sha)
        implements Fact {}
