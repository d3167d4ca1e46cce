package io.github.assaymark.facts.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.fact.DbAccess;
import io.github.assaymark.model.fact.DbColumn;
import io.github.assaymark.model.fact.DbConstraint;
import io.github.assaymark.model.fact.DbGrant;
import io.github.assaymark.model.fact.DbPolicy;
import io.github.assaymark.model.fact.DbRole;
import io.github.assaymark.model.fact.DbSnapshot;
import io.github.assaymark.model.fact.DbTable;
import io.github.assaymark.model.fact.RowSecurity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CatalogExtractorTest {
    private static final String BILLING = "services/billing";
    private static final String ORDERS = "services/orders";

    @TempDir
    private Path directory = Path.of("");

    private final Map<String, String> files = new LinkedHashMap<>(Map.of(
            "assay.yaml", "state: [state]\n",
            "services/billing/service.yaml", "name: billing\nschemas_owned: [billing]\n",
            "services/orders/service.yaml", "name: orders\ndata: {schemas_owned: [orders]}\n"));

    private ScannedState scan() throws IOException {
        return ScannedState.of(directory, files);
    }

    private ScannedState scan(ExportText export) throws IOException {
        files.put("state/postgres-catalog.json", export.text());
        return scan();
    }

    private static List<String> reasons(Coverage coverage) {
        return coverage.gaps().stream()
                .map(gap -> gap.path() + ":" + gap.line() + " " + gap.reason())
                .toList();
    }

    private static List<String> owned(ScannedState state, Class<? extends Fact> type) {
        return state.facts(type).stream()
                .map(fact -> fact.owner() + " " + fact.key())
                .toList();
    }

    @Test
    void nothing_is_said_where_nobody_exported_anything() throws IOException {
        files.remove("assay.yaml");
        ScannedState state = scan();

        assertThat(state.coverage(DbTable.class, BILLING).status()).isEqualTo(Coverage.Status.COMPLETE);
        assertThat(state.coverage(DbGrant.class, BILLING).matched()).isZero();
        assertThat(state.coverage(DbGrant.class, BILLING).about()).containsExactly("source=OBSERVED");
        assertThat(state.coverage(DbSnapshot.class, BILLING).status()).isEqualTo(Coverage.Status.NOT_ATTEMPTED);
        assertThat(reasons(state.coverage(DbSnapshot.class, BILLING)))
                .containsExactly(
                        ":0 no folder of exported state is named: `assay collect postgres --print` shows how to"
                                + " export a catalogue, `state` in assay.yaml says where it lies");
    }

    @Test
    void folder_without_an_export_and_missing_folder_are_told() throws IOException {
        assertThat(reasons(scan().coverage(DbSnapshot.class, BILLING)))
                .containsExactly(":0 none of the folders that `state` in assay.yaml names exists: state");
        files.put("state/other.json", "{}");
        assertThat(reasons(scan().coverage(DbSnapshot.class, BILLING)))
                .containsExactly(":0 there is no postgres-catalog*.json in state");
    }

    @Test
    void schema_belongs_to_the_service_whose_manifest_lists_it() throws IOException {
        ScannedState state = scan(new ExportText("platform")
                .schemas("billing", "orders", "public")
                .tables("billing.invoice", "orders.order", "public.log"));

        assertThat(owned(state, DbTable.class))
                .containsExactly(" log", "services/billing billing.invoice", "services/orders orders.order");
        assertThat(state.facts(DbSnapshot.class))
                .extracting(snapshot -> snapshot.owner() + " " + snapshot.schemas())
                .containsExactly(" [public]", "services/billing [billing]", "services/orders [orders]");
    }

    @Test
    void configuration_says_whose_a_database_is_before_anything_else() throws IOException {
        files.put(
                "assay.yaml",
                "state: [state]\ndatabases: {platform: services/orders, platform.billing: services/billing}\n");
        ScannedState state = scan(new ExportText("platform")
                .schemas("billing", "orders", "public")
                .tables("billing.invoice", "orders.order", "public.log"));

        assertThat(owned(state, DbTable.class))
                .containsExactly(
                        "services/billing billing.invoice", "services/orders log", "services/orders orders.order");
    }

    @Test
    void configuration_of_a_service_that_is_none_is_a_gap() throws IOException {
        files.put("assay.yaml", "state: [state]\ndatabases: {platform: services/biling}\n");
        ScannedState state = scan(new ExportText("platform").schemas("billing").tables("billing.invoice"));

        assertThat(reasons(state.coverage(DbSnapshot.class, ORDERS)))
                .containsExactly("assay.yaml:0 `databases` names services/biling, which is no service");
        assertThat(state.coverage(DbSnapshot.class, BILLING).status()).isEqualTo(Coverage.Status.PARTIAL);
    }

    @Test
    void export_in_the_directory_of_a_service_is_its_own() throws IOException {
        files.put("assay.yaml", "state: [services/orders/state]\n");
        files.put(
                "services/orders/state/db/postgres-catalog-prod.json",
                new ExportText("x").schemas("public").tables("public.log").text());

        assertThat(owned(scan(), DbTable.class)).containsExactly("services/orders log");
    }

    @Test
    void schema_that_two_services_list_belongs_to_none() throws IOException {
        files.put("services/orders/service.yaml", "name: orders\nschemas_owned: [billing]\n");
        ScannedState state = scan(new ExportText("platform").schemas("billing").tables("billing.invoice"));

        assertThat(owned(state, DbTable.class)).containsExactly(" billing.invoice");
        assertThat(state.coverage(DbSnapshot.class, ORDERS).status()).isEqualTo(Coverage.Status.NOT_ATTEMPTED);
    }

    @Test
    void schema_of_a_service_that_is_in_no_export_is_a_gap() throws IOException {
        files.put("services/billing/service.yaml", "name: billing\nschemas_owned: [billing, ledger]\n");
        ScannedState state = scan(new ExportText("platform").schemas("billing").tables("billing.invoice"));

        assertThat(state.facts(DbSnapshot.class).get(0).complete()).isFalse();
        assertThat(reasons(state.coverage(DbSnapshot.class, BILLING)))
                .containsExactly("state/postgres-catalog.json:0 the schema `ledger` of this service is in no exported"
                        + " catalogue");
    }

    @Test
    void tables_of_two_exports_of_a_service_are_kept_apart() throws IOException {
        for (String stage : List.of("dev", "prod"))
            files.put(
                    "state/postgres-catalog-" + stage + ".json",
                    new ExportText(stage)
                            .schemas("billing")
                            .tables("billing.invoice")
                            .rows("roles", role("app", false))
                            .rows("grants", grant("app", "update"))
                            .text());
        ScannedState state = scan();

        assertThat(owned(state, DbTable.class))
                .containsExactly(
                        "services/billing postgres-catalog-dev:billing.invoice",
                        "services/billing postgres-catalog-prod:billing.invoice");
        assertThat(state.facts(DbGrant.class))
                .filteredOn(grant -> grant.role().equals("app"))
                .extracting(DbGrant::table)
                .containsExactly("postgres-catalog-dev:billing.invoice", "postgres-catalog-prod:billing.invoice");
        assertThat(owned(state, DbRole.class))
                .containsExactly(
                        "services/billing postgres-catalog-dev:app@OBSERVED",
                        "services/billing postgres-catalog-prod:app@OBSERVED");
    }

    @Test
    void denied_part_is_denied_for_the_types_it_holds_and_no_other() throws IOException {
        ScannedState state = scan(new ExportText("platform")
                .schemas("billing")
                .tables("billing.invoice")
                .denied("policies")
                .without("grants", "pg_class", false));

        assertThat(state.coverage(DbPolicy.class, BILLING).status()).isEqualTo(Coverage.Status.DENIED);
        assertThat(reasons(state.coverage(DbPolicy.class, BILLING)))
                .containsExactly("state/postgres-catalog.json:18 the role was not allowed to read the part `policies`");
        assertThat(state.coverage(DbGrant.class, BILLING).status()).isEqualTo(Coverage.Status.DENIED);
        assertThat(state.coverage(DbAccess.class, BILLING).status()).isEqualTo(Coverage.Status.DENIED);
        assertThat(state.facts(DbAccess.class)).isEmpty();
        assertThat(state.coverage(DbTable.class, BILLING).status()).isEqualTo(Coverage.Status.COMPLETE);
        assertThat(state.coverage(DbPolicy.class, ORDERS).status()).isEqualTo(Coverage.Status.COMPLETE);
        assertThat(state.facts(DbSnapshot.class).get(0).denied()).containsExactly("grants", "policies");
        assertThat(state.facts(DbSnapshot.class).get(0).complete()).isFalse();
    }

    @Test
    void missing_part_is_a_gap() throws IOException {
        ScannedState state = scan(new ExportText("platform")
                .schemas("billing")
                .tables("billing.invoice")
                .without("constraints", "pg_constraint", true));

        assertThat(state.coverage(DbConstraint.class, BILLING).status()).isEqualTo(Coverage.Status.PARTIAL);
        assertThat(reasons(state.coverage(DbColumn.class, BILLING)))
                .containsExactly("state/postgres-catalog.json:1 the part `constraints` is missing");
        assertThat(state.coverage(RowSecurity.class, BILLING).status()).isEqualTo(Coverage.Status.COMPLETE);
    }

    @Test
    void export_whose_tables_nobody_could_read_may_be_of_anybody() throws IOException {
        ScannedState state = scan(new ExportText("platform").denied("schemas").denied("tables"));

        assertThat(state.coverage(DbTable.class, BILLING).status()).isEqualTo(Coverage.Status.DENIED);
        assertThat(state.coverage(DbGrant.class, ORDERS).status()).isEqualTo(Coverage.Status.DENIED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{|no whole JSON: ",
                "[]|no exported catalogue: its `format` is not `assay/postgres-catalog`",
                "{'format':'assay/postgres-catalog','version':2}|its version is 2; only 1 is known",
                "{'format':'assay/postgres-catalog','version':1}|its `observedAt` is missing or no text",
                "{'format':'assay/postgres-catalog','version':1,'observedAt':'now'}|its `observedAt` is no UTC moment",
                "{'format':'assay/postgres-catalog','version':1,'observedAt':'2026-03-01T09:30:00Z','server':'15'}|its `database` is missing or no text",
                "{'format':'assay/postgres-catalog','version':1,'observedAt':'2026-03-01T09:30:00Z','server':'15','database':'d','role':'r'}|it has no list `parts`",
                "{'format':'assay/postgres-catalog','version':1,'observedAt':'2026-03-01T09:30:00Z','server':'15','database':'d','role':'r','parts':[]}|its end is missing",
                "{'format':'assay/postgres-catalog','version':1,'observedAt':'2026-03-01T09:30:00Z','server':'15','database':'d','role':'r','parts':[7]}|a part without a name",
                "{'format':'assay/postgres-catalog','version':1,'observedAt':'2026-03-01T09:30:00Z','server':'15','database':'d','role':'r','parts':[{'part':'x'},{'part':'x'},{'part':'end'}]}|the part `x` stands twice",
                "{'format':'assay/postgres-catalog','format':'x'}|the key `format` stands twice",
            })
    void file_that_is_no_export_is_a_gap_for_everybody(String text, String reason) throws IOException {
        files.put("state/postgres-catalog.json", text.replace('\'', '"'));
        ScannedState state = scan();

        assertThat(state.coverage(DbTable.class, BILLING).status()).isEqualTo(Coverage.Status.PARTIAL);
        assertThat(state.coverage(DbSnapshot.class, ORDERS).status()).isEqualTo(Coverage.Status.PARTIAL);
        assertThat(state.coverage(DbSnapshot.class, ORDERS).gaps().get(0).reason())
                .startsWith(reason);
    }

    @Test
    void export_cut_in_the_middle_is_a_gap() throws IOException {
        String text = new ExportText("platform")
                .schemas("billing")
                .tables("billing.invoice")
                .text();
        files.put("state/postgres-catalog.json", text.substring(0, text.length() / 2));

        assertThat(scan().coverage(DbGrant.class, BILLING).status()).isEqualTo(Coverage.Status.PARTIAL);
        assertThat(scan().facts(DbTable.class)).isEmpty();
    }

    @Test
    void row_that_is_not_understood_costs_its_part() throws IOException {
        ScannedState state = scan(
                new ExportText("platform")
                        .schemas("billing")
                        .tables("billing.invoice")
                        .rows("roles", role("app", false), "{\"name\":\"god\",\"superuser\":\"no\"}", "7")
                        .rows(
                                "constraints",
                                "{\"schema\":\"billing\",\"table\":\"invoice\",\"name\":\"k\",\"kind\":\"trigger\",\"validated\":true}"));

        assertThat(reasons(state.coverage(DbGrant.class, BILLING)))
                .containsExactly(
                        "state/postgres-catalog.json:6 a row whose `superuser` is no true or false in the part `roles`",
                        "state/postgres-catalog.json:7 a row that is no object in the part `roles`");
        assertThat(reasons(state.coverage(DbConstraint.class, BILLING)))
                .singleElement()
                .asString()
                .endsWith("a constraint of the unknown kind `trigger`");
        assertThat(state.facts(DbRole.class)).extracting(DbRole::name).containsExactly("app");
    }

    @Test
    void members_of_each_other_are_followed_once() throws IOException {
        ScannedState state = scan(new ExportText("platform")
                .schemas("billing")
                .tables("billing.invoice")
                .rows("roles", role("a", false), role("b", false), role("c", false))
                .rows("members", member("a", "b", true), member("b", "c", true), member("c", "a", true))
                .rows("grants", grant("a", "update")));

        assertThat(state.facts(DbGrant.class))
                .filteredOn(grant -> !grant.role().equals("boss"))
                .extracting(grant -> grant.role() + " " + grant.through())
                .containsExactly("a null", "b membership of a", "c membership of a");
    }

    @Test
    void member_that_can_neither_inherit_nor_change_has_nothing() throws IOException {
        ScannedState state = scan(new ExportText("platform")
                .schemas("billing")
                .tables("billing.invoice")
                .rows("roles", role("a", false), role("b", true), role("c", false))
                .rows(
                        "members",
                        member("a", "c", false).replace("\"can_set\":true", "\"can_set\":false"),
                        member("b", "c", false))
                .rows("grants", grant("a", "update")));

        assertThat(state.facts(DbGrant.class))
                .filteredOn(grant -> grant.role().equals("c"))
                .hasSize(7)
                .allMatch(grant -> "set role to b".equals(grant.through()));
    }

    @Test
    void hostile_numbers_of_roles_and_members_end_as_a_gap() throws IOException {
        List<String> roles = new ArrayList<>();
        List<String> members = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            roles.add(role("r" + i, false));
            if (i > 0) members.add(member("r" + (i - 1), "r" + i, true));
        }
        ScannedState state = scan(new ExportText("platform")
                .schemas("billing")
                .tables("billing.invoice")
                .rows("roles", roles.toArray(String[]::new))
                .rows("members", members.toArray(String[]::new)));

        assertThat(state.coverage(DbGrant.class, BILLING).status()).isEqualTo(Coverage.Status.PARTIAL);
        assertThat(reasons(state.coverage(DbGrant.class, BILLING)))
                .containsExactly(
                        "state/postgres-catalog.json:1 more memberships than are followed",
                        "state/postgres-catalog.json:1 more privileges or memberships than are followed,"
                                + " from table billing.invoice");
        assertThat(state.coverage(DbRole.class, BILLING).status()).isEqualTo(Coverage.Status.PARTIAL);
    }

    @Test
    void what_looks_like_a_key_in_an_expression_is_taken_out() throws IOException {
        ScannedState state = scan(
                new ExportText("platform")
                        .schemas("billing")
                        .tables("billing.invoice")
                        .rows(
                                "policies",
                                "{\"schema\":\"billing\",\"table\":\"invoice\",\"name\":\"p\",\"command\":\"all\",\"roles\":[\"public\"],"
                                        + "\"permissive\":true,\"using\":\"(k = 'sk_live_4242424242424242')\",\"check\":null}"));

        assertThat(state.facts(DbPolicy.class).get(0).using()).isEqualTo("(k = '[redacted]')");
    }

    @Test
    void not_null_that_was_not_validated_lets_rows_be_empty() throws IOException {
        ScannedState state = scan(
                new ExportText("platform")
                        .schemas("billing")
                        .tables("billing.invoice")
                        .rows(
                                "columns",
                                "{\"schema\":\"billing\",\"table\":\"invoice\",\"name\":\"brand_id\",\"position\":1,\"type\":\"text\",\"not_null\":true}")
                        .rows(
                                "constraints",
                                "{\"schema\":\"billing\",\"table\":\"invoice\",\"name\":\"nn\",\"kind\":\"not null\",\"columns\":[\"brand_id\"],\"validated\":false}"));

        assertThat(state.facts(DbColumn.class))
                .singleElement()
                .satisfies(column -> assertThat(column.nullable()).isTrue());
    }

    private static String role(String name, boolean superuser) {
        return "{\"name\":\"" + name + "\",\"superuser\":" + superuser
                + ",\"inherits\":true,\"login\":true,\"bypassrls\":false}";
    }

    private static String member(String role, String member, boolean inherits) {
        return "{\"role\":\"" + role + "\",\"member\":\"" + member + "\",\"inherits\":" + inherits
                + ",\"can_set\":true,\"admin\":false}";
    }

    private static String grant(String role, String privilege) {
        return "{\"schema\":\"billing\",\"table\":\"invoice\",\"column\":null,\"role\":\"" + role
                + "\",\"privilege\":\"" + privilege + "\",\"grantable\":false,\"grantor\":\"boss\"}";
    }
}
