package io.github.assaymark.facts.typescript;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class DeclarationShapeTest {
    @Test
    void imports_tell_names_aliases_and_what_is_a_type() {
        assertThat(Shape.of("import a, { b as c, type D } from 'e' with { f: 'g' }"))
                .isEqualTo("(import_statement (import_clause a (named_imports (import_specifier name:b alias:c)"
                        + " (import_specifier typeonly:(type \"type\") name:D))) source:(string (string_fragment \"e\"))"
                        + " attributes:(object (pair key:f value:(string (string_fragment \"g\")))))");
        assertThat(Shape.of("import type { A } from 'b'"))
                .isEqualTo(
                        "(import_statement typeonly:(type \"type\") (import_clause (named_imports (import_specifier name:A)))"
                                + " source:(string (string_fragment \"b\")))");
        assertThat(Shape.of("import type from 'c'; import type, { type as as } from 'd'; import 'e'"))
                .startsWith("(import_statement (import_clause type) source:")
                .contains("(import_specifier name:type alias:as)");
        assertThat(Shape.of("import * as n from 'f'")).contains("(import_clause (namespace_import n))");
        assertThat(Shape.of("import g = require('h')"))
                .isEqualTo("(import_equals_declaration name:g value:(call_expression function:require"
                        + " arguments:(arguments (string (string_fragment \"h\")))))");
    }

    @Test
    void exports_tell_what_they_export() {
        assertThat(Shape.of("export * from 'a'"))
                .isEqualTo("(export_statement source:(string (string_fragment \"a\")))");
        assertThat(Shape.of("export * as b from 'c'"))
                .isEqualTo("(export_statement (namespace_export b) source:(string (string_fragment \"c\")))");
        assertThat(Shape.of("export { d as default, type E }"))
                .isEqualTo("(export_statement (export_clause (export_specifier name:d alias:default)"
                        + " (export_specifier typeonly:(type \"type\") name:E)))");
        assertThat(Shape.of("export default f(1)"))
                .isEqualTo(
                        "(export_statement default:default value:(call_expression function:f arguments:(arguments 1)))");
        assertThat(Shape.of("export default async function () {}"))
                .isEqualTo("(export_statement default:default declaration:(function_declaration async:async"
                        + " parameters:(formal_parameters \"()\") body:(statement_block \"{}\")))");
        assertThat(Shape.of("export const g = 2, { h } = i;"))
                .isEqualTo(
                        "(export_statement declaration:(lexical_declaration (variable_declarator name:g value:2)"
                                + " (variable_declarator name:(object_pattern (shorthand_property_identifier_pattern \"h\")) value:i)))");
        assertThat(Shape.of("export = j")).isEqualTo("(export_statement operator:(operator \"=\") value:j)");
    }

    @Test
    void decorators_belong_to_what_they_decorate() {
        assertThat(Shape.of("@A(1) export class B { @C() d() {} constructor(@E('f') private readonly g: G) {} }"))
                .isEqualTo(
                        "(export_statement declaration:(class_declaration decorator:(decorator (call_expression function:A"
                                + " arguments:(arguments 1))) name:B body:(class_body (method_definition decorator:(decorator"
                                + " (call_expression function:C arguments:(arguments \"()\"))) name:d"
                                + " parameters:(formal_parameters \"()\") body:(statement_block \"{}\"))"
                                + " (method_definition name:constructor parameters:(formal_parameters (required_parameter"
                                + " decorator:(decorator (call_expression function:E arguments:(arguments (string (string_fragment \"f\")))))"
                                + " accessibility:private readonly:readonly pattern:g type:(type_annotation \"G\")))"
                                + " body:(statement_block \"{}\")))))");
        assertThat(Shape.of("class A { @b @c.d() static readonly e?: F = 1 }"))
                .contains("(public_field_definition decorator:(decorator b) decorator:(decorator (call_expression"
                        + " function:(member_expression object:c property:d) arguments:(arguments \"()\"))) static:static"
                        + " readonly:readonly name:e type:(type_annotation \"F\") value:1)");
    }

    @Test
    void classes_hold_members_of_every_kind() {
        assertThat(Shape.of(
                        "abstract class A<T> extends b(C)<T> implements D, E.F { [k: string]: T; static {} #g = 1; get h() { return 2 }"
                                + " abstract i(): void; j(a: 1): void; j(a) {} async *[k]() {} }"))
                .isEqualTo(
                        "(abstract_class_declaration abstract:abstract name:A type_parameters:(type_parameters \"<T>\")"
                                + " heritage:(class_heritage (extends_clause value:(call_expression function:b arguments:(arguments C))"
                                + " type_arguments:(type_arguments \"<T>\")) (implements_clause type:(type \"D\") type:(type \"E.F\")))"
                                + " body:(class_body (type \"[k: string]: T;\") (class_static_block static:static body:(statement_block \"{}\"))"
                                + " (public_field_definition name:(private_property_identifier \"#g\") value:1)"
                                + " (method_definition accessor:get name:h parameters:(formal_parameters \"()\")"
                                + " body:(statement_block (return_statement 2)))"
                                + " (abstract_method_signature abstract:abstract name:i parameters:(formal_parameters \"()\")"
                                + " return_type:(type_annotation \"void\"))"
                                + " (method_signature name:j parameters:(formal_parameters (required_parameter pattern:a"
                                + " type:(type_annotation \"1\"))) return_type:(type_annotation \"void\"))"
                                + " (method_definition name:j parameters:(formal_parameters (required_parameter pattern:a))"
                                + " body:(statement_block \"{}\"))"
                                + " (method_definition async:async name:(computed_property_name k)"
                                + " parameters:(formal_parameters \"()\") body:(statement_block \"{}\"))))");
    }

    @Test
    void types_are_leaves() {
        assertThat(
                        Shape.of(
                                "type A<T> = T extends (infer U extends string)[] ? `x${U}` : { readonly [K in keyof T as `g${K}`]?: T[K] };"))
                .isEqualTo("(type_alias_declaration name:A)");
        assertThat(Shape.of("interface B extends C<D> { <T>(e: T): asserts e is F; new (): G; h?(): this }"))
                .isEqualTo("(interface_declaration name:B)");
        assertThat(Shape.of("let i: (j: 1) => void = k, l: typeof import('m'), n: unique symbol, o!: (p | q)[]"))
                .contains(
                        "type:(type_annotation \"(j: 1) => void\") value:k",
                        "name:o type:(type_annotation \"(p | q)[]\")");
        assertThat(Shape.of("f = (): a | (() => void) => 1"))
                .contains("return_type:(type_annotation \"a | (() => void)\") body:1");
    }

    @Test
    void enumerations_namespaces_and_ambient_declarations() {
        assertThat(Shape.of("const enum A { B, C = 'd', 'e' = 1 }"))
                .isEqualTo(
                        "(enum_declaration name:A body:(enum_body B (enum_assignment name:C value:(string"
                                + " (string_fragment \"d\"))) (enum_assignment name:(string (string_fragment \"e\")) value:1)))");
        assertThat(Shape.of("namespace A.B { c() }"))
                .isEqualTo("(internal_module name:(member_expression object:A property:B) body:(statement_block"
                        + " (expression_statement (call_expression function:c arguments:(arguments \"()\")))))");
        assertThat(Shape.of("declare module 'd' { export function e(): void }"))
                .isEqualTo(
                        "(ambient_declaration declaration:(module name:(string (string_fragment \"d\")) body:(statement_block"
                                + " (export_statement declaration:(function_signature name:e parameters:(formal_parameters \"()\")"
                                + " return_type:(type_annotation \"void\"))))))");
        assertThat(Shape.of("declare global { var f: 1 }")).startsWith("(ambient_declaration body:(statement_block");
    }

    @Test
    void loops_switches_and_resources() {
        assertThat(Shape.of("for await (const [a] of b) c()"))
                .startsWith(
                        "(for_in_statement await:await kind:const left:(array_pattern a) operator:(operator \"of\") right:b body:");
        assertThat(Shape.of("for (let i = 0, n = 1; i < n; i++) ;"))
                .startsWith("(for_statement initializer:(lexical_declaration (variable_declarator name:i value:0)"
                        + " (variable_declarator name:n value:1)) condition:(binary_expression");
        assertThat(Shape.of("switch (a) { case 1: b(); default: c() }"))
                .startsWith(
                        "(switch_statement value:(parenthesized_expression a) body:(switch_body (switch_case value:1 body:")
                .contains("(switch_default body:(expression_statement");
        assertThat(Shape.of("await using a = b(); using c = d"))
                .contains("(variable_declarator name:a", "(variable_declarator name:c value:d)");
        assertThat(Shape.of("try { a() } catch { b() } finally { c() }"))
                .contains("handler:(catch_clause body:", "finalizer:(finally_clause body:");
    }

    @Test
    void damage_costs_one_statement_member_or_element() {
        assertThat(Shape.damaged("a(1);\nconst = 2;\nb(3);"))
                .isEqualTo(
                        "(expression_statement (call_expression function:a arguments:(arguments 1))) (ERROR \"const = 2;\")"
                                + " (expression_statement (call_expression function:b arguments:(arguments 3)))");
        assertThat(Shape.damaged("class A {\n  b() { return 1 }\n  c(= 2) { }\n  d() { return 3 }\n}"))
                .contains("name:b", "(ERROR", "name:d");
        assertThat(Shape.damaged("a({ b: 1, c: %, d: 2 }, e);"))
                .contains("key:b value:1", "(ERROR", "key:d value:2", " e)");
        assertThat(Shape.damaged("a(() => { b(1); %; c(2) }, d(3))"))
                .contains("function:b", "(ERROR", "function:c", "function:d");
        assertThat(Shape.damaged("x = 0as")).contains("right:0as");
        assertThat(Shape.damaged("try { a() }")).contains("function:a");
    }
}
