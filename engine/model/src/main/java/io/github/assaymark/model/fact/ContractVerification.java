package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A verification of a contract between two services. */
@Describe("A verification of a contract between two services")
public record ContractVerification(
        @Describe("consumer, provider and versions") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("name") String consumer,
        @Describe("name") String provider,
        @Describe("version") @Nullable String consumerVersion,
        @Describe("version") @Nullable String providerVersion,

        @Describe("environment, absent when not said") @Nullable
        String environment,

        @Describe("whether it held") boolean success,
        @Describe("whether there is a result at all") boolean verified,
        @Describe("when it was observed") Instant at)
        implements Fact {}
