package io.github.assaymark.testkit;

import io.github.assaymark.model.verdict.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a case.
 *
 * @param verdict the verdict; null when there is none
 * @param explained its explanation as text; empty without a verdict
 * @param differences from what is expected, in words; empty when all is well
 */
public record CaseResult(ItemCase item, @Nullable Verdict verdict, String explained, List<String> differences) {
    /** Copies the list. */
    public CaseResult {
        differences = List.copyOf(differences);
    }

    /** Whether all is as expected. */
    public boolean passed() {
        return differences.isEmpty();
    }

    /**
     * Does nothing when all is as expected.
     *
     * @throws AssertionError with every difference, the place of the case and the explanation
     */
    public void orThrow() {
        if (passed()) return;
        StringBuilder text = new StringBuilder(item.place()).append(": ").append(item);
        differences.forEach(difference -> text.append("\n  ").append(difference));
        text.append("\nthe verdict says:\n").append(explained.isEmpty() ? "  nothing" : explained.indent(2));
        throw new AssertionError(text.toString());
    }
}
