package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import org.jspecify.annotations.Nullable;

/** Whether a migration can be taken back. */
@Describe("Whether a migration can be taken back")
public record DownCheck(
        @Describe("migration and evidence") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("key of the migration") String migration,
        @Describe("what came of it") RollbackOutcome outcome,

        @Describe("first differences, or the error, in words") @Nullable
        String difference,

        @Describe("how it is known") SchemaEvidence evidence,
        @Describe("path") String file)
        implements Fact {}
