package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import org.jspecify.annotations.Nullable;

/** Something that the text of a migration and a database say differently. */
@Describe("Something that the text of a migration and a database say differently")
public record SchemaDisagreement(
        @Describe("statement or object, and what") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,

        @Describe("key of the migration, absent for the final schema") @Nullable
        String migration,

        @Describe("what they disagree about, for example `lock on table:invoice`")
        String about,

        @Describe("what the text says") String declared,
        @Describe("what the database showed") String observed,
        @Describe("path") String file)
        implements Fact {}
