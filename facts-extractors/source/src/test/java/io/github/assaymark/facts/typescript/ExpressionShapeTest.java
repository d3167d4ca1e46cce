package io.github.assaymark.facts.typescript;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ExpressionShapeTest {
    @Test
    void a_slash_after_the_parenthesis_of_an_if_starts_a_regular_expression() {
        assertThat(Shape.of("if (a) /b[/]/g.test(c)")).contains("object:(regex \"/b[/]/g\")");
        assertThat(Shape.of("if (a) { }\n/d'/.exec(e)")).contains("object:(regex \"/d'/\")");
        assertThat(Shape.of("f = (g) / h / 2"))
                .contains("operator:(operator \"/\")")
                .doesNotContain("regex");
    }

    @Test
    void angles_are_type_arguments_only_where_a_call_or_an_end_follows() {
        assertThat(Shape.expression("a<b>(c)"))
                .isEqualTo(
                        "(call_expression function:a type_arguments:(type_arguments \"<b>\") arguments:(arguments c))");
        assertThat(Shape.expression("a < b > c")).startsWith("(binary_expression left:(binary_expression left:a");
        assertThat(Shape.expression("a(b < c, d > (e))"))
                .isEqualTo("(call_expression function:a arguments:(arguments (call_expression function:b"
                        + " type_arguments:(type_arguments \"< c, d >\") arguments:(arguments e))))");
        assertThat(Shape.expression("a(b < c, d > e)")).contains("left:b", "left:d");
        assertThat(Shape.expression("new A<Map<b, c>>(2)"))
                .isEqualTo(
                        "(new_expression constructor:A type_arguments:(type_arguments \"<Map<b, c>>\") arguments:(arguments 2))");
        assertThat(Shape.expression("a >> b >>> c >= d")).contains("\">>\"", "\">>>\"", "\">=\"");
    }

    @Test
    void parentheses_before_an_arrow_are_parameters() {
        assertThat(Shape.expression("(a, { b = 1, ...c }, [d] = [], e?: F): G => a"))
                .isEqualTo("(arrow_function parameters:(formal_parameters (required_parameter pattern:a)"
                        + " (required_parameter pattern:(object_pattern (object_assignment_pattern"
                        + " left:(shorthand_property_identifier_pattern \"b\") right:1) (rest_pattern c)))"
                        + " (required_parameter pattern:(array_pattern d) value:(array \"[]\"))"
                        + " (optional_parameter pattern:e type:(type_annotation \"F\")))"
                        + " return_type:(type_annotation \"G\") body:a)");
        assertThat(Shape.expression("(a, b)")).isEqualTo("(parenthesized_expression (sequence_expression a b))");
        assertThat(Shape.expression("async (a) => b"))
                .isEqualTo(
                        "(arrow_function async:async parameters:(formal_parameters (required_parameter pattern:a)) body:b)");
        assertThat(Shape.expression("async (a)")).isEqualTo("(call_expression function:async arguments:(arguments a))");
    }

    @Test
    void a_colon_after_parentheses_belongs_to_the_conditional_unless_an_arrow_function_needs_it() {
        assertThat(Shape.expression("a ? (b) : c => d"))
                .isEqualTo("(ternary_expression condition:a consequence:(parenthesized_expression b)"
                        + " alternative:(arrow_function parameter:c body:d))");
        assertThat(Shape.expression("a ? (b): c => d : e"))
                .isEqualTo(
                        "(ternary_expression condition:a consequence:(arrow_function parameters:(formal_parameters"
                                + " (required_parameter pattern:b)) return_type:(type_annotation \"c\") body:d) alternative:e)");
    }

    @Test
    void arrow_functions_with_type_parameters_stand_in_tsx_too() {
        assertThat(Shape.of("a.tsx", "f = <T,>(x: T) => <b>{x}</b>"))
                .contains("type_parameters:(type_parameters \"<T,>\")", "body:(jsx_element");
        assertThat(Shape.expression("<T extends U>(x: T) => x")).startsWith("(arrow_function type_parameters:");
        assertThat(Shape.expression("<A>b.c"))
                .startsWith("(type_assertion type_arguments:(type_arguments \"<A>\") (member_");
    }

    @Test
    void wrappers_keep_their_type_as_text() {
        assertThat(Shape.expression("a as const satisfies B<C>"))
                .isEqualTo("(satisfies_expression (as_expression a type:(type \"const\")) type:(type \"B<C>\"))");
        assertThat(Shape.expression("a!.b")).isEqualTo("(member_expression object:(non_null_expression a) property:b)");
    }

    @Test
    void optional_chains_are_marked() {
        assertThat(Shape.expression("a?.b?.[0]?.(1)"))
                .isEqualTo("(call_expression function:(subscript_expression object:(member_expression object:a"
                        + " optional:(operator \"?.\") property:b) optional:(operator \"?.\") index:0)"
                        + " optional:(operator \"?.\") arguments:(arguments 1))");
        assertThat(Shape.expression("a?.5:b")).startsWith("(ternary_expression");
    }

    @Test
    void templates_hold_text_and_substitutions() {
        assertThat(Shape.expression("`a${b}c${`d${2}`}`"))
                .isEqualTo(
                        "(template_string (string_fragment \"a\") (template_substitution b) (string_fragment \"c\")"
                                + " (template_substitution (template_string (string_fragment \"d\") (template_substitution 2))))");
        assertThat(Shape.expression("sql<Row>`x`"))
                .isEqualTo("(call_expression function:sql type_arguments:(type_arguments \"<Row>\")"
                        + " arguments:(template_string (string_fragment \"x\")))");
    }

    @Test
    void objects_hold_pairs_shorthands_spreads_and_methods() {
        assertThat(Shape.expression("({ a, 'b': 1, [c]: 2, ...d, async *e() {}, get f() { return 3 }, get: 4 })"))
                .isEqualTo(
                        "(parenthesized_expression (object (shorthand_property_identifier \"a\")"
                                + " (pair key:(string (string_fragment \"b\")) value:1) (pair key:(computed_property_name c) value:2)"
                                + " (spread_element d) (method_definition async:async name:e parameters:(formal_parameters \"()\")"
                                + " body:(statement_block \"{}\")) (method_definition accessor:get name:f"
                                + " parameters:(formal_parameters \"()\") body:(statement_block (return_statement 3))) (pair key:get value:4)))");
    }

    @Test
    void elements_keep_their_text_attributes_and_holes() {
        assertThat(Shape.of("a.tsx", "x = <A.B c='d' {...e} f={1}>it's {/* g */}<h-i/></A.B>"))
                .contains("(jsx_opening_element name:(member_expression object:A property:B)"
                        + " attribute:(jsx_attribute name:c value:(string (string_fragment \"d\")))"
                        + " attribute:(jsx_expression (spread_element e)) attribute:(jsx_attribute name:f value:(jsx_expression 1)))"
                        + " (jsx_text \"it's \") (jsx_expression \"{/* g */}\") (jsx_self_closing_element name:h-i)");
    }

    @Test
    void statements_end_at_line_ends_where_they_can() {
        assertThat(Shape.of("a\n(b)\nc\n++d\nreturn\ne"))
                .isEqualTo(
                        "(expression_statement (call_expression function:a"
                                + " arguments:(arguments b))) (expression_statement c) (expression_statement (update_expression"
                                + " operator:(operator \"++\") argument:d)) (return_statement \"return\") (expression_statement e)");
        assertThat(Shape.damaged("a b")).isEqualTo("(ERROR a)");
    }

    @Test
    void words_that_are_reserved_in_some_places_only_are_names_elsewhere() {
        assertThat(Shape.of("var type = 1, of = 2; type\n= 3; async = get; for (of of of) as(is)"))
                .contains("name:type", "left:type", "left:async", "left:of operator:(operator \"of\") right:of");
    }
}
