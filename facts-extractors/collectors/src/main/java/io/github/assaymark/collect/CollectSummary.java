package io.github.assaymark.collect;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What became of a run. Immutable.
 *
 * @param lines one for each entry, in the order of asking
 */
public record CollectSummary(List<Line> lines) {
    /**
     * One entry.
     *
     * @param kind of export
     * @param scope for a reader, {@code branch main, repository acme/shop}; empty for all
     * @param state how it ended
     * @param reason why it is not complete; null when it is
     */
    public record Line(
            String kind,
            String scope,
            EntryOutcome.State state,
            @Nullable String reason) {
        /** Whether it is evidence: of what there is, or that there is nothing. */
        public boolean isEvidence() {
            return state == EntryOutcome.State.COMPLETE
                    || state == EntryOutcome.State.KEPT
                    || state == EntryOutcome.State.ABSENT;
        }
    }

    /** Copies the lines. */
    public CollectSummary {
        lines = List.copyOf(lines);
    }

    static CollectSummary of(Map<EntryRequest, EntryOutcome> outcomes) {
        return new CollectSummary(outcomes.entrySet().stream()
                .map(entry -> new Line(
                        entry.getKey().kind(),
                        new TreeMap<>(entry.getKey().scope())
                                .entrySet().stream()
                                        .map(part -> part.getKey() + " " + part.getValue())
                                        .collect(Collectors.joining(", ")),
                        entry.getValue().state(),
                        entry.getValue().reason()))
                .toList());
    }

    /** Whether every entry is evidence. */
    public boolean complete() {
        return lines.stream().allMatch(Line::isEvidence);
    }

    /** How many entries ended so. */
    public long count(EntryOutcome.State state) {
        return lines.stream().filter(line -> line.state() == state).count();
    }
}
