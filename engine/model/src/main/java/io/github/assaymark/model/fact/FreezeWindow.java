package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A time in which nothing is deployed. */
@Describe("A time in which nothing is deployed")
public record FreezeWindow(
        @Describe("scope and beginning") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("what it is for, `*` for everything") String scope,
        @Describe("first moment") Instant from,
        @Describe("first moment after it") Instant until,
        @Describe("why") @Nullable String reason,

        @Describe("what may be deployed all the same, sorted")
        List<String> exemptions)
        implements Fact {
    /** Copies the lists. */
    public FreezeWindow {
        exemptions = List.copyOf(exemptions);
    }
}
