package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A deployment of a service to a stage. */
@Describe("A deployment of a service to a stage")
public record Deployment(
        @Describe("service, stage and start") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,

        @Describe("name of the service, absent when the export does not say") @Nullable
        String service,

        @Describe("stage: `dev`, `staging`, `prod` or another name; absent when the export does not say") @Nullable
        String stage,

        @Describe("commit that was deployed") @Nullable String sha,
        @Describe("how it ended") DeploymentStatus status,
        @Describe("when it began") Instant startedAt,
        @Describe("when it ended") @Nullable Instant finishedAt,

        @Describe("when the next one of the same service and stage began") @Nullable
        Instant supersededAt,

        @Describe(
                "commit of the last deployment before it of the same service and stage that succeeded, absent when unknown")
        @Nullable
        String previousSha,

        @Describe("what started it, for example `merge` or `manual`") @Nullable
        String trigger,

        @Describe("who started it") @Nullable String actor,
        @Describe("people who approved it, sorted") List<String> approvedBy,

        @Describe("strategy, for example `canary`") @Nullable
        String strategy,

        @Describe("when it was observed") Instant at)
        implements Fact {
    /** Copies the lists. */
    public Deployment {
        approvedBy = List.copyOf(approvedBy);
    }
}
