package io.github.assaymark.facts.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.fact.PartialParse;
import io.github.assaymark.model.fact.Unreadable;
import io.github.assaymark.model.fact.Unresolved;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SourceExtractorTest {
    @BeforeEach
    void probe() {
        ProbeExtractor.on = true;
    }

    @AfterEach
    void stop() {
        ProbeExtractor.on = false;
    }

    private static String gaps(Coverage coverage) {
        StringBuilder text = new StringBuilder(coverage.status() + " " + coverage.matched() + " " + coverage.failed());
        for (Coverage.Gap gap : coverage.gaps())
            text.append("; ")
                    .append(gap.path())
                    .append(':')
                    .append(gap.line())
                    .append(' ')
                    .append(gap.reason());
        return text.toString();
    }

    @Test
    void what_stays_open_is_a_fact_and_a_gap() {
        SourceFixture fixture = SourceFixture.of("src/a.ts", "f('x');\n\n  g(a ? 'b' : 'c');\n");
        Unresolved open = fixture.only(Unresolved.class);
        assertThat(open.key()).isEqualTo("src/a.ts#argument");
        assertThat(open.expression()).isEqualTo("a ? 'b' : 'c'");
        assertThat(open.reason()).isEqualTo("it depends on a condition");
        assertThat(open.factTypes()).containsExactly("Probed");
        assertThat(open.provenance().place())
                .hasToString("File[commit=null, path=src/a.ts, startLine=3, startColumn=5,"
                        + " endLine=3, endColumn=18, blob=null]");
        assertThat(gaps(fixture.coverage("probe", Probed.class, "")))
                .isEqualTo("PARTIAL 1 1; src/a.ts:3 it depends on a condition");
        assertThat(gaps(fixture.coverage("probe", Unresolved.class, ""))).isEqualTo("COMPLETE 1 0");
    }

    @Test
    void damaged_files_make_the_coverage_partial() {
        SourceFixture fixture = SourceFixture.of("src/a.ts", "const a = 1;\nconst = = ;\nf(a)\n", "src/b.ts", "f(2)\n");
        PartialParse partial = fixture.only(PartialParse.class);
        assertThat(partial.path()).isEqualTo("src/a.ts");
        assertThat(partial.reason()).isEqualTo("the syntax is not understood here");
        assertThat(gaps(fixture.coverage("probe", Probed.class, "")))
                .isEqualTo("PARTIAL 2 1; src/a.ts:2 the syntax is not understood here");
        assertThat(gaps(fixture.coverage("source-syntax", PartialParse.class, "")))
                .isEqualTo("COMPLETE 2 0");
        assertThat(fixture.facts(Probed.class)).hasSize(3);
    }

    @Test
    void refused_files_are_unreadable() {
        SourceFixture fixture = SourceFixture.of("src/a.ts", "x\0y", "src/b.ts", "f(2)\n");
        assertThat(fixture.facts(Unreadable.class).stream().map(Unreadable::path))
                .containsExactly("src/a.ts");
        assertThat(gaps(fixture.coverage("probe", Probed.class, ""))).startsWith("PARTIAL 2 1; src/a.ts:0 ");
    }

    @Test
    void tests_templates_copies_and_minified_files_give_no_production_facts() {
        SourceFixture fixture = SourceFixture.of(
                "services/one/service.yaml",
                "name: one\n",
                "services/one/src/a.ts",
                "f(1)\n",
                "services/one/src/a.test.ts",
                "f(2)\n",
                "services/one/dist/a.js",
                "f(3)\n",
                "services/one/node_modules/x/index.js",
                "f(4)\n",
                "services/one/src/bundle.js",
                "f(5);".repeat(2000),
                "services/one/src/App.vue",
                "<script>f(6)</script>\n",
                "services/_template/src/a.ts",
                "f(7)\n");
        assertThat(fixture.facts(Probed.class).stream()
                        .map(Probed::said)
                        .toList()
                        .toString())
                .contains("f of null", "raw=1]", "raw=2]")
                .doesNotContain("raw=3]", "raw=4]", "raw=5]", "raw=6]", "raw=7]");
        assertThat(gaps(fixture.coverage("probe", Probed.class, "services/one")))
                .isEqualTo("COMPLETE 2 0");
    }

    private static List<Fact> run(Programs programs, BiConsumer<Program, FactSink> work) {
        SourceExtractor extractor = new SourceExtractor("made", 1, List.of(Probed.class)) {
            @Override
            protected void extract(Program program, FactSink facts) {
                work.accept(program, facts);
            }
        };
        List<Fact> facts = new ArrayList<>();
        extractor.extract(programs.context(), facts::add);
        return facts;
    }

    @Test
    void a_failure_on_one_module_costs_that_module() {
        List<Fact> facts = run(Programs.of("a.ts", "f(1)", "b.ts", "f(2)"), (program, sink) -> {
            sink.each(program.modules(), module -> {
                if (module.path().equals("a.ts")) throw new IllegalStateException("slip");
                sink.fact(new Probed(
                        sink.key("k"), "", sink.place(module.at(module.tree().root())), "ok"));
            });
        });
        assertThat(facts.stream().filter(Probed.class::isInstance)).hasSize(1);
        assertThat(facts.stream().filter(Coverage.class::isInstance).map(fact -> gaps((Coverage) fact)))
                .containsOnly("PARTIAL 2 1; a.ts:0 the extractor failed on it: IllegalStateException");
    }

    @Test
    void a_failure_elsewhere_costs_the_owner() {
        List<Fact> facts = run(Programs.of("a.ts", "f(1)"), (program, sink) -> {
            sink.fact(new Probed(
                    "k",
                    "",
                    sink.place(program.modules()
                            .get(0)
                            .at(program.modules().get(0).tree().root())),
                    "x"));
            throw new IllegalStateException("slip");
        });
        assertThat(facts).hasSize(2).allMatch(Coverage.class::isInstance);
        assertThat(gaps((Coverage) facts.get(0)))
                .isEqualTo("FAILED 0 0; :0 the extractor failed on this owner: IllegalStateException: slip");
    }

    @Test
    void facts_that_are_not_promised_are_a_mistake() {
        List<Fact> facts = run(Programs.of("a.ts", "f(1)"), (program, sink) -> {
            Located at =
                    program.modules().get(0).at(program.modules().get(0).tree().root());
            sink.fact(new PartialParse("k", "", sink.place(at), "a.ts", "x"));
        });
        assertThat(facts.toString())
                .contains("extractor `made` does not promise PartialParse"
                        + "\n  Maybe add it to the fact types given to its constructor");
    }

    @Test
    void keys_are_numbered() {
        run(
                Programs.of("a.ts", ""),
                (program, sink) -> assertThat(List.of(sink.key("a"), sink.key("a"), sink.key("b"), sink.key("a")))
                        .containsExactly("a", "a#2", "b", "a#3"));
    }
}
