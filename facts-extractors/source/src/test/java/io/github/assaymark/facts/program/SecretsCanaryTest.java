package io.github.assaymark.facts.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.fact.CodeCall;
import io.github.assaymark.model.fact.RegistryEntry;
import io.github.assaymark.model.fact.RouteGuard;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Secrets of every form in every kind of place: none comes out of any extractor of source code. */
final class SecretsCanaryTest {
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

    /** Put together here, so that no scanner of secrets takes this file for a leak. */
    private static Map<String, String> tokens() {
        Random random = new Random(20260302);
        Map<String, String> tokens = new TreeMap<>();
        tokens.put("stripe", "sk_" + "live_51" + run(random, 24));
        tokens.put("github", "gh" + "p_" + run(random, 36));
        tokens.put("aws", "AK" + "IA" + run(random, 16).toUpperCase(java.util.Locale.ROOT));
        tokens.put("jwt", "ey" + "J" + run(random, 20) + ".ey" + "J" + run(random, 30) + "." + run(random, 30));
        tokens.put("slack", "xox" + "b-" + run(random, 30));
        tokens.put("npm", "npm" + "_" + run(random, 36));
        return tokens;
    }

    private static String run(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        return text.toString();
    }

    private static String typescript(String token) {
        return """
                import { Hono } from 'hono';
                import Stripe from 'stripe';
                import { DataSource } from 'typeorm';
                import { pgTable, text } from 'drizzle-orm/pg-core';
                const KEY = '%1$s';
                export const registry = { one: { id: 'one', value: '%1$s' }, '%1$s': { id: 'two' } };
                export const jobs = [{ id: 'expire', path: '/x?key=%1$s', schedule: '%1$s' }];
                export const scopes = { read: { scope: 'read', description: '%1$s' } };
                export const things = pgTable('thing', { id: text('id').default('%1$s') });
                const stripe = new Stripe('%1$s');
                const app = new Hono();
                app.use('*', jwtAuth('%1$s'));
                app.use('/a/*', requireScope(KEY));
                app.get('/a', requireScope('%1$s'), async (c) => {
                  await verify(c, '%1$s');
                  logger.info({ key: '%1$s' }, '%1$s');
                  await fetch('https://user:%1$s@example.com/x?token=%1$s', { headers: { authorization: 'Bearer %1$s' } });
                  await publishEvent('%1$s', { a: '%1$s' });
                  if (c.req.header('x') === '%1$s') return c.json({ code: '%1$s' }, 404);
                  throw new ApiError('%1$s');
                });
                app.get(compute('%1$s'), (c) => c.text('%1$s'));
                export const source = new DataSource({ type: 'postgres', url: 'postgres://u:%1$s@db/x', synchronize: '%1$s' });
                // TODO remove %1$s
                export default app;
                """.formatted(token);
    }

    private static String infra(String token) {
        return """
                export const secret = new sst.Secret('Key', '%1$s');
                export const service = new sst.aws.Service('Api', { environment: { KEY: '%1$s' }, command: ['%1$s'] });
                """.formatted(token);
    }

    private static String test(String token) {
        return """
                import { test, expect } from 'vitest';
                test('uses %1$s', () => { expect(call('%1$s')).toBe('%1$s'); });
                """.formatted(token);
    }

    private static String java(String token) {
        return """
                @RestController
                class Orders {
                    static final String KEY = "%1$s";
                    @PreAuthorize("hasAuthority('%1$s')")
                    @GetMapping("/orders")
                    String list() {
                        log.info("%1$s", "%1$s");
                        client.call("%1$s");
                        return System.getenv("%1$s");
                    }
                }
                """.formatted(token);
    }

    private static String prisma(String token) {
        return """
                model Thing {
                  id   String @id
                  note String @default("%1$s")
                }
                """.formatted(token);
    }

    private static String catalog(String token) {
        return """
                { "one": { "id": "%1$s", "note": "%1$s" }, "%1$s": { "id": "two" } }
                """.formatted(token);
    }

    @Test
    void no_secret_of_a_known_form_is_in_any_fact() {
        List<String> leaks = new ArrayList<>();
        tokens().forEach((name, token) -> {
            SourceFixture fixture = SourceFixture.of(
                    "src/index.ts", typescript(token),
                    "infra.ts", infra(token),
                    "tests/unit/a.test.ts", test(token),
                    "src/main/java/Orders.java", java(token),
                    "prisma/schema.prisma", prisma(token),
                    "src/catalog.json", catalog(token));
            assertThat(fixture.facts(RegistryEntry.class))
                    .anyMatch(entry -> entry.file().equals("src/catalog.json"));
            assertThat(fixture.facts(CodeCall.class)).isNotEmpty();
            assertThat(fixture.facts(RouteGuard.class)).isNotEmpty();
            for (Fact fact : fixture.snapshot().facts())
                if (fact.toString().contains(token)) leaks.add(name + ": " + fact);
        });
        assertThat(leaks).isEmpty();
    }

    @Test
    void constant_with_the_name_of_a_secret_is_not_shown() {
        SourceFixture fixture = SourceFixture.of("src/a.ts", """
                const password = 'hunter2pass';
                const apiKey = 'correct-horse-battery';
                connect(password, apiKey);
                """);
        assertThat(fixture.facts(CodeCall.class))
                .isNotEmpty()
                .allSatisfy(call -> assertThat(call.arguments()).containsExactly("[redacted]", "[redacted]"));
    }

    @Test
    void value_a_secret_is_made_with_is_not_shown() {
        SourceFixture fixture =
                SourceFixture.of("infra.ts", "export const key = new sst.Secret('ApiKey', 'plain-words');\n");
        assertThat(fixture.only(CodeCall.class).arguments()).containsExactly("ApiKey", "[redacted]");
        assertThat(fixture.snapshot().facts()).noneMatch(fact -> fact.toString().contains("plain-words"));
    }
}
