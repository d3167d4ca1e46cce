package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A layer of an on-call rotation. */
@Describe("A layer of an on-call rotation")
public record OnCallSchedule(
        @Describe("schedule and layer") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("id of the schedule") String schedule,

        @Describe("name of the service, absent when the export does not say") @Nullable
        String service,

        @Describe("layer: `primary`, `secondary` or another name")
        String layer,

        @Describe("handles of the people on it, sorted") List<String> people,
        @Describe("first moment it holds") @Nullable Instant from,
        @Describe("moment it holds up to") @Nullable Instant until,

        @Describe("escalation policy it belongs to") @Nullable
        String escalation,

        @Describe("when it was observed") Instant at)
        implements Fact {
    /** Copies the lists. */
    public OnCallSchedule {
        people = List.copyOf(people);
    }
}
