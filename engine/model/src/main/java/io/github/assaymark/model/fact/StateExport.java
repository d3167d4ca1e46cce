package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An exported file about the state of a system, or the attempt to get one. */
@Describe("An exported file about the state of a system, or the attempt to get one")
public record StateExport(
        @Describe("folder, `/` and path") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("folder of exports, as it was named") String folder,
        @Describe("path below the folder") String path,

        @Describe("what was exported, for example `aws.cloudwatch.describe-alarms`")
        String kind,

        @Describe("names of the fact types it gives, sorted")
        List<String> factTypes,

        @Describe("name of the service, absent when the export does not say") @Nullable
        String service,

        @Describe("stage: `dev`, `staging`, `prod` or another name; absent when the export does not say") @Nullable
        String stage,

        @Describe("account, region, repository or project, absent when the export does not say") @Nullable
        String scope,

        @Describe("how reading ended") CollectionStatus status,

        @Describe("whether what it does not hold is not there")
        boolean complete,

        @Describe("how it came to be") ExportOrigin origin,

        @Describe("first moment that a history covers, absent for a state") @Nullable
        Instant from,

        @Describe("moment that a history covers up to, absent for a state") @Nullable
        Instant until,

        @Describe("commit it speaks of, absent when the export does not say") @Nullable
        String sha,

        @Describe("who asked, absent when not said") @Nullable
        String principal,

        @Describe("when it was observed") Instant at)
        implements Fact {
    /** Copies the lists. */
    public StateExport {
        factTypes = List.copyOf(factTypes);
    }
}
