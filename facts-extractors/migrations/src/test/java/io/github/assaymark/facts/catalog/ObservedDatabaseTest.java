package io.github.assaymark.facts.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.fact.ConstraintKind;
import io.github.assaymark.model.fact.DbAccess;
import io.github.assaymark.model.fact.DbColumn;
import io.github.assaymark.model.fact.DbConstraint;
import io.github.assaymark.model.fact.DbExtension;
import io.github.assaymark.model.fact.DbGrant;
import io.github.assaymark.model.fact.DbIndex;
import io.github.assaymark.model.fact.DbOwner;
import io.github.assaymark.model.fact.DbPolicy;
import io.github.assaymark.model.fact.DbRole;
import io.github.assaymark.model.fact.DbSnapshot;
import io.github.assaymark.model.fact.DbTable;
import io.github.assaymark.model.fact.RowSecurity;
import io.github.assaymark.model.fact.SchemaSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The facts of a real database, compared with what the database itself answers. */
final class ObservedDatabaseTest {
    @TempDir
    private static Path directory = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private static LocalPostgres server;

    @SuppressWarnings("NullAway.Init")
    private static ScannedState state;

    @BeforeAll
    static void scan() throws Exception {
        server = LocalPostgres.start();
        server.execute("postgres", LocalPostgres.resource("platform.sql"));
        String export = server.psql("postgres", LocalPostgres.SUPERUSER, CatalogScript.text());
        state = ScannedState.of(
                directory,
                Map.of(
                        "assay.yaml", "state: [state]\n",
                        "services/billing/service.yaml", "name: billing\ndata:\n  schemas_owned: [billing, public]\n",
                        "services/orders/service.yaml", "name: orders\n",
                        "state/postgres-catalog.json", export));
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) server.close();
    }

    @Test
    void privileges_are_those_that_the_database_answers() throws Exception {
        Set<String> told = new TreeSet<>();
        for (DbGrant grant : state.facts(DbGrant.class)) {
            String through = grant.through() == null ? "" : grant.through();
            if (through.startsWith("set role")
                    || through.startsWith("columns")
                    || grant.role().equals("public")) continue;
            told.add(grant.role() + " " + grant.privilege() + " " + grant.table());
        }
        Set<String> toAll = new TreeSet<>();
        for (DbGrant grant : state.facts(DbGrant.class))
            if (grant.role().equals("public") && grant.through() == null)
                toAll.add(grant.privilege() + " " + grant.table());
        assertThat(toAll).containsExactly("select billing.refund");

        Set<String> answered = ask("has_table_privilege(r.oid, c.oid, p.name)", EffectiveGrants.ALL);
        assertThat(answered).hasSizeGreaterThan(100);
        for (String one : answered) {
            if (!toAll.contains(one.substring(one.indexOf(' ') + 1)))
                assertThat(told).contains(one);
        }
        assertThat(answered).containsAll(told);
    }

    @Test
    void privileges_on_columns_are_those_that_the_database_answers() throws Exception {
        Set<String> told = new TreeSet<>();
        Set<String> toAll = new TreeSet<>();
        for (DbGrant grant : state.facts(DbGrant.class)) {
            String what = grant.privilege() + " " + grant.table();
            if (grant.through() != null && grant.through().startsWith("set role")) continue;
            if (grant.role().equals("public")) toAll.add(what);
            else told.add(grant.role() + " " + what);
        }
        List<String> onColumns = List.of("select", "insert", "update", "references");
        for (String one : ask("has_any_column_privilege(r.oid, c.oid, p.name)", onColumns)) {
            if (!toAll.contains(one.substring(one.indexOf(' ') + 1)))
                assertThat(told).contains(one);
        }
        assertThat(toAll).containsExactly("select billing.refund", "update ledger");
    }

    @Test
    void privileges_after_set_role_are_told_too() {
        assertThat(grants("ledger", "app_ro"))
                .containsOnly(
                        "insert set role to app_rw",
                        "references set role to app_rw",
                        "select set role to app_rw",
                        "trigger set role to app_rw",
                        "truncate set role to app_rw",
                        "update set role to app_rw");
        assertThat(grants("ledger", "deputy")).contains("delete set role to god", "update set role to god");
    }

    @Test
    void every_way_to_a_privilege_has_its_words() {
        assertThat(grants("ledger", "app_rw"))
                .containsOnly("insert", "references", "select", "trigger", "truncate", "update");
        assertThat(grants("ledger", "clerk")).contains("update membership of app_rw");
        assertThat(grants("ledger", "god")).contains("delete superuser");
        assertThat(grants("ledger", "writer"))
                .containsOnly(
                        "delete membership of pg_write_all_data",
                        "insert membership of pg_write_all_data",
                        "update membership of pg_write_all_data");
        assertThat(grants("ledger", "public")).containsOnly("update columns d");
        assertThat(grants("ledger", "nested")).containsOnly("select membership of auditor");
        assertThat(grants("billing.refund", "ledger_owner")).hasSize(7).contains("truncate ownership");
        assertThat(grants("billing.refund", "admin")).contains("update membership of ledger_owner");
        assertThat(grants("billing.refund", "app_rw")).containsOnly("insert");
        assertThat(grants("billing.refund", "visitor")).containsOnly("select columns id, note", "update columns note");
        assertThat(grants("billing.later", "app_ro"))
                .contains("select default privileges", "update default privileges");
        assertThat(grants("notes", "visitor")).containsOnly("insert default privileges");
        assertThat(state.facts(DbGrant.class))
                .filteredOn(
                        grant -> grant.table().equals("ledger") && grant.role().equals("auditor"))
                .singleElement()
                .satisfies(grant -> {
                    assertThat(grant.grantable()).isTrue();
                    assertThat(grant.key()).isEqualTo("ledger auditor select@OBSERVED");
                    assertThat(grant.owner()).isEqualTo("services/billing");
                    assertThat(grant.source()).isEqualTo(SchemaSource.OBSERVED);
                    assertThat(grant.file()).isEqualTo("state/postgres-catalog.json");
                });
    }

    @Test
    void roles_that_may_change_rows_are_listed_for_each_table() {
        assertThat(state.facts(DbAccess.class))
                .filteredOn(access -> access.table().equals("ledger"))
                .singleElement()
                .satisfies(access -> {
                    assertThat(access.mayUpdate())
                            .containsExactly(
                                    "app_ro", "app_rw", "boss", "clerk", "deputy", "god", "public", "team", "writer");
                    assertThat(access.mayDelete()).containsExactly("boss", "deputy", "god", "writer");
                    assertThat(access.mayTruncate())
                            .containsExactly("app_ro", "app_rw", "boss", "clerk", "deputy", "god", "team");
                    assertThat(access.mayInsert()).contains("writer").doesNotContain("visitor", "public");
                    assertThat(access.owner()).isEqualTo("services/billing");
                });
    }

    @Test
    void place_is_a_pointer_into_the_exported_file() throws Exception {
        DbTable invoice = state.facts(DbTable.class).stream()
                .filter(table -> table.key().equals("billing.invoice"))
                .findFirst()
                .orElseThrow();
        assertThat(invoice.provenance()).isInstanceOfSatisfying(Provenance.Export.class, export -> {
            assertThat(export.path()).isEqualTo("postgres-catalog.json");
            assertThat(export.pointer()).isEqualTo("/parts/4/rows/0");
            assertThat(export.sha256()).hasSize(64);
            assertThat(export.command()).isEqualTo("assay collect postgres");
        });
        DbSnapshot snapshot = state.facts(DbSnapshot.class).get(0);
        assertThat(snapshot.database()).isEqualTo("postgres");
        assertThat(snapshot.schemas()).containsExactly("billing", "public");
        assertThat(snapshot.complete()).isTrue();
        assertThat(snapshot.at()).isEqualTo(((Provenance.Export) invoice.provenance()).observedAt());
        assertThat(Files.readString(directory.resolve("state/postgres-catalog.json")))
                .contains(snapshot.at().toString());
    }

    @Test
    void tables_columns_indexes_and_constraints_are_told() {
        assertThat(state.facts(DbTable.class))
                .extracting(DbTable::key)
                .containsExactly(
                        "We\"ird 'name",
                        "billing.invoice",
                        "billing.later",
                        "billing.refund",
                        "ledger",
                        "ledger_a",
                        "notes",
                        "words");
        assertThat(state.facts(DbColumn.class))
                .filteredOn(column -> !column.table().equals("ledger_a"))
                .extracting(
                        DbColumn::key,
                        DbColumn::type,
                        DbColumn::nullable,
                        DbColumn::defaultValue,
                        DbColumn::primaryKey,
                        DbColumn::unique,
                        DbColumn::references,
                        DbColumn::generated)
                .contains(
                        tuple(
                                "billing.invoice.id@OBSERVED",
                                "uuid",
                                false,
                                "gen_random_uuid()",
                                true,
                                true,
                                null,
                                false),
                        tuple("billing.invoice.total@OBSERVED", "numeric(12,2)", true, null, false, false, null, false),
                        tuple(
                                "billing.refund.invoice@OBSERVED",
                                "uuid",
                                true,
                                null,
                                false,
                                false,
                                "billing.invoice.id",
                                false),
                        tuple("billing.refund.note@OBSERVED", "text", true, null, false, true, null, false),
                        tuple(
                                "ledger.id@OBSERVED",
                                "bigint",
                                false,
                                "generated always as identity",
                                false,
                                false,
                                null,
                                false),
                        tuple("ledger.d@OBSERVED", "text", true, null, false, false, null, true),
                        tuple("words.word@OBSERVED", "citext", false, null, true, true, null, false));
        assertThat(state.facts(DbIndex.class))
                .extracting(DbIndex::key, DbIndex::leading, DbIndex::unique, DbIndex::predicate, DbIndex::valid)
                .contains(
                        tuple(
                                "billing.invoice#invoice_lower_total_api_idx@OBSERVED",
                                null,
                                false,
                                "(total > (5)::numeric)",
                                true),
                        tuple("notes#notes_body@OBSERVED", "body", true, "(body IS NOT NULL)", true));
        assertThat(state.facts(DbConstraint.class))
                .extracting(
                        DbConstraint::table,
                        DbConstraint::name,
                        DbConstraint::kind,
                        DbConstraint::references,
                        DbConstraint::validated)
                .contains(
                        tuple("billing.invoice", "nv", ConstraintKind.CHECK, null, false),
                        tuple("billing.invoice", "c", ConstraintKind.CHECK, null, true),
                        tuple(
                                "billing.refund",
                                "refund_invoice_fkey",
                                ConstraintKind.FOREIGN_KEY,
                                "billing.invoice",
                                true));
        assertThat(state.facts(DbExtension.class))
                .extracting(DbExtension::key)
                .containsExactly("citext@OBSERVED", "plpgsql@OBSERVED");
    }

    @Test
    void row_security_owners_and_roles_are_told() {
        assertThat(state.facts(RowSecurity.class))
                .extracting(RowSecurity::table, RowSecurity::enabled, RowSecurity::forced)
                .contains(
                        tuple("billing.invoice", true, false),
                        tuple("billing.refund", true, true),
                        tuple("ledger", false, false));
        assertThat(state.facts(DbPolicy.class))
                .extracting(
                        DbPolicy::key, DbPolicy::command, DbPolicy::roles, DbPolicy::permissive, DbPolicy::alwaysTrue)
                .containsExactlyInAnyOrder(
                        tuple("billing.invoice#p@OBSERVED", "select", List.of("app_rw"), true, false),
                        tuple("billing.invoice#q@OBSERVED", "all", List.of("public"), true, true),
                        tuple("billing.refund#mine@OBSERVED", "update", List.of("app_rw", "clerk"), true, true),
                        tuple("billing.refund#narrow@OBSERVED", "insert", List.of("public"), false, false));
        assertThat(state.facts(DbOwner.class))
                .extracting(DbOwner::table, DbOwner::role)
                .contains(tuple("billing.refund", "ledger_owner"), tuple("ledger", "boss"));
        assertThat(state.facts(DbRole.class))
                .extracting(
                        DbRole::name, DbRole::superuser, DbRole::bypassesRowSecurity, DbRole::login, DbRole::memberOf)
                .contains(
                        tuple("app_ro", false, false, true, List.of()),
                        tuple("clerk", false, false, true, List.of("app_rw", "team")),
                        tuple("passer", false, true, false, List.of()),
                        tuple("god", true, false, false, List.of()),
                        tuple("writer", false, false, false, List.of("pg_write_all_data")));
    }

    @Test
    void coverage_is_complete_where_an_export_was_read_and_tells_where_none_was() {
        assertThat(state.coverage(DbGrant.class, "services/billing").status()).isEqualTo(Coverage.Status.COMPLETE);
        assertThat(state.coverage(DbGrant.class, "services/billing").matched()).isEqualTo(1);
        assertThat(state.coverage(DbSnapshot.class, "services/billing").status())
                .isEqualTo(Coverage.Status.COMPLETE);
        assertThat(state.coverage(DbTable.class, "services/orders").status()).isEqualTo(Coverage.Status.COMPLETE);
        assertThat(state.coverage(DbSnapshot.class, "services/orders").status())
                .isEqualTo(Coverage.Status.NOT_ATTEMPTED);
        assertThat(state.coverage(DbSnapshot.class, "services/orders")
                        .gaps()
                        .get(0)
                        .reason())
                .startsWith("no schema in state/postgres-catalog.json is known to be of this service");
    }

    @Test
    void no_fact_holds_a_password_or_key() {
        assertThat(state.snapshot().facts())
                .noneMatch(fact ->
                        fact.toString().contains("Zq9182hh") || fact.toString().contains("sk_live"));
    }

    private static List<String> grants(String table, String role) {
        return state.facts(DbGrant.class).stream()
                .filter(grant -> grant.table().equals(table) && grant.role().equals(role))
                .map(grant -> grant.through() == null ? grant.privilege() : grant.privilege() + " " + grant.through())
                .toList();
    }

    private static Set<String> ask(String question, List<String> privileges) throws Exception {
        String sql = "select r.rolname, p.name,"
                + " case when n.nspname = 'public' then c.relname else n.nspname || '.' || c.relname end"
                + " from pg_roles r cross join pg_class c join pg_namespace n on n.oid = c.relnamespace"
                + " cross join unnest('{" + String.join(",", privileges) + "}'::text[]) p(name)"
                + " where r.rolname !~ '^pg_' and c.relkind in ('r', 'p') and n.nspname in ('public', 'billing') and "
                + question;
        Set<String> answers = new TreeSet<>();
        try (Connection connection = server.connect("postgres", LocalPostgres.SUPERUSER);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) answers.add(rows.getString(1) + " " + rows.getString(2) + " " + rows.getString(3));
        }
        return answers;
    }
}
