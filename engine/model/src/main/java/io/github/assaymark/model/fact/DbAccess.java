package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.util.List;

/** Which roles may change the rows of a table that was looked at, by whatever way. */
@Describe("Which roles may change the rows of a table that was looked at, by whatever way")
public record DbAccess(
        @Describe("key of the table") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("key of the table") String table,
        @Describe("name of the table in the database") String name,

        @Describe("roles that may insert rows, sorted; `public` for all")
        List<String> mayInsert,

        @Describe("roles that may update rows, or some columns of them, sorted; `public` for all")
        List<String> mayUpdate,

        @Describe("roles that may delete rows, sorted; `public` for all")
        List<String> mayDelete,

        @Describe("roles that may empty it, sorted; `public` for all")
        List<String> mayTruncate,

        @Describe("path") String file)
        implements Fact {
    /** Copies the lists. */
    public DbAccess {
        mayInsert = List.copyOf(mayInsert);
        mayUpdate = List.copyOf(mayUpdate);
        mayDelete = List.copyOf(mayDelete);
        mayTruncate = List.copyOf(mayTruncate);
    }
}
