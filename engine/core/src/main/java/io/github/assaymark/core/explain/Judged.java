package io.github.assaymark.core.explain;

import io.github.assaymark.model.rule.Condition;
import io.github.assaymark.model.verdict.ExplanationNode;
import io.github.assaymark.model.verdict.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A condition with its value and what led to it.
 *
 * @param id stable path within the item
 * @param record null for {@code allOf} and {@code anyOf}
 */
record Judged(
        String id,
        Condition condition,
        Truth value,
        @Nullable LeafRecord record,
        List<Judged> children) {
    Judged {
        children = List.copyOf(children);
    }

    static Judged leaf(LeafRecord record) {
        return new Judged(record.id(), record.leaf(), record.value(), record, List.of());
    }

    static Judged joined(String id, Condition condition, List<Judged> children) {
        List<Truth> values = children.stream().map(Judged::value).toList();
        Truth value = condition instanceof Condition.AllOf ? Truth.all(values) : Truth.any(values);
        return new Judged(id, condition, value, null, children);
    }

    /** The leaves that fix the value, in order. */
    List<LeafRecord> decisive() {
        List<LeafRecord> leaves = new ArrayList<>();
        collect(leaves);
        return leaves;
    }

    private void collect(List<LeafRecord> into) {
        if (record != null) into.add(record);
        for (Judged child : children) if (decides(child)) child.collect(into);
    }

    /** All leaves in order. */
    Stream<LeafRecord> leaves() {
        return record != null ? Stream.of(record) : children.stream().flatMap(Judged::leaves);
    }

    /**
     * Whether a part is one of those that fix the value: the parts of that very kind; and where all parts are needed,
     * those that speak of nothing too.
     */
    private boolean decides(Judged child) {
        if (child.value.getClass() == value.getClass())
            return !(value instanceof Truth.Unknown)
                    || child.value.equals(value)
                    || condition instanceof Condition.AnyOf;
        return condition instanceof Condition.AllOf
                && value instanceof Truth.True
                && child.value instanceof Truth.Vacuous;
    }

    /** The value if the leaves of some ids had other values. */
    Truth assuming(java.util.function.Function<LeafRecord, Truth> values) {
        if (record != null) return values.apply(record);
        List<Truth> parts =
                children.stream().map(child -> child.assuming(values)).toList();
        return condition instanceof Condition.AllOf ? Truth.all(parts) : Truth.any(parts);
    }

    ExplanationNode node(boolean decisive) {
        return new ExplanationNode(
                id,
                Wording.kind(condition),
                Wording.label(condition),
                condition.place(),
                value,
                record == null ? null : record.observed(),
                record == null ? null : record.expected(),
                record == null ? List.of() : record.witnesses(),
                record == null ? 0 : record.witnessTotal(),
                decisive,
                children.stream()
                        .map(child -> child.node(decisive && decides(child)))
                        .toList());
    }
}
