package io.github.assaymark.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.model.verdict.Outcome;
import io.github.assaymark.testkit.CaseFile;
import io.github.assaymark.testkit.ItemCase;
import io.github.assaymark.testkit.Mutant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every passing case, with the evidence taken away that it passes on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CasesMutationTest {
    private Cases cases = Cases.read();

    @BeforeAll
    void read() {
        cases = Cases.read();
    }

    @AfterAll
    void close() {
        cases.close();
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
        assertThat(singles).hasSizeGreaterThan(Cases.NARROWED ? 0 : 100);
        assertThat(mutants.stream().filter(CasesMutationTest::survived).map(CasesMutationTest::told))
                .as("PASS that stayed though its evidence was taken away")
                .isEmpty();
    }

    private static boolean survived(Mutant m) {
        boolean gone = m.fate() == Mutant.Fate.GONE;
        boolean mustGo = m.taken() == Mutant.Part.TYPES || m.taken() == Mutant.Part.EVERYTHING || m.needed();
        return !m.isFounded() || (mustGo && !gone);
    }

    /** One line: a mutant as a record holds its whole case, of which a long list has no end. */
    private static String told(Mutant m) {
        return m.item() + ": without " + m.removed() + " " + m.fate();
    }

    private static long count(List<Mutant> mutants, Predicate<Mutant> counted) {
        return mutants.stream().filter(counted).count();
    }
}
