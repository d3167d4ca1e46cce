package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;

/** The role that owns a table, and so has every privilege on it. */
@Describe("The role that owns a table, and so has every privilege on it")
public record DbOwner(
        @Describe("table and source") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("key of the table") String table,
        @Describe("name of the role") String role,
        @Describe("where it was read") SchemaSource source,
        @Describe("path") String file)
        implements Fact {}
