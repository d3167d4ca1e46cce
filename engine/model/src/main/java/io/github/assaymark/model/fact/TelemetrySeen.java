package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Telemetry that a system received. */
@Describe("Telemetry that a system received")
public record TelemetrySeen(
        @Describe("signal, service and stage") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("`traces`, `logs`, `metrics` or `errors`") String signal,

        @Describe("name of the service, absent when the export does not say") @Nullable
        String service,

        @Describe("stage: `dev`, `staging`, `prod` or another name; absent when the export does not say") @Nullable
        String stage,

        @Describe("name it was sent under") @Nullable String serviceName,
        @Describe("pieces in the window") int count,
        @Describe("names of fields, sorted") List<String> fields,
        @Describe("newest piece") @Nullable Instant lastSeen,
        @Describe("when it was observed") Instant at)
        implements Fact {
    /** Copies the lists. */
    public TelemetrySeen {
        fields = List.copyOf(fields);
    }
}
