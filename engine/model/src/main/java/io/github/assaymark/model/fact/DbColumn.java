package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import org.jspecify.annotations.Nullable;

/** A column of a table. */
@Describe("A column of a table")
public record DbColumn(
        @Describe("table, dot, name and source") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("key of the table") String table,
        @Describe("name in the database") String name,
        @Describe("name in the code") @Nullable String property,
        @Describe("type as declared") String type,
        @Describe("whether it may be null") boolean nullable,
        @Describe("default as declared") @Nullable String defaultValue,

        @Describe("whether it is, or is part of, the primary key")
        boolean primaryKey,

        @Describe("whether a value may occur once only") boolean unique,
        @Describe("table and column it refers to") @Nullable String references,

        @Describe("key of the migration that added it, absent when no migration did") @Nullable
        String addedIn,

        @Describe("key of the migration that last said whether it may be null, absent when no migration did") @Nullable
        String nullabilitySetIn,

        @Describe("whether the database computes it from other columns")
        boolean generated,

        @Describe("where it is declared") SchemaSource source,
        @Describe("path") String file)
        implements Fact {
    /** A column that no migration tells of, and that is not computed. */
    public DbColumn(
            String key,
            String owner,
            Provenance provenance,
            String table,
            String name,
            @Nullable String property,
            String type,
            boolean nullable,
            @Nullable String defaultValue,
            boolean primaryKey,
            boolean unique,
            @Nullable String references,
            SchemaSource source,
            String file) {
        this(
                key,
                owner,
                provenance,
                table,
                name,
                property,
                type,
                nullable,
                defaultValue,
                primaryKey,
                unique,
                references,
                null,
                null,
                false,
                source,
                file);
    }
}
