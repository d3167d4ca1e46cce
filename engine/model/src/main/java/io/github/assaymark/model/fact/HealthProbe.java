package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.Quantity;
import io.github.assaymark.model.catalogue.Describe;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A request to an endpoint of health. */
@Describe("A request to an endpoint of health")
public record HealthProbe(
        @Describe("URL and moment") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,

        @Describe("name of the service, absent when the export does not say") @Nullable
        String service,

        @Describe("stage: `dev`, `staging`, `prod` or another name; absent when the export does not say") @Nullable
        String stage,

        @Describe("URL without query and user") String url,

        @Describe("status of the response, 0 when there was none")
        int status,

        @Describe("how long it took") @Nullable Quantity latency,

        @Describe("commit it speaks of, absent when the export does not say") @Nullable
        String sha,

        @Describe("when it was asked") Instant at)
        implements Fact {}
