package io.github.assaymark.model.verdict;

import io.github.assaymark.model.rule.SourcePlace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node of the explained condition.
 *
 * @param id stable path within the item, for example {@code 1.2}
 * @param kind name of the condition, for example {@code some}
 * @param label the author's, else the text of the condition
 * @param place in the checklist
 * @param observed what was found, in one line
 * @param expected what is demanded, in one line
 * @param witnesses facts that decide the node, the first ones in order
 * @param witnessTotal how many there are
 * @param decisive whether the node is one of those that alone fix the item's value
 */
public record ExplanationNode(
        String id,
        String kind,
        String label,
        SourcePlace place,
        Truth value,
        @Nullable String observed,
        @Nullable String expected,
        List<FactRef> witnesses,
        int witnessTotal,
        boolean decisive,
        List<ExplanationNode> children) {
    /** Copies the lists. */
    public ExplanationNode {
        witnesses = List.copyOf(witnesses);
        children = List.copyOf(children);
    }
}
