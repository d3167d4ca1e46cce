package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;

/** A statement of a migration that fails as soon as tables have rows. */
@Describe("A statement of a migration that fails as soon as tables have rows")
public record DataDependentFailure(
        @Describe("statement") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("key of the migration") String migration,
        @Describe("key of the statement") String statement,

        @Describe("error code (PostgreSQL manual, appendix A)")
        String sqlState,

        @Describe("rows that each table was given") int rows,
        @Describe("path") String file)
        implements Fact {}
