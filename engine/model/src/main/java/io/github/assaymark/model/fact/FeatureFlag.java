package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.Quantity;
import io.github.assaymark.model.catalogue.Describe;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A feature flag. */
@Describe("A feature flag")
public record FeatureFlag(
        @Describe("flag and stage") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("key of the flag") String name,

        @Describe("name of the service, absent when the export does not say") @Nullable
        String service,

        @Describe("stage: `dev`, `staging`, `prod` or another name; absent when the export does not say") @Nullable
        String stage,

        @Describe("whether it is on") boolean enabled,

        @Describe("share of the traffic that gets it, absent when not said") @Nullable
        Quantity share,

        @Describe("when it was observed") Instant at)
        implements Fact {}
