package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A limit on how often a route may be called. */
@Describe("A limit on how often a route may be called")
public record RateLimitPolicy(
        @Describe("route class or route") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("class of routes it is for") @Nullable String routeClass,
        @Describe("route or path it is for") @Nullable String route,

        @Describe("calls allowed within the window") @Nullable
        Integer limit,

        @Describe("length of the window") @Nullable Duration window,

        @Describe("what is counted for, for example a client") @Nullable
        String keyedBy,

        @Describe("path") String file)
        implements Fact {}
