package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A policy of row security. */
@Describe("A policy of row security")
public record DbPolicy(
        @Describe("table, `#`, name, and source") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("key of the table") String table,
        @Describe("name in the database") String name,

        @Describe("`all`, `select`, `insert`, `update` or `delete`")
        String command,

        @Describe("roles it holds for, sorted; `public` for all")
        List<String> roles,

        @Describe("whether one such policy is enough") boolean permissive,

        @Describe("condition on rows that are read, as written") @Nullable
        String using,

        @Describe("condition on rows that are written, as written") @Nullable
        String check,

        @Describe("whether a condition of it always holds, so that it protects nothing")
        boolean alwaysTrue,

        @Describe("where it is declared") SchemaSource source,
        @Describe("path") String file)
        implements Fact {
    /** Copies the lists. */
    public DbPolicy {
        roles = List.copyOf(roles);
    }
}
