package io.github.assaymark.facts.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.fact.ApiSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever a description holds: facts lie inside of it, keys are unique, and one that gives no facts has a gap. */
final class OpenApiFuzzTest {
    private static final String SEED = """
            openapi: 3.1.0
            info: {title: T, version: 1.0}
            x-a: &x {b: [1, null]}
            security: [{oauth: [read]}]
            paths:
              /x:
                x-maturity: beta
                get:
                  tags: [one]
                  requestBody: {content: {a/b: {schema: {$ref: '#/components/schemas/S'}, example: {a: 1}}}}
                  responses:
                    '200': {description: d, content: {a/b: {schema: {type: [string, 'null'], items: *x}}}}
                    default: {$ref: '#/components/responses/R'}
              /y: {$ref: '#/paths/~1x'}
            components:
              responses: {R: {description: e}}
              schemas:
                S: {allOf: [{properties: {a: {type: string}, b: {$ref: '#/components/schemas/S'}}}]}
            """;
    private static final String[] WORDS = {
        "$ref",
        "'#/components/schemas/S'",
        "null",
        "~",
        "[]",
        "{}",
        "3.2.0",
        "*x",
        "true",
        "-1e9999999",
        "x-",
        "'': ",
        "get",
        "properties",
        "0x"
    };

    @Test
    void mutated_descriptions_give_facts_or_gaps() {
        Random random = new Random(42);
        for (int round = 0; round < 1_000; round++) {
            StringBuilder text = new StringBuilder(SEED);
            for (int edits = 1 + random.nextInt(4); edits > 0; edits--) {
                List<int[]> words = words(text);
                int[] word = words.get(random.nextInt(words.size()));
                int[] other = words.get(random.nextInt(words.size()));
                String replacement = random.nextBoolean()
                        ? WORDS[random.nextInt(WORDS.length)]
                        : random.nextInt(3) == 0 ? "" : text.substring(other[0], other[1]);
                text.replace(word[0], word[1], replacement);
            }
            check(text.toString());
        }
    }

    private static List<int[]> words(CharSequence text) {
        List<int[]> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean letter = i < text.length() && Character.isLetterOrDigit(text.charAt(i));
            if (letter && start < 0) start = i;
            if (!letter && start >= 0) {
                words.add(new int[] {start, i});
                start = -1;
            }
        }
        return words;
    }

    private static void check(String text) {
        List<Fact> facts = new ArrayList<>();
        new OpenApiExtractor().extract(new MemorySpec("openapi.yaml", text), facts::add);
        int lines = (int) text.chars().filter(c -> c == '\n').count() + 1;
        Set<String> keys = new HashSet<>();
        for (Fact fact : facts) {
            assertThat(keys.add(fact.getClass().getSimpleName() + fact.key()))
                    .as("%s%n%s", fact, text)
                    .isTrue();
            if (fact.provenance() instanceof Provenance.File file) {
                assertThat(file.startLine()).isBetween(1, lines);
            }
        }
        boolean described = facts.stream().anyMatch(ApiSpec.class::isInstance);
        boolean gaps = facts.stream()
                .anyMatch(f -> f instanceof Coverage c && !c.gaps().isEmpty());
        assertThat(described || gaps).as(text).isTrue();
    }
}
