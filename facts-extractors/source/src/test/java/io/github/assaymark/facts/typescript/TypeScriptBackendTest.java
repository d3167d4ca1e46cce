package io.github.assaymark.facts.typescript;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.facts.syntax.SyntaxNode;
import io.github.assaymark.facts.syntax.SyntaxTree;
import io.github.assaymark.facts.syntax.SyntaxTree.Status;
import io.github.assaymark.model.extract.Limits;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TypeScriptBackendTest {
    private final TypeScriptBackend backend = new TypeScriptBackend();

    @Test
    void reads_files_by_their_extension() {
        assertThat(List.of("a.ts", "b/c.tsx", "d.mts", "e.cts", "f.js", "g.jsx", "h.mjs", "i.cjs", "J.TS", "k.d.ts"))
                .allMatch(backend::reads);
        assertThat(List.of("a.java", "ts", "a.json", "b.vue")).noneMatch(backend::reads);
    }

    @Test
    void a_route_is_a_call_of_a_member() {
        assertThat(Shape.expression("app.get('/one/:id', auth(2), async (c) => { return c.json(3) })"))
                .isEqualTo("(call_expression function:(member_expression object:app property:get)"
                        + " arguments:(arguments (string (string_fragment \"/one/:id\"))"
                        + " (call_expression function:auth arguments:(arguments 2))"
                        + " (arrow_function async:async parameters:(formal_parameters (required_parameter pattern:c))"
                        + " body:(statement_block (return_statement (call_expression function:(member_expression object:c"
                        + " property:json) arguments:(arguments 3)))))))");
    }

    @Test
    void lines_and_columns_count_utf16_units_and_no_byte_order_mark() {
        SyntaxTree tree = Shape.parse("a.ts", "\uFEFFone()\r\n/* é */ two('\uD83D\uDE00', three)\n");
        SyntaxNode one = tree.root().children().get(0);
        assertThat(List.of(one.start(), one.line(), one.column())).containsExactly(3, 1, 1);
        SyntaxNode call = tree.root().children().get(1).children().get(0);
        assertThat(call.text()).isEqualTo("two('\uD83D\uDE00', three)");
        SyntaxNode arguments = call.children().get(1);
        SyntaxNode three = arguments.children().get(1);
        assertThat(List.of(three.line(), three.column())).containsExactly(2, 19);
        assertThat(List.of(three.endLine(), three.endColumn())).containsExactly(2, 24);
        assertThat(three.parent()).isEqualTo(arguments).hasSameHashCodeAs(arguments);
        assertThat(tree.comments()).singleElement().satisfies(comment -> {
            assertThat(comment.kind()).isEqualTo("comment");
            assertThat(comment.text()).isEqualTo("/* é */");
        });
    }

    @Test
    void a_file_over_a_limit_is_refused_in_words() {
        Limits small = new Limits(10, 3, 1, Duration.ofSeconds(10));
        assertThat(backend.parse("a.ts", "one two three".getBytes(StandardCharsets.UTF_8), small)
                        .refusal())
                .isEqualTo("it has 13 bytes, more than 10");
        SyntaxTree deep = backend.parse("a.ts", "((((1))))".getBytes(StandardCharsets.UTF_8), small);
        assertThat(deep.status()).isEqualTo(Status.REFUSED);
        assertThat(deep.refusal()).isEqualTo("it nests deeper than 3 levels");
        assertThat(deep.root().children()).isEmpty();
        assertThat(backend.parse("a.ts", new byte[] {'a', 0, 'b'}, Limits.DEFAULT)
                        .refusal())
                .isEqualTo("it is binary");
        assertThat(backend.parse("a.ts", new byte[] {(byte) 0xff, (byte) 0xfe, 'b', 0}, Limits.DEFAULT)
                        .refusal())
                .isEqualTo("it is UTF-16, not UTF-8");
    }

    @Test
    void bytes_that_are_no_utf8_are_damage() {
        SyntaxTree tree = backend.parse("a.ts", new byte[] {'a', '(', '"', (byte) 0xff, '"', ')'}, Limits.DEFAULT);
        assertThat(tree.status()).isEqualTo(Status.PARTIAL);
        assertThat(tree.damaged()).containsExactly(new SyntaxTree.Damage(3, 4, 1, 1));
        assertThat(Shape.show(tree.root().children().get(0)))
                .isEqualTo("(expression_statement (call_expression function:a arguments:(arguments (string"
                        + " (string_fragment \"\uFFFD\")))))");
    }
}
