package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A database query in source code. */
@Describe("A database query in source code")
public record QueryUse(
        @Describe("path, `#`, enclosing function, operation, table and occurrence")
        String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,

        @Describe("key of the first use of a table in the same query, its own key where one table is used")
        String query,

        @Describe("name of the table as the database knows it, absent when it was not resolved") @Nullable
        String table,

        @Describe("what it does") QueryOperation operation,
        @Describe("library or language it is written in") QueryApi api,

        @Describe("columns that its condition compares, sorted")
        List<String> filters,

        @Describe("columns that it sets, sorted") List<String> written,
        @Describe("whether it has a condition at all") boolean filtered,

        @Describe("whether all of its condition and all columns that it sets are known")
        boolean known,

        @Describe("whether it is SQL text") boolean raw,

        @Describe("name of the transaction handle it is run with") @Nullable
        String transaction,

        @Describe("name of the nearest named function or method around it") @Nullable
        String enclosingFunction,

        @Describe("name of the class around it") @Nullable String enclosingClass,
        @Describe("path") String file)
        implements Fact {
    /** Copies the lists. */
    public QueryUse {
        filters = List.copyOf(filters);
        written = List.copyOf(written);
    }
}
