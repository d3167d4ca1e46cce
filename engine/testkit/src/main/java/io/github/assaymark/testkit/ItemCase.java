package io.github.assaymark.testkit;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A change of the good tree and the verdict it must lead to.
 *
 * @param item id of the item
 * @param name what is changed, in words
 * @param subject key of the judged subject
 * @param edits changes of files, in order; may be empty
 * @param now moment of the assessment
 * @param params values parameters get; an empty list unsets one
 * @param lost fact types nobody looks for
 * @param base changes of the files it is compared with; null when it is compared with nothing
 * @param place file and line of the case, {@code file:line}
 */
public record ItemCase(
        String item,
        String name,
        String subject,
        List<FileEdit> edits,
        Instant now,
        Map<String, List<String>> params,
        List<String> lost,
        @Nullable List<FileEdit> base,
        Expectation expected,
        String place) {
    /** Copies the collections. */
    public ItemCase {
        edits = List.copyOf(edits);
        params = Collections.unmodifiableMap(new TreeMap<>(params));
        lost = List.copyOf(lost);
        base = base == null ? null : List.copyOf(base);
    }

    @Override
    public String toString() {
        return item + ": " + name;
    }
}
