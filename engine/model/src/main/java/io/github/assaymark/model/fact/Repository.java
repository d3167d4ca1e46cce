package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import org.jspecify.annotations.Nullable;

/** The judged repository as a whole. */
@Describe("The judged repository as a whole")
public record Repository(
        @Describe("always the empty text") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("name of the repository directory") String name,

        @Describe("commit that is judged, absent for a working tree without one") @Nullable
        String sha,

        @Describe("branch that is checked out") @Nullable String branch)
        implements Fact {}
