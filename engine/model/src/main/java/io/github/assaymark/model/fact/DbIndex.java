package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An index of a table. */
@Describe("An index of a table")
public record DbIndex(
        @Describe("table, `#` and columns or name, and source")
        String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("key of the table") String table,
        @Describe("name in the database") @Nullable String name,

        @Describe("columns in their order, names in the database")
        List<String> columns,

        @Describe("first of its columns, absent for an expression") @Nullable
        String leading,

        @Describe("whether a combination may occur once only")
        boolean unique,

        @Describe("index method, for example `btree`") @Nullable
        String method,

        @Describe("condition of a partial index") @Nullable String predicate,

        @Describe("whether queries use it: false after a build that failed half-way")
        boolean valid,

        @Describe("where it is declared") SchemaSource source,
        @Describe("path") String file)
        implements Fact {
    /** Copies the lists. */
    public DbIndex {
        columns = List.copyOf(columns);
    }

    /** A valid index; takes the first column from the list of columns. */
    public DbIndex(
            String key,
            String owner,
            Provenance provenance,
            String table,
            @Nullable String name,
            List<String> columns,
            boolean unique,
            @Nullable String method,
            @Nullable String predicate,
            SchemaSource source,
            String file) {
        this(
                key,
                owner,
                provenance,
                table,
                name,
                columns,
                columns.isEmpty() ? null : columns.get(0),
                unique,
                method,
                predicate,
                true,
                source,
                file);
    }
}
