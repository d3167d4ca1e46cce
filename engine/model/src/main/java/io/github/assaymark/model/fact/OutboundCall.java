package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import org.jspecify.annotations.Nullable;

/** A call to another system over the network. */
@Describe("A call to another system over the network")
public record OutboundCall(
        @Describe("path, `#`, enclosing function, target and occurrence")
        String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("what is called, as a dotted name") String target,
        @Describe("how it is made") OutboundStyle style,
        @Describe("host of a constant address") @Nullable String host,

        @Describe("address as far as it is constant, `{}` for each part that is not") @Nullable
        String address,

        @Describe("name of the environment variable that the address, or the base of it, starts with") @Nullable
        String variable,

        @Describe("package the client was imported from") @Nullable
        String module,

        @Describe("name of the circuit breaker around it") @Nullable
        String breaker,

        @Describe("whether a time limit is given") boolean timeout,
        @Describe("whether it is retried") boolean retry,
        @Describe("whether the time between tries grows") boolean retryBackoff,

        @Describe("whether the time between tries is scattered")
        boolean retryJitter,

        @Describe("whether there is an answer for when it fails")
        boolean fallback,

        @Describe("name of the nearest named function or method around it") @Nullable
        String enclosingFunction,

        @Describe("name of the class around it") @Nullable String enclosingClass,
        @Describe("path") String file)
        implements Fact {}
