package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How many copies of a workload run. */
@Describe("How many copies of a workload run")
public record ScalingPolicy(
        @Describe("target and stage") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("what is scaled") String target,

        @Describe("name of the service, absent when the export does not say") @Nullable
        String service,

        @Describe("stage: `dev`, `staging`, `prod` or another name; absent when the export does not say") @Nullable
        String stage,

        @Describe("fewest copies") int minimum,
        @Describe("most copies") int maximum,
        @Describe("what it follows") @Nullable String metric,
        @Describe("whether it is meant to be or is") StateSource source,

        @Describe("when it was observed, absent for a file of the repository") @Nullable
        Instant at)
        implements Fact {}
