package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A resource in a plan or state of infrastructure. */
@Describe("A resource in a plan or state of infrastructure")
public record CloudResource(
        @Describe("tool, stack, address") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("tool, for example `terraform`") String tool,
        @Describe("stack or workspace") @Nullable String stack,

        @Describe("stage: `dev`, `staging`, `prod` or another name; absent when the export does not say") @Nullable
        String stage,

        @Describe("address in the tool") String address,
        @Describe("type") String type,
        @Describe("name") String name,
        @Describe("what happens to it") InfraAction action,
        @Describe("when it was observed") Instant at)
        implements Fact {}
