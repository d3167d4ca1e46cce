package io.github.assaymark.facts.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueTest {
    private static String describe(Programs programs) {
        return describe(programs.value());
    }

    private static String describe(Value value) {
        if (value instanceof Value.Text text) return "text " + text.text();
        if (value instanceof Value.Number number) return "number " + number.raw();
        if (value instanceof Value.Bool bool) return "bool " + bool.value();
        if (value instanceof Value.Nothing) return "nothing";
        if (value instanceof Value.Items items)
            return "items "
                    + items.items().stream().map(i -> i.node().text()).collect(Collectors.joining("|"))
                    + (items.complete() ? "" : " …");
        if (value instanceof Value.Struct struct)
            return "struct " + String.join("|", struct.entries().keySet()) + (struct.complete() ? "" : " …");
        if (value instanceof Value.Function function)
            return "function " + function.function().node().line();
        if (value instanceof Value.Class type)
            return "class " + type.declaration().node().line();
        if (value instanceof Value.CallResult result)
            return "call " + result.callee().name() + " " + result.call().node().line() + " "
                    + result.site().node().line();
        if (value instanceof Value.External external) return "external " + external.module() + " " + external.name();
        if (value instanceof Value.Global global) return "global " + global.name();
        if (value instanceof Value.Parameter parameter)
            return "parameter " + parameter.index() + " " + parameter.name();
        if (value instanceof Value.Environment environment) return "environment " + environment.name();
        return "open " + ((Value.Open) value).reason();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '~',
            value = {
                "'a'                          ¦ text a",
                "\"a\\n\\x41\\u{1F600}\\u0042\"  ¦ ~text a\nA😀B~",
                "`a${1}b${'c'}`               ¦ text a1bc",
                "`a\\n${1}`                    ¦ ~text a\n1~",
                "'a' + 'b' + 3                ¦ text ab3",
                "('a' as const)               ¦ text a",
                "'a' satisfies string         ¦ text a",
                "'a'!                         ¦ text a",
                "await 'a'                    ¦ text a",
                "1_000                        ¦ number 1_000",
                "60 * 1_000 + 5               ¦ number 60005",
                "-7                           ¦ number -7",
                "10 / 4                       ¦ open only whole numbers are calculated with",
                "true                         ¦ bool true",
                "!true                        ¦ bool false",
                "null                         ¦ nothing",
                "undefined                    ¦ nothing",
                "void 0                       ¦ nothing",
                "['a', ...['b', 'c'], x]      ¦ items 'a'|'b'|'c'|x",
                "['a', ...x]                  ¦ items 'a' …",
                "{ a: 1, ['b']: 2, c() {} }   ¦ struct a|b|c",
                "{ a: 1, ...{ b: 2 }, c: 3 }  ¦ struct a|b|c",
                "{ a: 1, ...x, c: 3 }         ¦ struct c …",
                "{ a: 1, [x]: 2, c: 3 }       ¦ struct c …",
                "Object.freeze({ a: 1 })      ¦ struct a",
                "{ a: { b: 'deep' } }.a.b     ¦ text deep",
                "['p', 'q'][1]                ¦ text q",
                "null ?? 'other'              ¦ text other",
                "'one' ?? 'other'             ¦ text one",
                "'' || 'other'                ¦ text other",
                "x ?? 'other'                 ¦ open it depends on a condition",
                "x ? 'a' : 'b'                ¦ open it depends on a condition",
                "x ? 'a' : 'a'                ¦ text a",
                "true ? 'a' : 'b'             ¦ text a",
                "process.env.PORT             ¦ environment PORT",
                "process.env['HOST']          ¦ environment HOST",
                "import.meta.env.VITE_URL     ¦ environment VITE_URL",
                "Deno.env.get('D')            ¦ environment D",
                "fetch                        ¦ global fetch",
                "globalThis.fetch             ¦ global fetch",
                "Math.PI                      ¦ global Math.PI",
                "() => 1                      ¦ function 1",
                "class {}                     ¦ class 1",
                "new Map()                    ¦ call Map 1 1",
                "f('x')                       ¦ call f 1 1",
                "/x/                          ¦ open it is a regular expression",
            })
    void an_expression_means_what_it_says(String expression, String expected) {
        boolean object = expression.startsWith("{");
        String text = "show(" + (object ? "(" + expression.replaceFirst("}\\.", "}).") : expression);
        if (object && !expression.contains("}.")) text += ")";
        assertThat(describe(Programs.of("a.ts", text + ");"))).isEqualTo(expected);
    }

    @Test
    void names_are_followed_to_their_declarations() {
        assertThat(describe(Programs.of("a.ts", "const a = 'x'; const b = a + 'y'; show(`${b}z`)")))
                .isEqualTo("text xyz");
        assertThat(describe(Programs.of("a.ts", "const P = { a: { b: 'p' } } as const; show(P.a.b)")))
                .isEqualTo("text p");
        assertThat(describe(Programs.of("a.ts", "const P = { a: 'q' } satisfies R; const { a: z } = P; show(z)")))
                .isEqualTo("text q");
        assertThat(describe(Programs.of("a.ts", "const [, , third] = ['f', 's', 't']; show(third)")))
                .isEqualTo("text t");
        assertThat(describe(Programs.of("a.ts", "const { a = 'fall' } = {}; show(a)")))
                .isEqualTo("text fall");
        assertThat(describe(Programs.of("a.ts", "const { PORT = '1' } = process.env; show(PORT)")))
                .isEqualTo("environment PORT");
        assertThat(describe(Programs.of("a.ts", "enum E { A = 'ea', B = 'eb' } show(E.B)")))
                .isEqualTo("text eb");
        assertThat(describe(Programs.of("a.ts", "enum E { A, B = 5, C } show(E.C)")))
                .isEqualTo("number 6");
        assertThat(describe(Programs.of("a.ts", "enum E { A, B = x(), C } show(E.C)")))
                .isEqualTo("open its number is not known");
    }

    @Test
    void what_changes_is_open() {
        assertThat(describe(Programs.of("a.ts", "let a = 'x'; a = 'y'; show(a)")))
                .isEqualTo("open `a` is assigned more than once");
        assertThat(describe(Programs.of("a.ts", "let a = 'x'; show(a)"))).isEqualTo("text x");
        assertThat(describe(Programs.of("a.ts", "let a = 1; a++; show(a)")))
                .isEqualTo("open `a` is assigned more than once");
        assertThat(describe(Programs.of("a.ts", "let a = 1; [a] = f(); show(a)")))
                .isEqualTo("open `a` is assigned more than once");
        assertThat(describe(Programs.of("a.ts", "let a; show(a)"))).isEqualTo("open `a` is declared without a value");
        assertThat(describe(Programs.of("a.ts", "var a = 1; var a = 2; show(a)")))
                .isEqualTo("open `a` is assigned more than once");
        assertThat(describe(Programs.of("a.ts", "const o = { a: 'x', b: 'y' }; o.a = 'z'; show(o.a)")))
                .isEqualTo("open not all members are known");
        assertThat(describe(Programs.of("a.ts", "const o = { a: 'x', b: 'y' }; o.a = 'z'; show(o.b)")))
                .isEqualTo("text y");
        assertThat(describe(Programs.of("a.ts", "const o = { a: 'x' }; Object.assign(o, p); show(o.a)")))
                .isEqualTo("open not all members are known");
        assertThat(describe(Programs.of("a.ts", "const o = { a: 'x' }; delete o.a; show(o.a)")))
                .isEqualTo("open not all members are known");
        assertThat(describe(Programs.of("a.ts", "const l = ['x']; l.push('y'); show(l)")))
                .isEqualTo("items 'x' …");
        assertThat(describe(Programs.of("a.ts", "const o = { a: 'x' }; const p = o; p.a = 'z'; show(o.a)")))
                .isEqualTo("open not all members are known");
        assertThat(describe(Programs.of("a.ts", "const o = { l: ['x'] }; const { l } = o; l.push('z'); show(o.l)")))
                .isEqualTo("open not all members are known");
        assertThat(describe(Programs.of("a.ts", "function f(o) { o.a = 'z'; return o } show(f({ a: 'x' }).a)")))
                .isEqualTo("open not all members are known");
        assertThat(describe(Programs.of("a.ts", "const l = []; fill(l); show(l)")))
                .isEqualTo("items  …");
        assertThat(describe(Programs.of("a.ts", "const o = { get a() { return 1 }, b: 2 }; show(o.a)")))
                .isEqualTo("open not all members are known");
        assertThat(describe(Programs.of("a.ts", "for (const a of ['x']) show(a)")))
                .isEqualTo("open `a` is only known when it runs");
        assertThat(describe(Programs.of("a.ts", "try { f() } catch (e) { show(e) }")))
                .isEqualTo("open `e` is only known when it runs");
    }

    @Test
    void an_inner_name_hides_an_outer_one() {
        assertThat(describe(Programs.of("a.ts", "const a = 'out'; function f() { const a = 'in'; show(a) }")))
                .isEqualTo("text in");
        assertThat(describe(Programs.of("a.ts", "const a = 'out'; function f() { { const a = 'in' } show(a) }")))
                .isEqualTo("text out");
        assertThat(describe(Programs.of("a.ts", "const a = 'out'; function f(a) { show(a) }")))
                .isEqualTo("parameter 0 a");
        assertThat(describe(Programs.of("a.ts", "import a from 'p'; const f = (a) => show(a)")))
                .isEqualTo("parameter 0 a");
        assertThat(describe(Programs.of("a.ts", "import a from 'p'; function f() { if (x) { var a = 'v' } show(a) }")))
                .isEqualTo("text v");
        assertThat(describe(Programs.of("a.ts", "const a = 'out'; for (const a in x) { show(a) }")))
                .isEqualTo("open `a` is only known when it runs");
        assertThat(describe(Programs.of("a.ts", "const a = 'out'; f(({ b: { a } }) => show(a))")))
                .isEqualTo("parameter 0 b.a");
        assertThat(describe(Programs.of("a.ts", "const a = 'out'; switch (x) { case 1: const a = 'in'; show(a) }")))
                .isEqualTo("text in");
    }

    @Test
    void imports_are_followed() {
        assertThat(describe(
                        Programs.of("a.ts", "import { B as C } from './b'; show(C)", "b.ts", "export const B = 'b'")))
                .isEqualTo("text b");
        assertThat(describe(Programs.of("a.ts", "import * as b from './b'; show(b.B)", "b.ts", "export const B = 'n'")))
                .isEqualTo("text n");
        assertThat(describe(Programs.of("a.ts", "import b from './b.js'; show(b)", "b.ts", "export default 'd'")))
                .isEqualTo("text d");
        assertThat(describe(Programs.of(
                        "a.ts",
                        "import { y } from './b'; show(y.z)",
                        "b/index.ts",
                        "const x = { z: 'i' }; export { x as y }")))
                .isEqualTo("text i");
        assertThat(describe(Programs.of(
                        "a.ts",
                        "import { x } from './b'; show(x)",
                        "b.ts",
                        "export * from './c'; export * from './d'",
                        "c.ts",
                        "export * from './b'",
                        "d.ts",
                        "export { w as x } from './e'",
                        "e.ts",
                        "export const w = 'through'")))
                .isEqualTo("text through");
        assertThat(describe(Programs.of("a.ts", "import { z } from 'zod'; show(z)")))
                .isEqualTo("external zod z");
        assertThat(describe(Programs.of("a.ts", "import * as z from 'zod'; show(z.object)")))
                .isEqualTo("external zod object");
        assertThat(describe(Programs.of("a.ts", "import z from 'zod'; show(z.object)")))
                .isEqualTo("external zod default.object");
        assertThat(describe(Programs.of("a.ts", "import { z } from './b'; show(z)", "b.ts", "export * from 'zod'")))
                .isEqualTo("external zod z");
        assertThat(describe(Programs.of("a.ts", "import { z } from './gone'; show(z)")))
                .isEqualTo("open there is no module `./gone`");
        assertThat(describe(Programs.of("a.ts", "import { z } from './b'; show(z)", "b.ts", "export const y = 1")))
                .isEqualTo("open `b.ts` does not export `z`");
        assertThat(describe(Programs.of("a.ts", "const { z } = require('./b'); show(z)", "b.js", "exports.z = 'cjs'")))
                .isEqualTo("text cjs");
        assertThat(describe(Programs.of(
                        "a.ts", "const b = require('./b'); show(b.z)", "b.js", "module.exports = { z: 'me' }")))
                .isEqualTo("text me");
        assertThat(describe(Programs.of(
                        "a.ts", "import { z } from './b'; show(z)", "b.js", "module.exports = { z: 'mi' }")))
                .isEqualTo("text mi");
        assertThat(describe(Programs.of(
                        "a.ts", "const { z } = await import('./b'); show(z)", "b.ts", "export const z = 'dynamic'")))
                .isEqualTo("text dynamic");
        assertThat(describe(Programs.of(
                        "a.ts", "import { E } from './b'; show(E.A)", "b.ts", "export enum E { A = 'en' }")))
                .isEqualTo("text en");
    }

    @Test
    void two_modules_that_export_the_same_name_leave_it_open() {
        assertThat(describe(Programs.of(
                        "a.ts",
                        "import { x } from './b'; show(x)",
                        "b.ts",
                        "export * from './c'; export * from './d'",
                        "c.ts",
                        "export const x = 'c'",
                        "d.ts",
                        "export const x = 'd'")))
                .isEqualTo("open several modules export `x`");
    }

    @Test
    void a_parameter_is_what_its_only_call_gives() {
        assertThat(describe(Programs.of("a.ts", "function f(p) { show(p) } f('only')")))
                .isEqualTo("text only");
        assertThat(describe(Programs.of("a.ts", "function f(p) { show(p) } f('same'); f('same')")))
                .isEqualTo("text same");
        assertThat(describe(Programs.of("a.ts", "function f(p) { show(p) } f('one'); f('two')")))
                .isEqualTo("parameter 0 p");
        assertThat(describe(Programs.of("a.ts", "function f(p) { show(p) } f('one'); g(f)")))
                .isEqualTo("parameter 0 p");
        assertThat(describe(Programs.of("a.ts", "function f(x, p = 'default') { show(p) } f(1)")))
                .isEqualTo("text default");
        assertThat(describe(Programs.of("a.ts", "const f = ({ p }) => show(p); f({ p: 'taken' })")))
                .isEqualTo("text taken");
        assertThat(describe(Programs.of("a.ts", "const f = ({ p }) => show(p.q); f(x); f(y)")))
                .isEqualTo("parameter 0 p.q");
        assertThat(describe(Programs.of(
                        "a.ts",
                        "import { Hono } from 'hono';\nimport { register } from './b';\nconst app = new Hono();\nregister(app)",
                        "b.ts",
                        "export function register(api) { show(api) }")))
                .isEqualTo("call Hono 3 3");
        assertThat(describe(Programs.of(
                        "a.ts",
                        "import * as b from './b'; b.register('ns')",
                        "b.ts",
                        "export const register = (api) => { show(api) }")))
                .isEqualTo("text ns");
        assertThat(describe(Programs.of(
                        "a.ts",
                        "import register from './b'; register('def')",
                        "b.ts",
                        "export default function (api) { show(api) }")))
                .isEqualTo("text def");
    }

    @Test
    void a_function_with_a_single_return_is_followed() {
        assertThat(describe(Programs.of("a.ts", "const f = (p) => `/v1${p}`; show(f('/x'))")))
                .isEqualTo("text /v1/x");
        assertThat(describe(Programs.of("a.ts", "const f = (p) => '/' + p; show(f(f('x')))")))
                .isEqualTo("text //x");
        assertThat(describe(Programs.of("a.ts", "function f() { return { a: 'r' } }; show(f().a)")))
                .isEqualTo("text r");
        assertThat(describe(Programs.of("a.ts", "function f() { if (x) return 'a'; return 'b' }; show(f())")))
                .isEqualTo("call f 1 1");
        assertThat(describe(Programs.of("a.ts", "function f() { if (x) { return 'a' } }; show(f())")))
                .isEqualTo("call f 1 1");
        assertThat(describe(Programs.of("a.ts", "function f() {\n return new Hono() }\nconst a = f();\nshow(a)")))
                .isEqualTo("call Hono 2 3");
        assertThat(describe(Programs.of(
                        "a.ts", "function f() {\n const h = new Hono();\n return h }\nconst a = f();\nshow(a)")))
                .isEqualTo("call Hono 2 4");
        assertThat(describe(Programs.of("a.ts", "const guard = (s) =>\n (c) => s;\nconst g = guard('x');\nshow(g)")))
                .isEqualTo("call guard 3 3");
        assertThat(describe(Programs.of("a.ts", "const f = (p) => f(p); show(f('x'))")))
                .isEqualTo("call f 1 1");
    }

    @Test
    void fields_of_classes_are_known_when_nothing_can_assign_them() {
        assertThat(describe(Programs.of("a.ts", "class A { static readonly B = 'sb' } show(A.B)")))
                .isEqualTo("text sb");
        assertThat(describe(Programs.of("a.ts", "class A { private readonly b = 'pb'; m() { show(this.b) } }")))
                .isEqualTo("text pb");
        assertThat(describe(Programs.of("a.ts", "class A { private b = 'pb'; m() { this.b = 'x'; show(this.b) } }")))
                .isEqualTo("open it is assigned when it runs");
        assertThat(describe(Programs.of("a.ts", "class A { b = 'pb'; m() { show(this.b) } }")))
                .isEqualTo("open it may be assigned from outside of its class");
    }

    @Test
    void what_is_defined_by_itself_is_open() {
        assertThat(describe(Programs.of("a.ts", "const a = b; const b = a; show(a)")))
                .startsWith("open it is defined");
        assertThat(describe(Programs.of(
                        "a.ts",
                        "import { b } from './b'; export const a = b; show(a)",
                        "b.ts",
                        "export { a as b } from './a'")))
                .startsWith("open it is defined");
        assertThat(describe(Programs.of(
                        "a.ts",
                        "import { b } from './b'; show(b)",
                        "b.ts",
                        "export { b } from './c'",
                        "c.ts",
                        "export { b } from './b'")))
                .isEqualTo("open modules re-export it from each other");
        assertThat(describe(Programs.of("a.ts", "const a = a.b.c(); show(a)"))).isEqualTo("call a.b.c 1 1");
    }

    @Test
    void a_long_chain_of_names_is_open_whatever_was_asked_before() {
        StringBuilder text = new StringBuilder("const a0 = 'end';\n");
        for (int i = 1; i <= 12; i++)
            text.append("const a").append(i).append(" = a").append(i - 1).append(";\n");
        Programs programs = Programs.of("a.ts", text + "show(a12)");
        assertThat(describe(programs)).isEqualTo("open it is followed through more than 8 names");
        Programs other = Programs.of("a.ts", text + "show(a12, a5)");
        Resolver resolver = other.program().resolver();
        Located arguments = other.shownArgument();
        Located list =
                arguments.at(java.util.Objects.requireNonNull(arguments.node().parent()));
        assertThat(describe(resolver.value(list.at(list.node().children().get(1)))))
                .isEqualTo("text end");
        assertThat(describe(other)).isEqualTo("open it is followed through more than 8 names");
    }

    @Test
    void templates_show_what_is_open() {
        Programs programs = Programs.of("a.ts", "const base = `https://x/${id}`; show(`${base}/v1/` + kind + '/end')");
        assertThat(programs.program().resolver().template(programs.shownArgument()))
                .isEqualTo("https://x/{}/v1/{}/end");
    }
}
