package io.github.assaymark.facts.typescript;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.facts.syntax.SyntaxTree;
import io.github.assaymark.facts.syntax.SyntaxTree.Status;
import io.github.assaymark.model.extract.Limits;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Files made to harm a parser. They end by the budget of steps, never by time: see {@link Fuel}. */
final class HostileFileTest {
    private static final int MANY = 100_000;
    private static final Limits PATIENT = new Limits(16 << 20, 400, 1, Duration.ofHours(1));

    @TestFactory
    Stream<DynamicTest> no_file_harms_the_parser() {
        List<String> parts = new ArrayList<>(List.of(
                "(",
                "[",
                "{",
                "<",
                "a<",
                "a<b,",
                "((a",
                "x=>",
                "x=>{",
                "a?b:",
                "a?(b):c=>",
                "a?(b:",
                "(a,",
                "(a=",
                "({a=",
                "[a=",
                "`${",
                "<a>",
                "<a b={",
                "<a b=<",
                "<>",
                "!",
                "-",
                "typeof ",
                "await ",
                "new ",
                "a.b.",
                "a?.",
                "a(",
                "a[",
                "a**",
                "a=",
                "a+",
                "async (",
                "async x=>",
                "async <T>(",
                "<T>(a=",
                "<T,>(a=",
                "x<{a:",
                "x<[",
                "x<(",
                "x<y|",
                "if(a)",
                "if(a){}else ",
                "for(;;)",
                "while(a)",
                "do ",
                "try{",
                "switch(a){case ",
                "l:",
                "class A{a(){",
                "class extends ",
                "@a ",
                "@(",
                "function(",
                "function*(){yield ",
                "enum A{",
                "namespace A{",
                "namespace A.",
                "import{",
                "export{",
                "export default ",
                "type A=B<",
                "type A={a:",
                "type A=(a:",
                "type A=[",
                "type A=B extends ",
                "type A=B extends infer C extends ",
                "type A=`${",
                "type A=keyof ",
                "type A=new()=>",
                "interface A{a(",
                "let[",
                "let{a:",
                "var a:",
                "=/[",
                "/ ",
                "/*",
                "'",
                "\"",
                "`",
                "\\",
                "\\u{",
                "#",
                "@",
                "\u2028",
                "\u00a0",
                "1e",
                "0x",
                "...",
                "=>",
                "}",
                "]",
                ")",
                "</",
                "/>",
                "<!--",
                "&",
                "<<<<<<< a\n",
                "=======\n",
                "\n",
                "\r",
                ";",
                ",",
                "a ",
                "a\n",
                "const ",
                "case ",
                "default ",
                "x<y>",
                "x<y>(",
                "a as ",
                "a satisfies ",
                "<a",
                "<a>{",
                "<a.b",
                "<a:b",
                "a<b>c",
                "(a):",
                "(a)=>",
                "(a):b=>",
                "(a?:",
                "a??",
                "a||b&&",
                "\uD83D\uDE00",
                "using a",
                "{a:{",
                "{get a(){",
                "{[",
                "a?b?",
                "(()=>",
                "()=>{",
                "(<",
                "<T>",
                "a!",
                "a:?",
                "let a:?",
                "export default @",
                "class A extends class ",
                "declare declare ",
                "a`",
                "a``",
                "a`${b}`",
                "import('",
                "import(",
                "{async *",
                "@a class{",
                "static{",
                "declare ",
                "abstract class A{",
                "export import a=",
                "a<(b)=>",
                "x<typeof ",
                "x<import(",
                "asserts a is "));
        return parts.stream()
                .map(part -> DynamicTest.dynamicTest(part.strip() + " " + parts.indexOf(part), () -> {
                    for (String path : List.of("a.ts", "a.tsx", "a.js")) {
                        SyntaxTree tree = parse(path, part.repeat(MANY / part.length()));
                        if (tree.status() == Status.REFUSED)
                            assertThat(tree.refusal())
                                    .containsAnyOf(
                                            "it nests deeper than 400 levels",
                                            "too many steps",
                                            "deeper than 1600 levels");
                    }
                }));
    }

    @Test
    void deep_nesting_is_refused() {
        for (String part : List.of("(", "[", "a(", "!", "x=>", "`${", "<a>", "{a:", "a?b:", "new ", "a="))
            assertThat(parse("a.tsx", "x=" + part.repeat(MANY)).refusal())
                    .as(part)
                    .contains("deeper than");
        assertThat(parse("a.ts", "x=" + "a.b".repeat(3) + ".c".repeat(MANY)).refusal())
                .isEqualTo("its parts nest deeper than 1600 levels");
    }

    @Test
    void a_long_line_is_read() {
        String line = "app.get('/one', (c) => c.json({ two: [3, `four${five}`] })); ";
        SyntaxTree tree = parse("a.ts", line.repeat((2 << 20) / line.length()));
        assertThat(tree.status()).isEqualTo(Status.COMPLETE);
        assertThat(tree.root().children()).hasSize((2 << 20) / line.length());
        assertThat(tree.root().children().get(30_000).column()).isEqualTo(30_000 * line.length() + 1);
    }

    @Test
    void damage_that_repeats_is_told_in_a_bounded_number_of_ranges() {
        SyntaxTree tree = parse("a.ts", "const = 1;\nok();\n".repeat(MANY / 10));
        assertThat(tree.status()).isEqualTo(Status.PARTIAL);
        assertThat(tree.damaged()).hasSizeLessThanOrEqualTo(1000);
        assertThat(tree.damaged().get(tree.damaged().size() - 1).endLine()).isGreaterThan(MANY / 10);
    }

    @Test
    void what_is_not_closed_ends_with_the_file() {
        for (String text : List.of(
                "'a",
                "\"a",
                "`a",
                "`a${b",
                "/* a",
                "a(",
                "a[",
                "{",
                "class A {",
                "<a>",
                "<a b='",
                "x = {",
                "/a",
                "\\u{"))
            assertThat(parse("a.tsx", "ok();\n" + text).status()).as(text).isEqualTo(Status.PARTIAL);
    }

    @Test
    void a_caller_with_a_small_stack_gets_the_same_tree() throws InterruptedException {
        String deep = "(".repeat(350) + "1" + ")".repeat(350);
        List<Status> seen = new ArrayList<>();
        Thread thread = new Thread(null, () -> seen.add(parse("a.ts", deep).status()), "small", 1 << 16);
        thread.start();
        thread.join();
        assertThat(seen).containsExactly(Status.COMPLETE);
    }

    @Test
    void a_file_that_takes_too_long_is_refused() {
        Limits hasty = new Limits(16 << 20, 400, 1, Duration.ZERO);
        byte[] bytes = "one(2);\n".repeat(MANY).getBytes(StandardCharsets.UTF_8);
        assertThat(new TypeScriptBackend().parse("a.ts", bytes, hasty).refusal())
                .isEqualTo("it takes longer to read than 0 ms");
    }

    private static SyntaxTree parse(String path, String text) {
        return new TypeScriptBackend().parse(path, text.getBytes(StandardCharsets.UTF_8), PATIENT);
    }
}
