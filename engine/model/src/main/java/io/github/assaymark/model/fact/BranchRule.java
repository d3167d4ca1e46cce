package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a branch demands before a merge. */
@Describe("What a branch demands before a merge")
public record BranchRule(
        @Describe("branch and demand") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("branch") String branch,

        @Describe("`checks`, `reviews`, `code-owners`, `signatures` or another name")
        String demand,

        @Describe("name of the check, for demands of checks") @Nullable
        String check,

        @Describe("approvals it takes, 0 for other demands") int approvals,

        @Describe(
                "for demands of reviews: whether approvals outlive commits that come after them, absent when not said")
        @Nullable
        Boolean lasting,

        @Describe("whether somebody may pass it by; true also when the export does not say")
        boolean bypass,

        @Describe("when it was observed") Instant at)
        implements Fact {}
