package io.github.assaymark.dsl.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.assaymark.dsl.ChecklistCompiler;
import io.github.assaymark.model.rule.PackException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HostileTextTest {
    private static final ChecklistCompiler COMPILER = ChecklistCompiler.with(HardFacts.catalogue());
    private static final String BEFORE = """
            checklist('a/b') {
                title 'T'; judges Service
                section('s', 'S') { item('i') { title 'I'
                    some Route where {""";

    @TempDir
    private Path directory;

    static List<String> expressions() {
        return Resources.text("hostile-expressions.txt")
                .lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .toList();
    }

    static List<String> files() {
        return Stream.of(Resources.text("hostile-files.txt").split("\n---\n", -1))
                .skip(1)
                .map(String::stripTrailing)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void an_expression_that_is_not_of_the_language_is_refused_at_its_place(String expression) {
        PackException refused = refused(BEFORE + marked(expression) + " }\n}\n}\n}\n");
        assertThat(refused.problems().get(0)).startsWith("hostile.groovy:4:");
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_file_that_is_no_checklist_is_refused_at_its_place(String file) {
        assertThat(refused(marked(file)).problems().get(0)).containsPattern("^hostile\\.groovy:\\d+:\\d+: ");
    }

    @Test
    void every_refusal_says_what_and_where() {
        StringBuilder golden = new StringBuilder();
        for (String expression : expressions()) golden.append(shown(refused(BEFORE + expression + " }\n}\n}\n}\n")));
        for (String file : files()) golden.append(shown(refused(file)));
        Golden.check("hostile.expected", golden.toString());
    }

    @Test
    void generated_hostile_text_is_refused_and_never_crashes() {
        List<String> pieces = new ArrayList<>(expressions());
        pieces.addAll(
                List.of("&&", "||", "(", ")", "{", "}", "[", "]", "==", "'", "\"", "$", ".", "in", "\\", "#", "@"));
        Random random = new Random(20261122);
        for (int i = 0; i < 100; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = 2 + random.nextInt(4); n > 0; n--)
                text.append(pieces.get(random.nextInt(pieces.size()))).append(random.nextBoolean() ? " " : "");
            refused(BEFORE + marked(text.toString()) + " }\n}\n}\n}\n");
        }
    }

    static List<Arguments> slow() {
        return List.of(
                Arguments.of("in next to &&", "route.key in ['a','b'] && ".repeat(200) + "route.open"),
                Arguments.of("assignments", "a=".repeat(200)),
                Arguments.of("comparisons without end", "a<b".repeat(2_000)),
                Arguments.of("comparisons over lines", "a<b\n".repeat(5_000)),
                Arguments.of("nested parentheses", "(".repeat(800) + "a" + ")".repeat(800)),
                Arguments.of("calls of calls", "(a)".repeat(15_000)),
                Arguments.of("calls of calls over lines", "(a)(a)(a)(a)(a)(a)(a)(a)(a)(a)\n".repeat(1_500)),
                Arguments.of("calls of calls in brackets", "[" + "(a)(a)(a)(a)(a)(a)(a)(a)\n".repeat(1_500) + "]"),
                Arguments.of("shifts", "title <<=require ".repeat(74)),
                Arguments.of("negations", "!".repeat(60_000) + "route.open"),
                Arguments.of("negations over lines", "!\n".repeat(20_000) + "route.open"),
                Arguments.of("property chain", "route" + ".key".repeat(30_000)),
                Arguments.of("property chain over lines", "route" + "\n.key".repeat(3_000)),
                Arguments.of("conjuncts on one line", "route.open && ".repeat(6_000) + "route.open"),
                Arguments.of("sums", "route.order + ".repeat(25) + "\n + route.order".repeat(3_000) + " == 1"),
                Arguments.of("too many bytes", "// " + "x".repeat(200_000)),
                Arguments.of("commands", "a b ".repeat(2_000)),
                Arguments.of("control character", "route.open \u0000"),
                Arguments.of("bidirectional override", "route.open // \u202e"),
                Arguments.of("zero width space", "route.\u200bopen"),
                Arguments.of("byte order mark", "\ufeffroute.open"),
                Arguments.of("no-break space", "route.open\u00a0"),
                Arguments.of("private use", "route.key == '\ue000'"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("slow")
    void a_shape_that_makes_the_parser_slow_never_reaches_it(String name, String text) {
        SourceText source = new SourceText("hostile.groovy", 0, BEFORE + text + " }\n}\n}\n}\n");
        String seen = "";
        try {
            assertThat(new TopLevel(source).statements()).as(name).isNotEmpty();
            seen = source.parsed();
        } catch (Refusal refusal) {
            assertThat(refusal).hasMessageStartingWith("hostile.groovy:");
        }
        assertThat(seen.replaceAll("\\s+", "")).as(name).hasSizeLessThan(80);
        refused(source.text());
    }

    @Test
    void behind_the_recogniser_the_tree_accepts_names_properties_and_calls_only() {
        StringBuilder accepted = new StringBuilder();
        for (String expression : expressions())
            if (treeAccepts(BEFORE + expression + " }\n}\n}\n}\n"))
                accepted.append(expression).append('\n');
        for (String file : files())
            if (file.length() < 40 && !file.contains("a<b") && !file.contains("a=a") && treeAccepts(file))
                accepted.append("---\n").append(file).append('\n');
        Golden.check("tree-accepts.expected", accepted.toString());
    }

    private boolean treeAccepts(String text) {
        try {
            GroovyParser.parse(new SourceText("hostile.groovy", 0, marked(text)));
            return true;
        } catch (Refusal refusal) {
            assertThat(refusal).hasMessageStartingWith("hostile.groovy:");
            return false;
        } finally {
            assertThat(Files.exists(directory.resolve("marker"))).as(text).isFalse();
        }
    }

    @Test
    void many_conjuncts_over_many_lines_are_fine() {
        String text = BEFORE + "route.open &&\n".repeat(1_500) + "route.open }\n}\n}\n}\n";
        assertThat(COMPILER.compile("long.groovy", text).items()).hasSize(1);
    }

    private PackException refused(String text) {
        PackException refused =
                catchThrowableOfType(PackException.class, () -> COMPILER.compile("hostile.groovy", text));
        assertThat(refused).as(text).isNotNull();
        assertThat(refused.problems()).isNotEmpty();
        assertThat(Files.exists(directory.resolve("marker"))).as(text).isFalse();
        return refused;
    }

    private String marked(String text) {
        return text.replace("MARKER", directory.resolve("marker").toString());
    }

    private static String shown(PackException refused) {
        return String.join("\n", refused.problems()) + "\n\n";
    }
}
