package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;

/** Whether row security holds for a table. */
@Describe("Whether row security holds for a table")
public record RowSecurity(
        @Describe("table and source") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("key of the table") String table,
        @Describe("whether it is switched on") boolean enabled,

        @Describe("whether it binds the owner of the table too")
        boolean forced,

        @Describe("where it is declared") SchemaSource source,
        @Describe("path") String file)
        implements Fact {}
