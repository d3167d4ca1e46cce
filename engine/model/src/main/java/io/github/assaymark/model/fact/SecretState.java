package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A secret by its name; never its value. */
@Describe("A secret by its name; never its value")
public record SecretState(
        @Describe("name and stage") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("name") String name,

        @Describe("name of the service, absent when the export does not say") @Nullable
        String service,

        @Describe("stage: `dev`, `staging`, `prod` or another name; absent when the export does not say") @Nullable
        String stage,

        @Describe("store it lies in") String store,
        @Describe("whether it is set") boolean present,
        @Describe("whether a placeholder may stand for it") boolean placeholder,
        @Describe("when it was last set") @Nullable Instant changedAt,
        @Describe("when it was observed") Instant at)
        implements Fact {}
