package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import org.jspecify.annotations.Nullable;

/** A statement of a migration. */
@Describe("A statement of a migration")
public record MigrationStatement(
        @Describe("migration, `#` and place") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("key of the migration") String migration,

        @Describe("place among the statements of the migration, from 1")
        int ordinal,

        @Describe("verb and object, for example `alter table`")
        String kind,

        @Describe("key of the first relation that it names, absent when it names none") @Nullable
        String table,

        @Describe("how far it was understood") StatementParse parse,

        @Describe("why it was not understood whole, in words") @Nullable
        String reason,

        @Describe("whether it builds statements while it runs")
        boolean dynamic,

        @Describe("whether it says CONCURRENTLY") boolean concurrent,

        @Describe("whether it runs in a transaction with others, or that is not known")
        boolean inTransaction,

        @Describe("whether data or an object that existed before is lost")
        boolean destructive,

        @Describe("reason given by a comment that a lint rule does not hold for it") @Nullable
        String suppressed,

        @Describe("path") String file)
        implements Fact {}
