package io.github.assaymark.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.model.verdict.Outcome;
import io.github.assaymark.testkit.CaseFile;
import io.github.assaymark.testkit.CaseRunner;
import io.github.assaymark.testkit.ItemCase;
import io.github.assaymark.testkit.Mutant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
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

    /** The reading of "deleting any single supporting fact never leaves PASS" is laid down in docs/adr/0009. */
    @Test
    void pass_never_stays_without_the_evidence_it_needs() {
        List<Mutant> mutants = new ArrayList<>();
        int passing = 0;
        for (Map.Entry<String, List<CaseFile>> tree : cases.byTree().entrySet())
            for (CaseFile file : tree.getValue())
                for (ItemCase c : file.cases())
                    if (c.expected().outcome() == Outcome.Kind.PASS) {
                        mutants.addAll(cases.runner(tree.getKey()).mutate(c));
                        passing++;
                    }
        List<Mutant> singles = mutants.stream()
                .filter(m -> m.taken() == Mutant.Part.FACT || m.taken() == Mutant.Part.SEARCH)
                .toList();
        System.out.println("mutation of " + passing + " passing cases: " + count(singles, m -> m.needed())
                + " facts and searches that nothing can stand in for taken one at a time, PASS left "
                + count(singles, m -> m.needed() && m.fate() != Mutant.Fate.GONE) + " times; "
                + count(singles, m -> !m.needed()) + " that others can stand in for, PASS left "
                + count(singles, m -> !m.needed() && m.fate() != Mutant.Fate.GONE) + " times on others it cites, "
                + count(singles, m -> !m.isFounded()) + " times without; the types it cites unread, PASS left "
                + count(mutants, m -> m.taken() == Mutant.Part.TYPES && m.fate() != Mutant.Fate.GONE)
                + " times; all it cites taken one after the other, PASS left "
                + count(mutants, m -> m.taken() == Mutant.Part.EVERYTHING && m.fate() != Mutant.Fate.GONE)
                + " times (the reading: docs/adr/0009)");
        assertThat(singles).hasSizeGreaterThan(100);
        assertThat(mutants).filteredOn(m -> !m.isFounded()).isEmpty();
        assertThat(mutants)
                .filteredOn(m -> m.taken() == Mutant.Part.TYPES || m.taken() == Mutant.Part.EVERYTHING || m.needed())
                .allMatch(m -> m.fate() == Mutant.Fate.GONE);
    }

    private static long count(List<Mutant> mutants, Predicate<Mutant> counted) {
        return mutants.stream().filter(counted).count();
    }
}
