package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.Quantity;
import io.github.assaymark.model.catalogue.Describe;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An objective of service level. */
@Describe("An objective of service level")
public record SloDef(
        @Describe("name") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("name") String name,

        @Describe("name of the service, absent when the export does not say") @Nullable
        String service,

        @Describe("key of the operation it is for, absent when for the service") @Nullable
        String operation,

        @Describe("what is measured") @Nullable String indicator,
        @Describe("share that has to be good") @Nullable Quantity objective,
        @Describe("length of the window") @Nullable Duration window,
        @Describe("whether alerts are declared for it") boolean alerted,
        @Describe("link to a runbook") @Nullable String runbook,
        @Describe("whether it is meant to be or is") StateSource source,
        @Describe("path or export") String file)
        implements Fact {}
