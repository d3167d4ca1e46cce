package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import org.jspecify.annotations.Nullable;

/** What a statement of a migration changes in the schema. */
@Describe("What a statement of a migration changes in the schema")
public record SchemaChange(
        @Describe("statement, operation and object") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("key of the migration") String migration,
        @Describe("key of the statement") String statement,
        @Describe("what is done") SchemaOperation operation,

        @Describe("key of the table, by its name at that moment") @Nullable
        String table,

        @Describe("name of the column") @Nullable String column,

        @Describe("name of any other object: constraint, index, type, policy") @Nullable
        String object,

        @Describe("what it was: type, name or state") @Nullable
        String before,

        @Describe("what it becomes: type, name or state") @Nullable
        String after,

        @Describe("whether the running code can go on as before")
        SchemaPhase phase,

        @Describe("whether data or an object is lost") boolean destructive,

        @Describe("whether the same migration created what is changed")
        boolean createdInSameMigration,

        @Describe("how it is known") SchemaEvidence evidence,
        @Describe("path") String file)
        implements Fact {}
