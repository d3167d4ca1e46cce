package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.time.Instant;
import java.util.List;

/** An exported look at the system catalogue of a database, which the facts with source OBSERVED were read from. */
@Describe("An exported look at the system catalogue of a database")
public record DbSnapshot(
        @Describe("path of the export") String key,

        @Describe("directory of the service that tables of it belong to, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("name of the database") String database,
        @Describe("version of the server") String server,
        @Describe("role that looked") String role,
        @Describe("when it was looked at") Instant at,

        @Describe("schemas of the service that are in it, sorted")
        List<String> schemas,

        @Describe("whether every part of it could be read") boolean complete,

        @Describe("parts that the role was not allowed to read, sorted")
        List<String> denied,

        @Describe("path") String file)
        implements Fact {
    /** Copies the lists. */
    public DbSnapshot {
        schemas = List.copyOf(schemas);
        denied = List.copyOf(denied);
    }
}
