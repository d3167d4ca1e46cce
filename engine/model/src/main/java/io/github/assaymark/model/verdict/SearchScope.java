package io.github.assaymark.model.verdict;

import io.github.assaymark.model.Coverage;
import java.util.List;

/**
 * Where facts of one type were looked for.
 *
 * @param owner directory the search was limited to; empty for the whole repository
 * @param coverage of every extractor that looks for the type there, sorted; empty when nobody looked
 * @param found facts of the type there
 */
public record SearchScope(String factType, String owner, List<Coverage> coverage, int found) {
    /** Copies the list. */
    public SearchScope {
        coverage = List.copyOf(coverage);
    }

    /**
     * Extractor of the coverage that stands for the search in a base revision where none was given; no extractor has
     * spaces in its name.
     */
    public static final String NO_BASE = "no base revision";

    /** Whether nothing could be looked for because there is no revision to compare with. */
    public boolean lacksBase() {
        return coverage.stream().anyMatch(c -> c.extractor().equals(NO_BASE));
    }

    /** Whether an empty result is evidence of absence. */
    public boolean complete() {
        return !coverage.isEmpty() && coverage.stream().allMatch(c -> c.status() == Coverage.Status.COMPLETE);
    }

    /** Inputs read. */
    public int read() {
        return coverage.stream().mapToInt(Coverage::read).sum();
    }

    /** Inputs that failed. */
    public int failed() {
        return coverage.stream().mapToInt(Coverage::failed).sum();
    }
}
