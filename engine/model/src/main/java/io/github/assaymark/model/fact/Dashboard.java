package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A dashboard. */
@Describe("A dashboard")
public record Dashboard(
        @Describe("tool and name") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("title") String name,

        @Describe("name of the service, absent when the export does not say") @Nullable
        String service,

        @Describe("stage: `dev`, `staging`, `prod` or another name; absent when the export does not say") @Nullable
        String stage,

        @Describe("tool it lives in, for example `grafana`") String tool,

        @Describe("panels that show something, -1 when not known")
        int panels,

        @Describe("titles of its panels, sorted") List<String> panelTitles,
        @Describe("link") @Nullable String url,
        @Describe("whether it is meant to be or is") StateSource source,

        @Describe("when it was observed, absent when only declared") @Nullable
        Instant at)
        implements Fact {
    /** Copies the lists. */
    public Dashboard {
        panelTitles = List.copyOf(panelTitles);
    }
}
