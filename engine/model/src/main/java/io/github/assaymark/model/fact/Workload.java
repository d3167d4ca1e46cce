package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A workload of a cluster. */
@Describe("A workload of a cluster")
public record Workload(
        @Describe("namespace, kind and name") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("name") String name,
        @Describe("kind, for example `Deployment`") String kind,
        @Describe("namespace") @Nullable String namespace,

        @Describe("name of the service, absent when the export does not say") @Nullable
        String service,

        @Describe("stage: `dev`, `staging`, `prod` or another name; absent when the export does not say") @Nullable
        String stage,

        @Describe("wanted copies, -1 when not said") int replicas,
        @Describe("copies that are ready, -1 when not said") int ready,

        @Describe("path of the liveness probe, absent when there is none or it asks no path") @Nullable
        String livenessPath,

        @Describe("path of the readiness probe, absent when there is none or it asks no path") @Nullable
        String readinessPath,

        @Describe("whether every container has a liveness probe")
        boolean liveness,

        @Describe("whether every container has a readiness probe")
        boolean readiness,

        @Describe("images with their tags or digests, sorted")
        List<String> images,

        @Describe("whether an autoscaler is set for it") boolean autoscaled,

        @Describe("whether every container has limits of memory")
        boolean limited,

        @Describe("whether every container says that it runs as no root")
        boolean unprivileged,

        @Describe("whether it is meant to be or is") StateSource source,

        @Describe("when it was observed, absent for a file of the repository") @Nullable
        Instant at)
        implements Fact {
    /** Copies the lists. */
    public Workload {
        images = List.copyOf(images);
    }
}
