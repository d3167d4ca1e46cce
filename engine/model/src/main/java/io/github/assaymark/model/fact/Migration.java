package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import org.jspecify.annotations.Nullable;

/** A migration of a database. */
@Describe("A migration of a database")
public record Migration(
        @Describe("set, `/` and version and name") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("key of the set") String set,
        @Describe("version, as the tool orders it") String version,

        @Describe("name without version, empty when there is none")
        String name,

        @Describe("place in the order of application, from 1")
        int order,

        @Describe("whether it runs in a transaction") boolean transactional,
        @Describe("what takes it back") DownMigration down,

        @Describe("whether every statement of it was understood")
        boolean understood,

        @Describe("whether it builds statements while it runs")
        boolean dynamic,

        @Describe("SHA-256 of its text") String checksum,

        @Describe("path of the file that takes it back, absent when there is none or it is the same file") @Nullable
        String downFile,

        @Describe("path") String file)
        implements Fact {}
