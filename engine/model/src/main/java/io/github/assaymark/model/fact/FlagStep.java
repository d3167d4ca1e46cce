package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.Quantity;
import io.github.assaymark.model.catalogue.Describe;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A step of the roll-out of a feature flag. */
@Describe("A step of the roll-out of a feature flag")
public record FlagStep(
        @Describe("flag, stage and moment") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("key of the flag") String flag,

        @Describe("stage: `dev`, `staging`, `prod` or another name; absent when the export does not say") @Nullable
        String stage,

        @Describe("share of the traffic from then on") Quantity share,
        @Describe("whether it ran without being shown") boolean shadow,
        @Describe("when it began") Instant from,
        @Describe("when it was observed") Instant at)
        implements Fact {}
