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
        @Describe("where it is declared") SchemaSource source,
        @Describe("path") String file)
        implements Fact {}
