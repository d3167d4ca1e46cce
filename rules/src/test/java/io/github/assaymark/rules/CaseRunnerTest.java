package io.github.assaymark.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.assaymark.core.Assay;
import io.github.assaymark.model.rule.Pack;
import io.github.assaymark.testkit.CaseException;
import io.github.assaymark.testkit.CaseFile;
import io.github.assaymark.testkit.CaseResult;
import io.github.assaymark.testkit.CaseRunner;
import io.github.assaymark.testkit.ItemCase;
import io.github.assaymark.testkit.Mutant;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the runner says of cases that do not hold. */
@SuppressWarnings("NullAway.Init") // set before each test
final class CaseRunnerTest {
    private static final Instant NOW = Instant.parse("2026-10-01T12:00:00Z");

    private CaseRunner runner;

    @BeforeEach
    void open() {
        runner = CaseRunner.on(Path.of("../examples/loop"), NOW, Assay.with(Pack.load("starter")));
    }

    @AfterEach
    void close() {
        runner.close();
    }

    @Test
    void every_difference_is_named_with_the_explanation() {
        CaseResult result = runner.run(licence(
                "files: { LICENSE: delete }", "expect: PASS, disposition: WAIVED, at: LICENSE, says: [copyleft]"));
        assertThat(result.passed()).isFalse();
        assertThat(result.differences())
                .contains("outcome: expected PASS, is FAIL", "disposition: expected WAIVED, is NONE")
                .anyMatch(d -> d.startsWith("place: expected LICENSE, the explanation names"))
                .contains("the explanation does not say `copyleft`");
        assertThatThrownBy(result::orThrow)
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("c.yaml:6: starter.service.documents.licence", "LICENSE");
    }

    @Test
    void change_is_taken_back_after_each_case() {
        assertThat(runner.run(licence("files: { LICENSE: delete }", "expect: FAIL"))
                        .differences())
                .isEmpty();
        assertThat(runner.run(licence("lost: []", "expect: PASS")).differences())
                .isEmpty();
    }

    @Test
    void live_session_and_judging_anew_agree() {
        ItemCase deleted = licence("files: { LICENSE: delete, services/: delete }", "expect: FAIL");
        assertThat(runner.runFromScratch(deleted).differences()).isEmpty();
        assertThat(runner.differencesFromScratch(deleted)).isEmpty();
    }

    @Test
    void pass_without_its_fact_is_gone() {
        assertThat(runner.mutate(licence("lost: []", "expect: PASS")))
                .hasSize(3)
                .allMatch(m -> m.fate() == Mutant.Fate.GONE);
        assertThatThrownBy(() -> runner.mutate(licence("files: { LICENSE: delete }", "expect: FAIL")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("does not pass");
    }

    @Test
    void change_that_does_not_fit_the_tree_is_refused() {
        for (String edit : new String[] {
            "LICENSE: { replace: 'not in it', by: x }",
            "LICENSE: { replace: e, by: x }",
            "NOWHERE: delete",
            "NOWHERE: { append: x }"
        })
            assertThatThrownBy(() -> runner.run(licence("files: { " + edit + " }", "expect: PASS")))
                    .isInstanceOf(CaseException.class)
                    .hasMessageStartingWith("c.yaml:6: ")
                    .hasMessageContaining("Maybe the good tree was changed");
    }

    @Test
    void item_or_subject_that_does_not_exist_is_a_difference() {
        assertThat(runner.run(one("item: license, name: a, expect: PASS")).differences())
                .containsExactly("no pack has an item starter.service.documents.license");
        assertThat(runner.run(one("item: licence, name: a, subject: services/billing, expect: PASS"))
                        .differences())
                .containsExactly("no verdict on `services/billing`, only on []");
    }

    private static ItemCase licence(String change, String expectation) {
        return one("item: licence, name: a, " + change + ", " + expectation);
    }

    private static ItemCase one(String body) {
        return CaseFile.parse("c.yaml", """
                        tree: examples/loop
                        section: starter/service#documents
                        subject: ''
                        now: '2026-10-01T12:00:00Z'
                        cases:
                        """ + "  - { " + body + " }\n").cases().get(0);
    }
}
