package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.util.List;

/** A role of a database. */
@Describe("A role of a database")
public record DbRole(
        @Describe("name and source") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("name in the database") String name,
        @Describe("whether nothing is forbidden to it") boolean superuser,
        @Describe("whether row security does not bind it") boolean bypassesRowSecurity,
        @Describe("whether it can open a session") boolean login,
        @Describe("roles whose privileges it has, sorted") List<String> memberOf,
        @Describe("where it was read") SchemaSource source,
        @Describe("path") String file)
        implements Fact {
    /** Copies the lists. */
    public DbRole {
        memberOf = List.copyOf(memberOf);
    }
}
