package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import org.jspecify.annotations.Nullable;

/** A privilege that a role really has on a table, after all grants and revokes. */
@Describe("A privilege that a role really has on a table, after all grants and revokes")
public record DbGrant(
        @Describe("table, role, privilege and source") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("key of the table") String table,
        @Describe("name of the role; `public` for all") String role,

        @Describe("`select`, `insert`, `update`, `delete`, `truncate`, `references`, `trigger` or `maintain`")
        String privilege,

        @Describe("whether the role may pass it on") boolean grantable,

        @Describe(
                "what it comes by: `ownership`, `membership of ROLE`, `default privileges`, `superuser`, `columns NAMES` when it holds for these only, or `set role to ROLE` when the role must change into another first; absent for a plain grant")
        @Nullable
        String through,

        @Describe("where it was read") SchemaSource source,
        @Describe("path") String file)
        implements Fact {}
