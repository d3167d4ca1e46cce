package io.github.assaymark.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.testkit.CaseFile;
import io.github.assaymark.testkit.CaseRunner;
import io.github.assaymark.testkit.ItemCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Some of the cases, judged anew: the live session of {@link CasesTest} gives nothing else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CasesJudgedAnewTest {
    /** One case in so many. */
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
        assertThat(compared).isGreaterThan(Cases.NARROWED ? 0 : 20);
        assertThat(differences).isEmpty();
    }
}
