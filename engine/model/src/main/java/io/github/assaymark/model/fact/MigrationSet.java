package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;

/** The migrations of one database, in the order they are applied. */
@Describe("The migrations of one database, in the order they are applied")
public record MigrationSet(
        @Describe("directory of the migrations, and the dialect where there are twins")
        String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("tool that applies them") MigrationTool tool,
        @Describe("language they are written in") SqlDialect dialect,

        @Describe("whether they are read: histories of other databases than PostgreSQL are only recognised")
        boolean supported,

        @Describe("directory of the migrations") String directory,

        @Describe("how the tool puts them into transactions")
        MigrationTransaction transaction,

        @Describe("whether the history starts with an empty database")
        Baseline baseline,

        @Describe("whether places were filled in before it was read")
        boolean templated,

        @Describe("number of migrations") int migrations)
        implements Fact {}
