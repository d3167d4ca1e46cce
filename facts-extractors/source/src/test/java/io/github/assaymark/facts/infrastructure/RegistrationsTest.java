package io.github.assaymark.facts.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.assaymark.facts.program.SourceFixture;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.fact.InfraRegistration;
import io.github.assaymark.model.fact.InfraResource;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class RegistrationsTest {
    private static SourceFixture entry(String run) {
        return SourceFixture.of(
                "services/billing/service.yaml", "name: billing\n",
                "services/billing/infra.ts",
                        "export const billing = (shared) => new sst.aws.Service('billing', { min: 1 });",
                "services/orders/service.yaml", "name: orders\n",
                "services/orders/infra.ts", "export const orders = () => new sst.aws.Service('orders', { min: 1 });",
                "sst.config.ts",
                        "export default $config({\n  app() { return { name: 'loop' }; },\n  async run() {\n" + run
                                + "\n  },\n});\n");
    }

    private static Coverage.Status status(SourceFixture fixture) {
        return fixture.coverage("infrastructure", InfraRegistration.class, "").status();
    }

    private static Tuple[] read(String run) {
        return entry(run).facts(InfraRegistration.class).stream()
                .map(one -> tuple(one.service(), one.calls(), one.exportKey(), one.active()))
                .toArray(Tuple[]::new);
    }

    @Test
    void what_is_loaded_called_and_returned_is_told() {
        SourceFixture fixture = entry("""
                const shared = {};
                const billing = await import('./services/billing/infra').then((m) => m.billing(shared));
                // const orders = await import('./services/orders/infra').then((m) => m.orders(shared));
                return { billingService: billing };
                """);
        InfraRegistration registration = fixture.only(InfraRegistration.class);
        assertThat(registration.service()).isEqualTo("services/billing");
        assertThat(registration.importPath()).isEqualTo("./services/billing/infra");
        assertThat(registration.toFile()).isEqualTo("services/billing/infra.ts");
        assertThat(registration.calls()).isEqualTo("billing");
        assertThat(registration.exportKey()).isEqualTo("billingService");
        assertThat(registration.active()).isTrue();
        assertThat(registration.file()).isEqualTo("sst.config.ts");
        assertThat(registration.owner()).isEmpty();
        assertThat(registration.provenance().place())
                .extracting("path", "startLine")
                .containsExactly("sst.config.ts", 5);
        assertThat(status(fixture)).isEqualTo(Coverage.Status.COMPLETE);
    }

    @Test
    void every_way_to_take_what_is_loaded_is_followed() {
        assertThat(read("""
                const { billing } = await import('./services/billing/infra');
                const orders = await import('./services/orders/infra');
                const started = orders.orders();
                return { billing: billing().url, orders: { url: started.url } };
                """))
                .containsExactlyInAnyOrder(
                        tuple("services/billing", "billing", "billing", true),
                        tuple("services/orders", "orders", "orders", true));
        assertThat(read("""
                const b = (await import('./services/billing/infra')).billing({});
                const outputs = {};
                outputs.billingUrl = b.url;
                return outputs;
                """)).containsExactly(tuple("services/billing", "billing", "billingUrl", true));
        assertThat(read("""
                const { billing: start } = await import('./services/billing/infra');
                const all = start();
                return { ...all };
                """)).containsExactly(tuple("services/billing", "billing", "all", true));
    }

    @Test
    void what_is_not_called_or_not_returned_says_so() {
        assertThat(read("await import('./services/billing/infra');\nreturn {};"))
                .containsExactly(tuple("services/billing", null, null, true));
        assertThat(read("""
                const billing = await import('./services/billing/infra').then((m) => m.billing({}));
                const orders = await import('./services/orders/infra').then((m) => m.orders());
                return { billingService: orders };
                """))
                .containsExactlyInAnyOrder(
                        tuple("services/billing", "billing", null, true),
                        tuple("services/orders", "orders", "billingService", true));
    }

    @Test
    void what_is_loaded_for_one_stage_only_is_not_active() {
        assertThat(read("""
                if ($app.stage === 'prod') {
                  const billing = await import('./services/billing/infra').then((m) => m.billing({}));
                }
                return {};
                """)).containsExactly(tuple("services/billing", "billing", null, false));
    }

    @Test
    void the_path_of_the_template_is_shown_as_it_is() {
        InfraRegistration registration = entry(
                        "const t = await import('./services/_template/infra').then((m) => m.templateService());\nreturn { t };")
                .only(InfraRegistration.class);
        assertThat(registration.service()).isEqualTo("services/_template");
        assertThat(registration.toFile()).isNull();
        assertThat(registration.calls()).isEqualTo("templateService");
    }

    @Test
    void files_that_are_found_when_it_runs_leave_a_gap() {
        SourceFixture fixture = entry("""
                for (const value of readdirSync('./infra/')) {
                  const result = await import('./infra/' + value);
                }
                return {};
                """);
        assertThat(fixture.facts(InfraRegistration.class)).isEmpty();
        assertThat(status(fixture)).isEqualTo(Coverage.Status.PARTIAL);
    }

    @Test
    void imports_at_the_top_count_when_they_are_used() {
        SourceFixture fixture = SourceFixture.of(
                "infra/api.ts", "export const api = new sst.aws.Function('Api', { memory: '1 GB' });",
                "infra/unused.ts", "export const unused = 1;",
                "sst.config.ts", """
                import { api } from './infra/api';
                import { unused } from './infra/unused';
                export default $config({ app() { return {}; }, run: async () => { return { api: api.url }; } });
                """);
        assertThat(fixture.facts(InfraRegistration.class))
                .extracting(InfraRegistration::toFile, InfraRegistration::exportKey)
                .containsExactly(tuple("infra/api.ts", "api"));
    }

    @Test
    void resources_of_the_entry_itself_are_read() {
        SourceFixture fixture =
                entry("const site = new sst.aws.StaticSite('Site', { path: 'web' });\nreturn { site: site.url };");
        assertThat(fixture.facts(InfraResource.class))
                .filteredOn(resource -> resource.file().equals("sst.config.ts"))
                .extracting(InfraResource::name, InfraResource::exported)
                .containsExactly(tuple("Site", true));
    }

    @Test
    void an_entry_that_is_damaged_or_has_no_run_leaves_a_gap() {
        assertThat(status(SourceFixture.of("sst.config.ts", "export default $config({ app() { return {}; } });")))
                .isEqualTo(Coverage.Status.PARTIAL);
        assertThat(status(entry("return { a: 1 ;;; <<<<<<< }")).name()).isEqualTo("PARTIAL");
    }

    @Test
    void without_an_entry_nothing_is_registered_for_certain() {
        assertThat(status(SourceFixture.of("src/a.ts", "export const x = 1;"))).isEqualTo(Coverage.Status.COMPLETE);
    }
}
