package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import org.jspecify.annotations.Nullable;

/** A service found in the repository. */
@Describe("A service found in the repository")
public record Service(
        @Describe("directory of the service, `.` when it is the repository itself")
        String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,

        @Describe("last part of the directory, or the repository name")
        String name,

        @Describe("directory relative to the repository root, empty when it is the repository itself")
        String directory,

        @Describe("what gave the service away: a manifest path or the configuration")
        String detectedBy,

        @Describe("commit that is judged") @Nullable String sha)
        implements Fact {}
