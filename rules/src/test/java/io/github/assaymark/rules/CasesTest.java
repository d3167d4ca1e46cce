package io.github.assaymark.rules;

import io.github.assaymark.testkit.CaseFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Every case of every shipped item, on the live session. {@code -Dcases=matter} runs those of one directory below
 * {@code cases} only; so do the other two tests of cases.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CasesTest {
    private Cases cases = Cases.read();

    @BeforeAll
    void read() {
        cases = Cases.read();
    }

    @AfterAll
    void close() {
        cases.close();
    }

    @TestFactory
    Stream<DynamicContainer> case_leads_to_the_expected_verdict_and_leaves_no_trace() {
        return cases.byTree().entrySet().stream()
                .flatMap(tree -> tree.getValue().stream().map(file -> container(tree.getKey(), file)));
    }

    private DynamicContainer container(String tree, CaseFile file) {
        return DynamicContainer.dynamicContainer(
                file.section(),
                file.cases().stream()
                        .map(c -> DynamicTest.dynamicTest(
                                c.toString(), () -> cases.runner(tree).run(c).orThrow())));
    }
}
