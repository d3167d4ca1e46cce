package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A change of the state of an alarm. */
@Describe("A change of the state of an alarm")
public record AlarmTransition(
        @Describe("alarm, stage and moment") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("name of the alarm") String alarm,

        @Describe("name of the service, absent when the export does not say") @Nullable
        String service,

        @Describe("stage: `dev`, `staging`, `prod` or another name; absent when the export does not say") @Nullable
        String stage,

        @Describe("state before") String before,
        @Describe("state after") String after,
        @Describe("when it happened") Instant occurredAt,
        @Describe("when it was observed") Instant at)
        implements Fact {}
