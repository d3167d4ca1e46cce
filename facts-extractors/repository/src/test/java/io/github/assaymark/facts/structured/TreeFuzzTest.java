package io.github.assaymark.facts.structured;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.model.extract.Limits;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever stands in a file: a tree comes back, its places lie inside of the file, and a broken file says so. */
final class TreeFuzzTest {
    private static final String SEED = """
            openapi: 3.1.0 # note
            x: &a {k: [1, 'two', "th\\u00e9"], <<: {z: ~}}
            y: *a
            text: |
              {{ block }}
            ? [complex]
            : !Ref value
            list:
            - a: NO
              a: \uD83D\uDE00
            ---
            {"json": [true, null, -1.5e3], "b": {}}""";
    private static final String PIECES = "{}[],:&*!|>'\"%@`#-? \t\n\r\\\u0000\uFEFF\u2028\uD83Dx1<";

    @Test
    void mutated_files_give_a_tree() {
        Random random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder(SEED);
            for (int edits = 1 + random.nextInt(5); edits > 0 && text.length() > 1; edits--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(4)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.insert(at, PIECES.charAt(random.nextInt(PIECES.length())));
                    case 2 -> text.setCharAt(at, PIECES.charAt(random.nextInt(PIECES.length())));
                    default -> {
                        int to = Math.min(text.length(), at + random.nextInt(20));
                        text.insert(random.nextInt(text.length()), text.substring(at, to));
                    }
                }
            }
            if (random.nextInt(10) == 0) text.setLength(random.nextInt(text.length() + 1));
            check(text.toString());
        }
    }

    @Test
    void random_bytes_give_a_tree() {
        Random random = new Random(11);
        for (int round = 0; round < 5_000; round++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            check(new String(bytes, StandardCharsets.UTF_8));
            check(new String(bytes, StandardCharsets.ISO_8859_1));
        }
    }

    private static void check(String text) {
        for (String name : new String[] {"a.yaml", "a.json", "a.jsonc"}) {
            LocatedTree tree = LocatedTree.ofFile(name, text, Limits.DEFAULT);
            int length = text.startsWith("\uFEFF") ? text.length() - 1 : text.length();
            tree.documents().forEach(node -> inside(node, length, 0));
            assertThat(tree.fatal() == null).isEqualTo(tree.damagedFromLine() == 0);
            tree.problems().forEach(problem -> assertThat(problem.line()).isPositive());
        }
    }

    private static void inside(LocatedNode node, int length, int depth) {
        if (node.start < 0 || node.end < node.start || node.end > length) {
            throw new AssertionError(node + " lies outside of " + length);
        }
        if (depth > 6) return;
        for (LocatedEntry entry : node.entries()) {
            inside(entry.keyNode(), length, depth + 1);
            inside(entry.value(), length, depth + 1);
        }
        node.items().forEach(item -> inside(item, length, depth + 1));
    }
}
