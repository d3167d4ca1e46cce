package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.Quantity;
import io.github.assaymark.model.catalogue.Describe;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A step of a gradual deployment. */
@Describe("A step of a gradual deployment")
public record RolloutStep(
        @Describe("service, stage, start and share") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,

        @Describe("name of the service, absent when the export does not say") @Nullable
        String service,

        @Describe("stage: `dev`, `staging`, `prod` or another name; absent when the export does not say") @Nullable
        String stage,

        @Describe("commit that was deployed") @Nullable String sha,
        @Describe("share of the traffic") Quantity share,
        @Describe("when it began") Instant startedAt,
        @Describe("when it ended") @Nullable Instant finishedAt,
        @Describe("whether it ended without a breach") boolean healthy,
        @Describe("when it was observed") Instant at)
        implements Fact {}
