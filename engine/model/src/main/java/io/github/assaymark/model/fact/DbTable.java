package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import org.jspecify.annotations.Nullable;

/** A table of a database. */
@Describe("A table of a database")
public record DbTable(
        @Describe("schema, dot and name; the name alone in the default schema")
        String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("name in the database") String name,

        @Describe("schema in the database, absent for the default one") @Nullable
        String schema,

        @Describe("where it is declared") SchemaSource source,
        @Describe("library or language it is declared in") QueryApi api,

        @Describe("name of the constant, class or model in the code") @Nullable
        String constant,

        @Describe("path") String file)
        implements Fact {}
