package io.github.assaymark.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.model.verdict.Outcome;
import io.github.assaymark.testkit.CaseFile;
import io.github.assaymark.testkit.CaseRunner;
import io.github.assaymark.testkit.ItemCase;
import io.github.assaymark.testkit.Mutant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Every case of every shipped item, on the live session and in part judged anew. {@code -Dcases=matter} runs those of
 * one directory below {@code cases} only.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CasesTest {
    /** One case in so many is judged anew as well. */
    private static final int SAMPLE = 9;

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

    @Test
    void judging_anew_gives_what_the_live_session_gives() {
        List<String> differences = new ArrayList<>();
        int compared = 0;
        for (Map.Entry<String, List<CaseFile>> tree : cases.byTree().entrySet()) {
            CaseRunner runner = cases.runner(tree.getKey());
            List<ItemCase> all =
                    tree.getValue().stream().flatMap(f -> f.cases().stream()).toList();
            for (int i = 0; i < all.size(); i += SAMPLE) {
                differences.addAll(runner.differencesFromScratch(all.get(i)));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(20);
        assertThat(differences).isEmpty();
    }

    @Test
    void pass_never_stays_without_the_evidence_it_cited() {
        List<Mutant> mutants = new ArrayList<>();
        for (Map.Entry<String, List<CaseFile>> tree : cases.byTree().entrySet())
            for (CaseFile file : tree.getValue())
                for (ItemCase c : file.cases())
                    if (c.expected().outcome() == Outcome.Kind.PASS
                            && (c.base() == null || c.base().isEmpty()))
                        mutants.addAll(cases.runner(tree.getKey()).mutate(c));
        Map<Mutant.Fate, Long> fates = new EnumMap<>(Mutant.Fate.class);
        mutants.forEach(m -> fates.merge(m.fate(), 1L, Long::sum));
        System.out.println("mutation: " + mutants.size() + " pieces of evidence taken from passing cases: "
                + fates.getOrDefault(Mutant.Fate.GONE, 0L) + " times the PASS is gone, "
                + fates.getOrDefault(Mutant.Fate.ON_OTHER_EVIDENCE, 0L) + " times it rests on other cited evidence, "
                + fates.getOrDefault(Mutant.Fate.UNFOUNDED, 0L) + " times it stayed without any");
        assertThat(mutants).hasSizeGreaterThan(100);
        assertThat(mutants).filteredOn(m -> m.fate() == Mutant.Fate.UNFOUNDED).isEmpty();
    }
}
