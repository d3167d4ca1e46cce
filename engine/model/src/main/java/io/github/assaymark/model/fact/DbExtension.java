package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import org.jspecify.annotations.Nullable;

/** An extension of a database. */
@Describe("An extension of a database")
public record DbExtension(
        @Describe("name and source") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("name in the database") String name,
        @Describe("version, absent when not said") @Nullable String version,
        @Describe("where it was read") SchemaSource source,
        @Describe("path") String file)
        implements Fact {}
