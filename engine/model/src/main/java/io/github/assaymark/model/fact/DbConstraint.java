package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A constraint of a table. */
@Describe("A constraint of a table")
public record DbConstraint(
        @Describe("table, `#`, kind and name, and source") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("key of the table") String table,
        @Describe("name in the database") @Nullable String name,
        @Describe("kind") ConstraintKind kind,
        @Describe("columns, names in the database") List<String> columns,
        @Describe("condition as written") @Nullable String expression,

        @Describe("key of the table that a foreign key refers to") @Nullable
        String references,

        @Describe("whether it holds for rows that were there before")
        boolean validated,

        @Describe("where it is declared") SchemaSource source,
        @Describe("path") String file)
        implements Fact {
    /** Copies the lists. */
    public DbConstraint {
        columns = List.copyOf(columns);
    }
}
