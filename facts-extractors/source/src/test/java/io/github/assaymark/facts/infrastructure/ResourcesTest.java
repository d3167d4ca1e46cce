package io.github.assaymark.facts.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.assaymark.facts.program.SourceFixture;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.fact.InfraProperty;
import io.github.assaymark.model.fact.InfraResource;
import io.github.assaymark.model.fact.Unresolved;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResourcesTest {
    private static SourceFixture infra(String text) {
        return SourceFixture.of("infra.ts", text);
    }

    private static List<InfraProperty> properties(SourceFixture fixture, String name) {
        return fixture.facts(InfraProperty.class).stream()
                .filter(property -> property.name().equals(name))
                .toList();
    }

    private static Coverage.Status status(SourceFixture fixture, Class<? extends Fact> type) {
        return fixture.coverage("infrastructure", type, "").status();
    }

    @Test
    void a_service_has_a_name_links_and_properties() {
        SourceFixture fixture = infra("""
                import { Service } from '@platform/infra';
                export function billing(shared: Shared) {
                  const key = new sst.Secret('StripeKey', 'placeholder-value');
                  const service = new Service('billing', {
                    hostname: 'billing.example.org',
                    link: [shared.database, shared.nats, key, 'Mail'],
                    environment: { STRIPE_KEY: key.value, API_TOKEN: 'abc' },
                    health: ['/healthz', '/readyz'],
                    // scaling: { min: 9, max: 9 },
                  });
                  new Alarm('billing-latency', { statistic: 'p99', above: 2 * 500, actions: [shared.topic] });
                  return service;
                }
                """);
        assertThat(fixture.facts(InfraResource.class))
                .extracting(InfraResource::name, InfraResource::type, InfraResource::exported, InfraResource::links)
                .containsExactlyInAnyOrder(
                        tuple("StripeKey", "sst.Secret", false, List.of()),
                        tuple("billing", "Service", true, List.of("database", "nats", "StripeKey", "Mail")),
                        tuple("billing-latency", "Alarm", false, List.of()));
        assertThat(properties(fixture, "hostname"))
                .extracting(InfraProperty::value)
                .containsExactly("billing.example.org");
        assertThat(properties(fixture, "health"))
                .extracting(InfraProperty::value)
                .containsExactly("/healthz", "/readyz");
        assertThat(properties(fixture, "environment.STRIPE_KEY"))
                .extracting(InfraProperty::value)
                .containsExactly("StripeKey");
        assertThat(properties(fixture, "environment.API_TOKEN"))
                .extracting(InfraProperty::value)
                .containsExactly("(not shown)");
        assertThat(properties(fixture, "above"))
                .extracting(InfraProperty::number)
                .containsExactly(1000L);
        assertThat(properties(fixture, "actions"))
                .extracting(InfraProperty::value)
                .containsExactly("topic");
        assertThat(properties(fixture, "scaling.min")).isEmpty();
        InfraProperty hostname = properties(fixture, "hostname").get(0);
        assertThat(hostname.resource()).isEqualTo("infra.ts#billing");
        assertThat(hostname.resourceName()).isEqualTo("billing");
        assertThat(hostname.key()).isEqualTo("infra.ts#billing/hostname");
        assertThat(hostname.stage()).isNull();
        assertThat(fixture.facts(InfraResource.class).toString()).doesNotContain("placeholder-value");
        assertThat(fixture.facts(InfraProperty.class).toString()).doesNotContain("placeholder-value");
        assertThat(status(fixture, InfraResource.class)).isEqualTo(Coverage.Status.COMPLETE);
        assertThat(status(fixture, InfraProperty.class)).isEqualTo(Coverage.Status.COMPLETE);
    }

    @Test
    void a_choice_by_stage_gives_each_stage_its_value() {
        SourceFixture fixture = infra("""
                const isProd = $app.stage === 'prod';
                const sizes = { dev: 1, staging: 2, prod: 8 };
                export const service = new sst.aws.Service('billing', {
                  scaling: { min: isProd ? 3 : 1, max: sizes[$app.stage] ?? 4 },
                  memory: ['staging', 'prod'].includes($app.stage) ? '2 GB' : '1 GB',
                  cpu: $app.stage !== 'dev' ? '1 vCPU' : '1 vCPU',
                  domain: `billing.${$app.stage}.example.org`,
                  tasks: { dev: { min: 5 }, prod: { min: 6 } },
                });
                """);
        assertThat(properties(fixture, "scaling.min"))
                .extracting(InfraProperty::stage, InfraProperty::number)
                .containsExactlyInAnyOrder(tuple("dev", 1L), tuple("staging", 1L), tuple("prod", 3L), tuple("*", 1L));
        assertThat(properties(fixture, "scaling.max"))
                .extracting(InfraProperty::stage, InfraProperty::number)
                .containsExactlyInAnyOrder(tuple("dev", 1L), tuple("staging", 2L), tuple("prod", 8L), tuple("*", 4L));
        assertThat(properties(fixture, "memory"))
                .extracting(InfraProperty::stage, InfraProperty::value)
                .contains(tuple("dev", "1 GB"), tuple("prod", "2 GB"), tuple("staging", "2 GB"));
        assertThat(properties(fixture, "domain"))
                .extracting(InfraProperty::stage, InfraProperty::value)
                .contains(tuple("prod", "billing.prod.example.org"), tuple("dev", "billing.dev.example.org"));
        assertThat(properties(fixture, "tasks.min"))
                .extracting(InfraProperty::stage, InfraProperty::number)
                .containsExactlyInAnyOrder(tuple("dev", 5L), tuple("prod", 6L));
    }

    @Test
    void another_name_of_production_takes_the_place_of_the_usual_one() {
        SourceFixture fixture = infra(
                "export const s = new sst.aws.Service('a', { min: $app.stage === 'production' ? 2 : 1, max: 3 });");
        assertThat(properties(fixture, "min"))
                .extracting(InfraProperty::stage, InfraProperty::number)
                .containsExactlyInAnyOrder(
                        tuple("dev", 1L), tuple("staging", 1L), tuple("production", 2L), tuple("*", 1L));
        assertThat(properties(fixture, "max")).extracting(InfraProperty::stage).containsExactly((String) null);
    }

    @Test
    void a_value_that_is_computed_is_open_and_only_that_value() {
        SourceFixture fixture =
                infra("export const s = new sst.aws.Service('a', { min: sizeOf('a'), max: 3, cpu: process.env.CPU });");
        assertThat(properties(fixture, "min"))
                .extracting(InfraProperty::resolved)
                .containsExactly(false);
        assertThat(properties(fixture, "cpu"))
                .extracting(InfraProperty::resolved)
                .containsExactly(false);
        assertThat(properties(fixture, "max"))
                .extracting(InfraProperty::resolved)
                .containsExactly(true);
        assertThat(status(fixture, InfraResource.class)).isEqualTo(Coverage.Status.COMPLETE);
        assertThat(fixture.facts(Unresolved.class))
                .filteredOn(open -> open.lookedFor().equals("property of a resource"))
                .hasSize(2);
    }

    @Test
    void options_that_are_spread_from_something_open_may_hold_more() {
        SourceFixture open = infra("export const s = new sst.aws.Service('a', { ...defaults(), max: 3 });");
        assertThat(status(open, InfraProperty.class)).isEqualTo(Coverage.Status.PARTIAL);
        SourceFixture shared = SourceFixture.of(
                "infra.ts",
                "import { defaults } from './shared';\nexport const s = new sst.aws.Service('a', { ...defaults, max: 3 });",
                "shared.ts",
                "export const defaults = { min: 2 };");
        assertThat(properties(shared, "min")).extracting(InfraProperty::number).containsExactly(2L);
        assertThat(status(shared, InfraProperty.class)).isEqualTo(Coverage.Status.COMPLETE);
    }

    @Test
    void plain_objects_and_functions_that_return_them_are_resources() {
        SourceFixture fixture = infra("""
                export const service = { name: 'billing', link: ['database'], scaling: { min: 0, max: 0 } };
                export const worker = () => ({ scaling: { min: 1, max: 2 }, health: { path: '/healthz' } });
                export function jobs() { return { name: 'jobs', link: [] }; }
                export const colours = { red: 1, green: 2 };
                """);
        assertThat(fixture.facts(InfraResource.class))
                .extracting(InfraResource::name, InfraResource::type, InfraResource::links)
                .containsExactlyInAnyOrder(
                        tuple("billing", "object", List.of("database")),
                        tuple("worker", "object", List.of()),
                        tuple("jobs", "object", List.of()));
        assertThat(properties(fixture, "health.path"))
                .extracting(InfraProperty::value)
                .containsExactly("/healthz");
    }

    @Test
    void calls_that_add_a_resource_count() {
        SourceFixture fixture = infra("""
                const cluster = new sst.aws.Cluster('Main', { vpc });
                const billing = cluster.addService('billing', { scaling: { min: 1, max: 2 } });
                export const outputs = { url: billing.url };
                Alarm.latency('slow', { above: 1 });
                console.log('ready', {});
                """);
        assertThat(fixture.facts(InfraResource.class))
                .extracting(InfraResource::name, InfraResource::type)
                .containsExactlyInAnyOrder(
                        tuple("Main", "sst.aws.Cluster"),
                        tuple("billing", "cluster.addService"),
                        tuple("slow", "Alarm.latency"));
    }

    @Test
    void a_helper_makes_resources_for_whoever_calls_it() {
        String helper = """
                export function alarms(service: string, options: { topic: Topic }) {
                  new aws.cloudwatch.MetricAlarm(`${service}-5xx`, { threshold: 1, alarmActions: [options.topic.arn] });
                  new aws.cloudwatch.MetricAlarm(service + '-latency', { threshold: 2 });
                }
                """;
        SourceFixture own = SourceFixture.of(
                "infra/alarms.ts",
                helper,
                "infra/billing.ts",
                "import { alarms } from './alarms';\nexport const b = (shared) => alarms('billing', { topic: shared.topic });");
        assertThat(own.facts(InfraResource.class))
                .extracting(InfraResource::name)
                .containsExactlyInAnyOrder("billing-5xx", "billing-latency");
        assertThat(properties(own, "alarmActions"))
                .extracting(InfraProperty::value)
                .containsExactly("topic");

        SourceFixture other = SourceFixture.of(
                "packages/infra/alarms.ts", helper,
                "services/billing/service.yaml", "name: billing\n",
                "services/billing/infra.ts",
                        "import { alarms } from '../../packages/infra/alarms';\nalarms('billing', { topic });");
        assertThat(other.facts(InfraResource.class))
                .extracting(InfraResource::owner, InfraResource::name)
                .containsExactlyInAnyOrder(
                        tuple("services/billing", "billing-5xx"), tuple("services/billing", "billing-latency"));
        assertThat(status(other, InfraResource.class)).isEqualTo(Coverage.Status.COMPLETE);
    }

    @Test
    void a_resource_of_some_stages_says_which() {
        SourceFixture fixture = infra("""
                export function billing() {
                  if ($app.stage === 'prod') new sst.aws.Topic('Pager', {});
                  if ($app.stage !== 'prod') new sst.aws.Topic('Mail', {});
                  if (flags.extra) new sst.aws.Topic('Extra', {});
                  if ($app.stage === 'dev') return;
                  new sst.aws.Topic('Late', {});
                }
                """);
        assertThat(fixture.facts(InfraResource.class))
                .extracting(InfraResource::name, InfraResource::stage)
                .containsExactlyInAnyOrder(
                        tuple("Pager", "prod"),
                        tuple("Mail", "dev"),
                        tuple("Mail", "staging"),
                        tuple("Mail", "*"),
                        tuple("Late", "staging"),
                        tuple("Late", "prod"),
                        tuple("Late", "*"));
        assertThat(fixture.facts(Unresolved.class))
                .extracting(Unresolved::lookedFor)
                .contains("condition of a resource");
        assertThat(status(fixture, InfraResource.class)).isEqualTo(Coverage.Status.PARTIAL);
    }

    @Test
    void a_name_that_is_computed_leaves_a_gap() {
        SourceFixture fixture = infra("export const s = new sst.aws.Service(nameOf(), { min: 1 });");
        assertThat(fixture.facts(InfraResource.class)).isEmpty();
        assertThat(status(fixture, InfraResource.class)).isEqualTo(Coverage.Status.PARTIAL);
    }

    @Test
    void ordinary_code_declares_no_infrastructure() {
        SourceFixture fixture = SourceFixture.of(
                "src/infrastructure/client.ts",
                "export const client = new Client('billing', { min: 1 });\nexport const options = { name: 'x', link: ['y'] };");
        assertThat(fixture.facts(InfraResource.class)).isEmpty();
        assertThat(status(fixture, InfraResource.class)).isEqualTo(Coverage.Status.COMPLETE);
    }

    @Test
    void a_fragment_in_javascript_is_read() {
        assertThat(SourceFixture.of("infra.js", "exports.x = new sst.aws.Service('a', { min: 1 });")
                        .only(InfraResource.class)
                        .name())
                .isEqualTo("a");
    }
}
