package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import org.jspecify.annotations.Nullable;

/** Rows that a migration or a script puts into a table. */
@Describe("Rows that a migration or a script puts into a table")
public record SeedData(
        @Describe("statement or script, and table") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,

        @Describe("key of the migration, absent for a script") @Nullable
        String migration,

        @Describe("key of the table") String table,

        @Describe("number of rows that are written out; -1 when a query gives them")
        int rows,

        @Describe("whether it can run twice, for example with ON CONFLICT")
        boolean idempotent,

        @Describe("path") String file)
        implements Fact {}
