package io.github.assaymark.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.assaymark.model.verdict.Outcome;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CaseFileTest {
    private static final String HEAD = """
            tree: examples/loop
            section: loop/full#new-service-docs
            subject: services/billing
            now: '2026-10-01T12:00:00Z'
            cases:
            """;

    @Test
    void case_is_read_with_all_it_may_say() {
        CaseFile file = CaseFile.parse("cases/docs.yaml", HEAD + """
                  - item: readme
                    name: many changes
                    subject: services/orders
                    now: '2027-01-01T00:00:00Z'
                    files:
                      a.md: { text: "one\\n" }
                      b.md:
                        - { replace: x, by: y }
                        - { append: z }
                      c.md: delete
                      d.md: unreadable
                    params: { brands: [loop, loopbio], connectDocs: , largeFile: '3' }
                    lost: [RepoFile]
                    base: { e.md: delete }
                    expect: UNKNOWN
                    reason: PARTIAL
                    disposition: WAIVED
                    at: a.md:3
                    says: [run, command]
                """);

        assertThat(file.tree()).isEqualTo("examples/loop");
        assertThat(file.section()).isEqualTo("loop/full#new-service-docs");
        ItemCase c = file.cases().get(0);
        assertThat(c.item()).isEqualTo("loop.full.new-service-docs.readme");
        assertThat(c.subject()).isEqualTo("services/orders");
        assertThat(c.now()).isEqualTo(Instant.parse("2027-01-01T00:00:00Z"));
        assertThat(c.edits())
                .containsExactly(
                        new FileEdit.Write("a.md", "one\n"),
                        new FileEdit.Replace("b.md", "x", "y"),
                        new FileEdit.Append("b.md", "z"),
                        new FileEdit.Delete("c.md"),
                        new FileEdit.Unreadable("d.md", "permission denied"));
        assertThat(c.params())
                .containsEntry("brands", List.of("loop", "loopbio"))
                .containsEntry("connectDocs", List.of())
                .containsEntry("largeFile", List.of("3"));
        assertThat(c.lost()).containsExactly("RepoFile");
        assertThat(c.base()).containsExactly(new FileEdit.Delete("e.md"));
        assertThat(c.expected())
                .isEqualTo(new Expectation(
                        Outcome.Kind.UNKNOWN, Outcome.Reason.PARTIAL, "WAIVED", "a.md:3", List.of("run", "command")));
        assertThat(c.place()).isEqualTo("cases/docs.yaml:6");
    }

    @Test
    void comparing_with_the_good_tree_is_not_comparing_with_nothing() {
        CaseFile file = CaseFile.parse("c.yaml", HEAD + """
                  - { item: a, name: with, base: good, expect: PASS }
                  - { item: a, name: without, expect: PASS }
                """);
        assertThat(file.cases().get(0).base()).isEmpty();
        assertThat(file.cases().get(1).base()).isNull();
    }

    @Test
    void unknown_keys_are_refused_with_file_and_line() {
        refused(
                HEAD + "  - item: readme\n    name: x\n    expekt: PASS\n",
                "c.yaml:8: unknown key `expekt`",
                "Maybe one of at, base, disposition, expect,",
                "c.yaml:6: `expect` is missing");
        refused(
                HEAD.replace("tree:", "wood:") + "  - { item: a, name: b, expect: PASS }\n",
                "c.yaml:1: unknown key `wood`");
    }

    @Test
    void every_problem_is_named_at_once() {
        refused(
                HEAD + """
                  - { item: a, name: b, expect: GREEN }
                  - { item: a, name: c, expect: PASS, reason: STALE }
                  - { item: a, name: d, expect: PASS, now: today }
                  - { item: a, name: e, expect: PASS, disposition: EXCUSED }
                  - { item: a, name: f, expect: PASS, files: { x.md: burn } }
                  - { item: a, name: g, expect: PASS, files: { x.md: { replace: a } } }
                  - { item: a, name: h, expect: PASS, base: bad }
                """,
                "c.yaml:6: `expect` is `GREEN`",
                "c.yaml:7: `reason` goes with `expect: UNKNOWN`",
                "c.yaml:8: `now` is `today`",
                "c.yaml:9: `disposition` is `EXCUSED`",
                "c.yaml:10: `burn` is no change of a file",
                "c.yaml:11: one change is wanted",
                "c.yaml:12: `base` is `bad`");
    }

    @Test
    void doubled_keys_and_doubled_cases_are_refused() {
        refused(
                HEAD + "  - item: a\n    item: b\n    name: c\n    expect: PASS\n",
                "c.yaml:7: `item` stands here twice");
        refused(
                HEAD + "  - { item: a, name: b, expect: PASS }\n  - { item: a, name: b, expect: FAIL }\n",
                "c.yaml:7: two cases are called");
    }

    @Test
    void files_that_are_no_cases_are_refused() {
        refused("", "c.yaml:1: the file is empty");
        refused("- a\n", "c.yaml:1: a map is wanted here");
        refused("tree: [a\n", "c.yaml:2: no YAML");
        refused(HEAD.replace("cases:", "cases: []"), "there is no case");
        refused(
                HEAD.replace("loop/full#", "loop-full-") + "  - { item: a, name: b, expect: PASS }\n",
                "Maybe write it as pack/checklist#section");
        assertThatThrownBy(() -> CaseFile.read(Path.of("no-such-file.yaml")))
                .isInstanceOf(CaseException.class)
                .hasMessageContaining("no-such-file.yaml: cannot be read");
    }

    private static void refused(String text, String... messages) {
        assertThatThrownBy(() -> CaseFile.parse("c.yaml", text))
                .isInstanceOf(CaseException.class)
                .hasMessageContainingAll(messages);
    }
}
