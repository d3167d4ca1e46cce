package io.github.assaymark.testkit;

import io.github.assaymark.model.verdict.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The verdict a case must lead to.
 *
 * @param reason of an UNKNOWN; null for any
 * @param disposition its word; null for {@code NONE}
 * @param at path, or path and line, that findings or evidence must name; null for none
 * @param says words the explanation must hold
 */
public record Expectation(
        Outcome.Kind outcome,
        Outcome.@Nullable Reason reason,
        @Nullable String disposition,
        @Nullable String at,
        List<String> says) {
    /** Copies the list. */
    public Expectation {
        says = List.copyOf(says);
    }
}
