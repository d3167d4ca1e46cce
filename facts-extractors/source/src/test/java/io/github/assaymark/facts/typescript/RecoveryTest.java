package io.github.assaymark.facts.typescript;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.facts.syntax.SyntaxNode;
import io.github.assaymark.facts.syntax.SyntaxTree;
import io.github.assaymark.facts.syntax.SyntaxTree.Status;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Damages router files in five ways, once in each route, and looks for all the other routes. */
final class RecoveryTest {
    private static final List<String> FILES =
            List.of("hono.ts", "chained.ts", "openapi.ts", "express.js", "controller.ts");
    private static final Set<String> REGISTERS =
            Set.of("get", "post", "put", "patch", "delete", "createRoute", "openapi", "Get", "Post", "Delete");

    /** A call that registers a route: its name and the text of its first argument. */
    private record Found(String call, int start, int end) {}

    @Test
    void every_route_outside_of_the_damage_is_found() throws IOException {
        int expected = 0;
        int found = 0;
        List<String> lost = new ArrayList<>();
        for (String file : FILES) {
            String text = read(file);
            List<Found> routes = routes(Shape.parse(file, text));
            assertThat(routes).as(file).hasSizeGreaterThanOrEqualTo(5);
            for (Found route : routes)
                for (Damage damage : Damage.values()) {
                    String damaged = damage.apply(text, route);
                    if (damaged.equals(text)) continue;
                    SyntaxTree tree = Shape.parse(file, damaged);
                    if (tree.status() == Status.COMPLETE) continue;
                    assertThat(tree.status()).isEqualTo(Status.PARTIAL);
                    Set<String> seen = new TreeSet<>();
                    for (Found one : routes(tree)) seen.add(one.call());
                    for (Found other : routes) {
                        if (other.equals(route) || (damage == Damage.CUT_OFF && other.end() > route.start())) continue;
                        expected++;
                        if (seen.contains(other.call())) found++;
                        else lost.add(file + ": " + damage + " in " + route.call() + " loses " + other.call());
                    }
                }
        }
        System.out.printf("RecoveryTest: %d of %d routes outside of the damage found%n", found, expected);
        assertThat(lost).as("%d of %d", found, expected).hasSizeLessThanOrEqualTo(expected / 100);
    }

    private enum Damage {
        BRACE_DELETED {
            @Override
            String apply(String text, Found route) {
                return without(text, text.indexOf('{', route.start()), route);
            }
        },
        LAST_BRACE_DELETED {
            @Override
            String apply(String text, Found route) {
                return without(text, text.lastIndexOf('}', route.end()), route);
            }
        },
        PARENTHESIS_DELETED {
            @Override
            String apply(String text, Found route) {
                return without(text, text.lastIndexOf(')', route.end()), route);
            }
        },
        CUT_OFF {
            @Override
            String apply(String text, Found route) {
                return text.substring(0, route.start() + (route.end() - route.start()) * 2 / 3);
            }
        },
        GARBAGE_LINE {
            @Override
            String apply(String text, Found route) {
                int line = text.indexOf('\n', route.start());
                return line < 0
                        ? text
                        : text.substring(0, line + 1) + "%% garbage ]] of = a merge ((\n" + text.substring(line + 1);
            }
        },
        MERGE_MARKERS {
            @Override
            String apply(String text, Found route) {
                int line = text.indexOf('\n', route.start());
                int next = line < 0 ? -1 : text.indexOf('\n', line + 1);
                if (next < 0) return text;
                String ours = text.substring(line + 1, next + 1);
                return text.substring(0, line + 1) + "<<<<<<< HEAD\n" + ours + "=======\n"
                        + ours.toUpperCase(Locale.ROOT) + ">>>>>>> feature\n" + text.substring(next + 1);
            }
        };

        abstract String apply(String text, Found route);

        private static String without(String text, int place, Found route) {
            if (place < route.start() || place >= route.end()) return text;
            return text.substring(0, place) + text.substring(place + 1);
        }
    }

    private static List<Found> routes(SyntaxTree tree) {
        List<Found> found = new ArrayList<>();
        collect(tree.root(), found);
        return found;
    }

    private static void collect(SyntaxNode node, List<Found> found) {
        if (node.is("call_expression")) {
            SyntaxNode function = Objects.requireNonNull(node.child("function"));
            SyntaxNode property = function.child("property");
            String name = property == null ? function.text() : property.text();
            SyntaxNode arguments = Objects.requireNonNull(node.child("arguments"));
            if (REGISTERS.contains(name) && !arguments.children().isEmpty()) {
                SyntaxNode first = arguments.children().get(0);
                String key = first.text();
                if (name.equals("createRoute"))
                    key = first.children().stream()
                            .map(SyntaxNode::text)
                            .filter(text -> text.startsWith("path") || text.startsWith("method"))
                            .toList()
                            .toString();
                int start = property == null ? node.start() : property.start();
                found.add(new Found(name + " " + key, start, node.end()));
            }
        }
        for (SyntaxNode child : node.children()) collect(child, found);
    }

    private static String read(String file) throws IOException {
        try (InputStream in = RecoveryTest.class.getResourceAsStream("routers/" + file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
