package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A contract between two services, and whether its provider was shown to keep it. A contract that only lies in a file
 * is {@link StateSource#DECLARED} and never verified; what a broker says of it is {@link StateSource#DEPLOYED}.
 */
@Describe("A contract between two services, and whether it was verified")
public record ContractVerification(
        @Describe("consumer, provider and versions") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("name of who asks") String consumer,
        @Describe("name of who answers") String provider,

        @Describe("version of the consumer, absent when not said") @Nullable
        String consumerVersion,

        @Describe("version of the provider, absent when not said") @Nullable
        String providerVersion,

        @Describe("environment, absent when not said") @Nullable
        String environment,

        @Describe("whether it held") boolean success,
        @Describe("whether there is a result at all") boolean verified,

        @Describe("requests and messages the contract holds, -1 when not said")
        int interactions,

        @Describe("DECLARED for a contract in a file, DEPLOYED for what a broker says")
        StateSource source,

        @Describe("when it was observed, absent for a file of the repository") @Nullable
        Instant at)
        implements Fact {}
