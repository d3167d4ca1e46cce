package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A run of a background job. */
@Describe("A run of a background job")
public record JobRun(
        @Describe("job, stage and start") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("id of the job") String job,

        @Describe("name of the service, absent when the export does not say") @Nullable
        String service,

        @Describe("stage: `dev`, `staging`, `prod` or another name; absent when the export does not say") @Nullable
        String stage,

        @Describe("whether it ended well") boolean succeeded,
        @Describe("whether its effect was looked at") boolean effectVerified,
        @Describe("when it began") Instant startedAt,
        @Describe("when it was observed") Instant at)
        implements Fact {}
