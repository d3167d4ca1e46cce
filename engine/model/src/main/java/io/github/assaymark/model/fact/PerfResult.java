package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.Quantity;
import io.github.assaymark.model.catalogue.Describe;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A measurement of a load test. Only what the report says itself: a percentile whose load is not said stays without it,
 * and percentiles of several reports are never made into one.
 */
@Describe("A measurement of a load test")
public record PerfResult(
        @Describe("scenario, metric and statistic") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("scenario") String scenario,

        @Describe("name of the service, absent when the export does not say") @Nullable
        String service,

        @Describe("stage: `dev`, `staging`, `prod` or another name; absent when the export does not say") @Nullable
        String stage,

        @Describe("what was measured, for example `http_req_duration`")
        String metric,

        @Describe("statistic: `mean`, `min`, `max` or a percentile such as `p95`")
        String statistic,

        @Describe("value") Quantity value,

        @Describe("requests a second that were reached, absent when not said") @Nullable
        Quantity requestRate,

        @Describe("requests a second that were aimed at, absent when not said") @Nullable
        Quantity targetRate,

        @Describe("how long it ran, absent when not said") @Nullable
        Quantity duration,

        @Describe("share of failed requests, absent when not said") @Nullable
        Quantity errorRate,

        @Describe("requests, -1 when not said") int requests,

        @Describe("commit it speaks of, absent when the export does not say") @Nullable
        String sha,

        @Describe("when it was observed") Instant at)
        implements Fact {}
