package io.github.assaymark.facts.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.facts.syntax.SyntaxKind;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CalleeTest {
    private static String describe(Programs programs) {
        return describe(programs.callee());
    }

    private static String describe(Callee callee) {
        Located declaration = callee.declaration();
        return callee.name() + " of " + callee.module()
                + (declaration == null
                        ? ""
                        : " at " + declaration.module().path() + ":"
                                + declaration.node().line());
    }

    @Test
    void globals_and_locals_have_no_module() {
        assertThat(describe(Programs.of("a.ts", "show(fetch('x'))"))).isEqualTo("fetch of null");
        assertThat(describe(Programs.of("a.ts", "show(a?.b!.c['d'](1))"))).isEqualTo("a.b.c.d of null");
        assertThat(describe(Programs.of("a.ts", "show(this.mailer.send())"))).isEqualTo("this.mailer.send of null");
        assertThat(describe(Programs.of("a.ts", "\nfunction f() {} show(f())"))).isEqualTo("f of null at a.ts:2");
        assertThat(describe(Programs.of("a.ts", "show(a[i]())"))).isEqualTo(" of null");
        assertThat(describe(Programs.of("a.ts", "show('x'.trim())"))).isEqualTo(" of null");
        assertThat(describe(Programs.of("a.ts", "show(db.select().from(t))"))).isEqualTo("db.select().from of null");
        assertThat(describe(Programs.of("a.ts", "show(new Hono().get('/'))"))).isEqualTo("new Hono().get of null");
        assertThat(describe(Programs.of("a.ts", "show(import.meta.glob('x'))"))).isEqualTo("import.meta.glob of null");
    }

    @Test
    void import_aliases_are_undone() {
        assertThat(describe(Programs.of("a.ts", "import { send as s } from 'mailer'; show(s())")))
                .isEqualTo("send of mailer");
        assertThat(describe(Programs.of("a.ts", "import * as m from 'mailer'; show(m.send())")))
                .isEqualTo("m.send of mailer");
        assertThat(describe(Programs.of("a.ts", "import Stripe from 'stripe'; show(new Stripe('k'))")))
                .isEqualTo("Stripe of stripe");
        assertThat(describe(Programs.of(
                        "a.ts", "import { send as s } from './m'; show(s())", "m.ts", "\nexport function send() {}")))
                .isEqualTo("send of m.ts at m.ts:2");
        assertThat(describe(Programs.of(
                        "a.ts",
                        "import { deliver as d } from './index'; show(d())",
                        "index.ts",
                        "export { send as deliver } from './m'",
                        "m.ts",
                        "export const send = () => {}")))
                .isEqualTo("send of m.ts at m.ts:1");
        assertThat(describe(Programs.of(
                        "a.ts",
                        "import anything from './m'; show(anything())",
                        "m.ts",
                        "export default function real() {}")))
                .isEqualTo("real of m.ts at m.ts:1");
        assertThat(describe(Programs.of(
                        "a.ts", "import { z } from './b'; show(z.object())", "b.ts", "export { z } from 'zod'")))
                .isEqualTo("z.object of zod");
        assertThat(describe(Programs.of(
                        "a.ts", "import { log } from './b'; show(log.info('x'))", "b.ts", "export const log = pino()")))
                .isEqualTo("log.info of b.ts");
        assertThat(describe(Programs.of("a.ts", "import { x } from './gone'; show(x())")))
                .isEqualTo("x of ./gone");
    }

    @Test
    void constants_that_only_rename_are_undone() {
        assertThat(describe(Programs.of("a.ts", "const f = fetch; show(f())"))).isEqualTo("fetch of null");
        assertThat(describe(Programs.of("a.ts", "const { create: c } = stripe.charges; show(c())")))
                .isEqualTo("stripe.charges.create of null");
        assertThat(describe(
                        Programs.of("a.ts", "import s from 'stripe'; const { charges } = s; show(charges.create())")))
                .isEqualTo("s.charges.create of stripe");
        assertThat(describe(Programs.of("a.ts", "const { readFile: r } = require('fs'); show(r())")))
                .isEqualTo("readFile of fs");
        assertThat(describe(Programs.of("a.ts", "const fs = require('fs'); show(fs.readFile())")))
                .isEqualTo("readFile of fs");
        assertThat(describe(Programs.of("a.ts", "const log = make().child(); show(log.info())")))
                .isEqualTo("log.info of null");
        assertThat(describe(Programs.of("a.ts", "let f = fetch; f = other; show(f())")))
                .isEqualTo("f of null");
        assertThat(describe(Programs.of("a.ts", "const a = b; const b = a; show(a())")))
                .endsWith(" of null");
    }

    @Test
    void a_name_inside_hides_an_import() {
        assertThat(describe(Programs.of("a.ts", "import { send } from 'mailer'; function f(send) { show(send()) }")))
                .isEqualTo("send of null");
    }

    @Test
    void methods_are_found_in_their_classes() {
        assertThat(describe(Programs.of("a.ts", "class A {\n m() {}\n n() { show(this.m()) } }")))
                .isEqualTo("this.m of null at a.ts:2");
        assertThat(describe(Programs.of("a.ts", "class P {\n m() {} }\nclass A extends P { n() { show(this.m()) } }")))
                .isEqualTo("this.m of null at a.ts:2");
        assertThat(describe(Programs.of("a.ts", "class P {\n m() {} }\nclass A extends P { m() { show(super.m()) } }")))
                .isEqualTo("super.m of null at a.ts:2");
        assertThat(describe(Programs.of(
                        "a.ts",
                        "import { A } from './b'; const a = new A(); show(a.m())",
                        "b.ts",
                        "export class A {\n m() {} }")))
                .isEqualTo("a.m of null at b.ts:2");
        assertThat(describe(Programs.of("a.ts", "class A {\n static m() {} }\n show(A.m())")))
                .isEqualTo("A.m of null at a.ts:2");
        assertThat(describe(Programs.of("a.ts", "const o = {\n m() {} };\n show(o.m())")))
                .isEqualTo("o.m of null at a.ts:2");
    }

    @Test
    void decorators_are_called_too() {
        Programs programs = Programs.of(
                "a.ts", "import { Get as G } from '@nestjs/common'; class A { @G('x') m() {} @Plain n() {} }");
        Resolver resolver = programs.program().resolver();
        assertThat(programs.module("a.ts").all(SyntaxKind.DECORATOR).stream()
                        .map(decorator -> describe(resolver.callee(decorator))
                                + resolver.arguments(decorator).items().size()))
                .containsExactly("Get of @nestjs/common1", "Plain of null0");
    }

    @Test
    void calls_of_a_function_are_found_wherever_it_is_imported() {
        Programs programs = Programs.of(
                "a.ts",
                "export function f() {}\nf();\nfunction g(f) { f() }",
                "b.ts",
                "import { f as h } from './a';\nh();\nconst x = h",
                "c.ts",
                "import * as a from './a';\na.f();",
                "d.ts",
                "export * from './a'",
                "e.ts",
                "import { f } from './d';\nf?.();");
        Located function =
                programs.module("a.ts").all(SyntaxKind.FUNCTION_DECLARATION).get(0);
        assertThat(programs.program().callSites(function).stream()
                        .map(call -> call.module().path() + ":" + call.node().line())
                        .collect(Collectors.joining(" ")))
                .isEqualTo("a.ts:2 b.ts:2 c.ts:2 e.ts:2");
    }

    @Test
    void calls_of_a_method_are_those_known_to_be_it() {
        Programs programs = Programs.of(
                "a.ts",
                "export class A { m() {} n() {\n this.m() } }\nclass B { m() {} }",
                "b.ts",
                "import { A } from './a';\nnew A().m();\nother.m()");
        Located method =
                programs.module("a.ts").all(SyntaxKind.METHOD_DEFINITION).get(0);
        assertThat(programs.program().callSites(method).stream()
                        .map(call -> call.module().path() + ":" + call.node().line())
                        .collect(Collectors.joining(" ")))
                .isEqualTo("a.ts:2 b.ts:2");
    }

    @Test
    void names_lead_to_what_declares_them() {
        Programs programs = Programs.of(
                "a.ts", "import { b as c } from './b'; show(c)", "b.ts", "\nconst x = 1;\nexport { x as b }");
        Located declaration = programs.program().resolver().declaration(programs.shownArgument());
        assertThat(String.valueOf(declaration)).isEqualTo("b.ts:2:7 variable_declarator");
        Programs outside = Programs.of("a.ts", "import { b } from 'b'; show(b)");
        assertThat(outside.program().resolver().declaration(outside.shownArgument()))
                .isNull();
    }
}
