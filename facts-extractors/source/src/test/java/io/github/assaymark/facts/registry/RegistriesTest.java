package io.github.assaymark.facts.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.assaymark.facts.program.SourceFixture;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.fact.ConsentText;
import io.github.assaymark.model.fact.ErrorCode;
import io.github.assaymark.model.fact.RateLimitPolicy;
import io.github.assaymark.model.fact.RegistryEntry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegistriesTest {
    private static Coverage.Status status(SourceFixture fixture, Class<? extends Fact> type) {
        return fixture.coverage("registries", type, "").status();
    }

    @Test
    void entries_of_a_registry_have_their_key_value_and_properties() {
        SourceFixture fixture = SourceFixture.of("lib/runbook-registry.ts", """
                export const runbooks = {
                  invoices: 'docs/runbooks/invoices.mdx',
                  payments: { page: 'docs/runbooks/payments.mdx', owner: { team: 'billing' }, levels: [1, 2], enabled: false },
                  // refunds: 'docs/runbooks/refunds.mdx',
                } as const;
                """);
        assertThat(fixture.facts(RegistryEntry.class))
                .extracting(RegistryEntry::registry, RegistryEntry::entry, RegistryEntry::value)
                .containsExactly(
                        tuple("runbooks", "invoices", "docs/runbooks/invoices.mdx"),
                        tuple("runbooks", "payments", null));
        RegistryEntry payments = fixture.facts(RegistryEntry.class).get(1);
        assertThat(payments.properties()).containsExactly("page", "owner", "levels", "enabled");
        assertThat(payments.values())
                .containsExactly(
                        "page=docs/runbooks/payments.mdx",
                        "owner.team=billing",
                        "levels=1",
                        "levels=2",
                        "enabled=false");
        assertThat(payments.provenance().place()).extracting("startLine").isEqualTo(3);
        assertThat(payments.key()).isEqualTo("lib/runbook-registry.ts#runbooks.payments");
        assertThat(status(fixture, RegistryEntry.class)).isEqualTo(Coverage.Status.COMPLETE);
    }

    @Test
    void arrays_maps_and_defaults_are_registries_by_what_names_their_entries() {
        SourceFixture fixture = SourceFixture.of(
                "lib/chaos-cadence.ts", "export const gameDay = ['listInvoices', { id: 'refund', next: '2026-Q3' }];",
                "lib/soc2-controls.ts", "export default new Map([['createInvoice', 'CC6.1']]);",
                "lib/pii-canary.ts", "export const fields = { customer: ['email', 'phone'] };");
        assertThat(fixture.facts(RegistryEntry.class))
                .extracting(RegistryEntry::registry, RegistryEntry::entry, RegistryEntry::values)
                .containsExactly(
                        tuple("gameDay", "listInvoices", List.of()),
                        tuple("gameDay", "refund", List.of("id=refund", "next=2026-Q3")),
                        tuple("fields", "customer", List.of("email", "phone")),
                        tuple("default", "createInvoice", List.of()));
    }

    @Test
    void messages_of_several_languages_keep_their_keys() {
        SourceFixture fixture = SourceFixture.of("lib/i18n.ts", """
                export const messages = { en: { not_found: 'Nothing there.', late: 'Too late.' }, de: { not_found: 'Nichts da.' } };
                export function translate(key: string) { return key; }
                """);
        assertThat(fixture.facts(RegistryEntry.class))
                .extracting(RegistryEntry::entry, RegistryEntry::properties)
                .containsExactly(tuple("de", List.of("not_found")), tuple("en", List.of("not_found", "late")));
    }

    @Test
    void catalogues_and_messages_in_json_and_yaml_are_registries() {
        SourceFixture fixture = SourceFixture.of(
                "catalog.json",
                "{\"takenAt\": \"2026-03-02\", \"services\": [{\"name\": \"billing\", \"status\": \"stable\", \"tags\": [\"a\"]}]}",
                "src/locales/en.json",
                "{\"errors\": {\"late\": \"Too late.\"}, \"hello\": \"Hello\", \"api_token\": \"abc\"}",
                "registry.yaml",
                "- key: one\n  page: docs/one.md\n- two\n");
        assertThat(fixture.facts(RegistryEntry.class))
                .extracting(RegistryEntry::registry, RegistryEntry::entry, RegistryEntry::value, RegistryEntry::values)
                .containsExactlyInAnyOrder(
                        tuple("catalog", "takenAt", "2026-03-02", List.of()),
                        tuple("services", "billing", null, List.of("name=billing", "status=stable", "tags=a")),
                        tuple("en", "errors", null, List.of("late=Too late.")),
                        tuple("en", "hello", "Hello", List.of()),
                        tuple("en", "api_token", "(not shown)", List.of()),
                        tuple("registry", "one", null, List.of("key=one", "page=docs/one.md")),
                        tuple("registry", "two", "two", List.of()));
        assertThat(status(fixture, RegistryEntry.class)).isEqualTo(Coverage.Status.COMPLETE);
        assertThat(status(SourceFixture.of("catalog.json", "{\"a\": "), RegistryEntry.class))
                .isEqualTo(Coverage.Status.PARTIAL);
    }

    @Test
    void computed_keys_leave_the_registry_open() {
        SourceFixture fixture = SourceFixture.of(
                "lib/registry.ts",
                "export const registry = { a: 'x', [process.argv[2]]: 'y' };\nexport const handlersRegistry = build();");
        assertThat(status(fixture, RegistryEntry.class)).isEqualTo(Coverage.Status.PARTIAL);
        assertThat(fixture.coverage("registries", RegistryEntry.class, "").gaps())
                .extracting(Coverage.Gap::line)
                .containsExactly(1, 2);
    }

    @Test
    void an_ordinary_module_is_no_registry() {
        SourceFixture fixture = SourceFixture.of(
                "src/colours.ts", "export const colours = { red: '#f00' };\nconst registry = { a: 1 };");
        assertThat(fixture.facts(RegistryEntry.class)).isEmpty();
        assertThat(status(fixture, RegistryEntry.class)).isEqualTo(Coverage.Status.COMPLETE);
    }

    @Test
    void no_entry_shows_a_secret() {
        SourceFixture fixture = SourceFixture.of(
                "lib/registry.ts",
                "export const registry = { key: 'sk_live_" + "51H8abcdefghijklmnopqrstuvwx', plain: 'x' };");
        assertThat(fixture.facts(RegistryEntry.class).toString()).doesNotContain("51H8abcdefghijklmnop");
    }

    @Test
    void a_long_catalogue_is_cut_and_says_so() {
        StringBuilder text = new StringBuilder("export const messages = {\n");
        for (int i = 0; i < RegistryEntries.MAX_PER_FILE + 5; i++)
            text.append("  m").append(i).append(": 'x',\n");
        SourceFixture fixture = SourceFixture.of("lib/messages.ts", text + "};\n");
        assertThat(fixture.facts(RegistryEntry.class)).hasSize(RegistryEntries.MAX_PER_FILE);
        assertThat(status(fixture, RegistryEntry.class)).isEqualTo(Coverage.Status.PARTIAL);
    }

    @Test
    void a_consent_text_is_known_by_its_hash_only() {
        SourceFixture fixture = SourceFixture.of("packages/consent/text.ts", """
                export const CONSENT_TEXT = {
                  'visits.read': { en: 'See your visits.', 'de-CH': 'Deine Besuche sehen.' },
                  'orders.read': 'See your orders.',
                  'stock.read': { title: 'Stock', body: 'See the stock.' },
                };
                """);
        assertThat(fixture.facts(ConsentText.class))
                .extracting(ConsentText::scope, ConsentText::locale, ConsentText::words)
                .containsExactly(
                        tuple("orders.read", null, 3),
                        tuple("stock.read", null, 4),
                        tuple("visits.read", "de-CH", 3),
                        tuple("visits.read", "en", 3));
        assertThat(fixture.facts(ConsentText.class).get(0).contentHash()).isEqualTo(hash("See your orders."));
        SourceFixture edited = SourceFixture.of(
                "packages/consent/text.ts", "export const CONSENT_TEXT = { 'orders.read': 'See all your orders.' };");
        assertThat(edited.only(ConsentText.class).contentHash())
                .isNotEqualTo(fixture.facts(ConsentText.class).get(0).contentHash());
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void consent_texts_by_locale_and_lists_of_them_are_the_same() {
        SourceFixture fixture = SourceFixture.of("packages/consent/text.ts", """
                export const CONSENT_TEXT = { en: { 'a.read': 'See a.' }, de: { 'a.read': 'A sehen.' } };
                export const consentTexts = [{ scope: 'b.read', locale: 'en', text: 'See b.' }];
                """);
        assertThat(fixture.facts(ConsentText.class))
                .extracting(ConsentText::key)
                .containsExactly("a.read/de", "a.read/en", "b.read/en");
    }

    @Test
    void a_consent_text_that_is_loaded_stays_open() {
        SourceFixture fixture = SourceFixture.of(
                "packages/consent/text.ts", "export const CONSENT_TEXT = { 'a.read': load('a'), 'b.read': 'b.read' };");
        assertThat(fixture.only(ConsentText.class).words()).isEqualTo(1);
        assertThat(status(fixture, ConsentText.class)).isEqualTo(Coverage.Status.PARTIAL);
    }

    @Test
    void limits_have_a_class_a_number_and_a_window() {
        SourceFixture fixture = SourceFixture.of("packages/limits/src/index.ts", """
                const MINUTE = 60 * 1000;
                export const RATE_LIMITS = {
                  read: { limit: 600, windowSeconds: 60, keyedBy: 'client' },
                  write: { max: 6_0, windowMs: MINUTE, keyBy: 'ip' },
                  exports: { limit: Infinity, window: '1h' },
                  admin: { limit: 0, per: 'minute' },
                  'POST /v1/exports': { requests: 2, window: '1 day' },
                };
                """);
        assertThat(fixture.facts(RateLimitPolicy.class))
                .extracting(
                        RateLimitPolicy::routeClass,
                        RateLimitPolicy::route,
                        RateLimitPolicy::limit,
                        RateLimitPolicy::window,
                        RateLimitPolicy::keyedBy)
                .containsExactly(
                        tuple(null, "POST /v1/exports", 2, Duration.ofDays(1), null),
                        tuple("admin", null, 0, Duration.ofMinutes(1), null),
                        tuple("exports", null, null, Duration.ofHours(1), null),
                        tuple("read", null, 600, Duration.ofMinutes(1), "client"),
                        tuple("write", null, 60, Duration.ofMinutes(1), "ip"));
        assertThat(status(fixture, RateLimitPolicy.class)).isEqualTo(Coverage.Status.COMPLETE);
    }

    @Test
    void a_limiter_says_its_limit_where_it_is_made() {
        SourceFixture fixture = SourceFixture.of(
                "lib/limiter.ts", "const REQUESTS_A_MINUTE = { read: 600, write: 60 } as const;",
                "src/app.ts", "app.use('/v1/*', rateLimiter({ limit: 100, windowMs: 60_000 }));");
        assertThat(fixture.facts(RateLimitPolicy.class))
                .extracting(RateLimitPolicy::routeClass, RateLimitPolicy::limit, RateLimitPolicy::window)
                .containsExactly(
                        tuple(null, 100, Duration.ofMinutes(1)),
                        tuple("read", 600, Duration.ofMinutes(1)),
                        tuple("write", 60, Duration.ofMinutes(1)));
    }

    @Test
    void a_limit_from_the_environment_stays_open() {
        SourceFixture fixture = SourceFixture.of(
                "src/limits.ts",
                "export const rateLimits = { read: { limit: Number(process.env.LIMIT), window: '1m' } };");
        assertThat(fixture.facts(RateLimitPolicy.class)).isEmpty();
        assertThat(status(fixture, RateLimitPolicy.class)).isEqualTo(Coverage.Status.PARTIAL);
    }

    @Test
    void a_window_without_a_unit_is_not_guessed() {
        SourceFixture fixture =
                SourceFixture.of("src/limits.ts", "export const rateLimits = { read: { limit: 5, window: 60 } };");
        assertThat(fixture.only(RateLimitPolicy.class).window()).isNull();
    }

    @Test
    void a_taxonomy_of_errors_has_families_and_message_keys() {
        SourceFixture fixture = SourceFixture.of("lib/errors.ts", """
                export const errorCodes = {
                  not_found: { family: 'request', status: 404, messageKey: 'errors.not_found', docs: '/errors/not_found' },
                  teapot: { status: 418 },
                } as const satisfies Record<string, unknown>;
                export const errorCatalog = { billing: { INVOICE_LOCKED: { status: 409 }, OVERDUE: 'overdue' } };
                """);
        assertThat(fixture.facts(ErrorCode.class))
                .extracting(ErrorCode::code, ErrorCode::family, ErrorCode::status, ErrorCode::messageKey)
                .containsExactly(
                        tuple("INVOICE_LOCKED", "billing", 409, null),
                        tuple("not_found", "request", 404, "errors.not_found"),
                        tuple("overdue", "billing", null, null),
                        tuple("teapot", null, 418, null));
        assertThat(fixture.facts(ErrorCode.class).get(1).documentation()).isEqualTo("/errors/not_found");
    }

    @Test
    void enums_lists_and_classes_declare_error_codes_and_each_is_one_fact() {
        SourceFixture fixture = SourceFixture.of("src/errors/index.ts", """
                export enum ErrorCode { Locked = 'locked', Gone = 'gone' }
                export const ERROR_CODES = ['locked', 'late'] as const;
                export class LockedError extends Error { static readonly code = ErrorCode.Locked; readonly status = 423; }
                export class NoCodeError extends Error {}
                """);
        assertThat(fixture.facts(ErrorCode.class))
                .extracting(ErrorCode::code, ErrorCode::status)
                .containsExactly(tuple("gone", null), tuple("late", null), tuple("locked", 423));
    }

    @Test
    void an_error_class_with_a_computed_code_stays_open() {
        SourceFixture fixture =
                SourceFixture.of("src/errors.ts", "export class LateError extends Error { static code = name(); }");
        assertThat(fixture.facts(ErrorCode.class)).isEmpty();
        assertThat(status(fixture, ErrorCode.class)).isEqualTo(Coverage.Status.PARTIAL);
    }
}
