package io.github.assaymark.facts.replay;

import io.github.assaymark.facts.migrations.MigrationHistory;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.fact.Baseline;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A history replayed: what every migration does, and the schema it leads to. Immutable. */
public final class ReplayResult {
    private final MigrationHistory history;
    private final List<Checkpoint> checkpoints;
    private final SchemaFacts schemaFacts;

    /** {@code earlier} is one of an older state of the same set; null for none. */
    ReplayResult(MigrationHistory history, List<Checkpoint> checkpoints, @Nullable ReplayResult earlier) {
        this.history = history;
        this.checkpoints = List.copyOf(checkpoints);
        this.schemaFacts = SchemaFacts.of(history, schema(), earlier == null ? null : earlier.schemaFacts);
    }

    /** What was replayed. */
    public MigrationHistory history() {
        return history;
    }

    List<Checkpoint> checkpoints() {
        return checkpoints;
    }

    /** The schema after the last migration. */
    Schema schema() {
        return checkpoints.isEmpty()
                ? Schema.EMPTY
                : checkpoints.get(checkpoints.size() - 1).after();
    }

    /** Whether the history starts with an empty database. */
    public Baseline baseline() {
        if (!history.supported()) return Baseline.UNKNOWN;
        boolean doubtful = false;
        for (Checkpoint checkpoint : checkpoints) {
            doubtful |= !checkpoint.doubts().isEmpty();
            if (!checkpoint.missing().isEmpty()) return doubtful ? Baseline.UNKNOWN : Baseline.MISSING;
        }
        return Baseline.COMPLETE;
    }

    /**
     * Keys of the statements of one migration that lose data or an object that was there before it.
     *
     * @param migration its position in the history
     */
    public Set<String> destructive(int migration) {
        return checkpoints.isEmpty() ? Set.of() : checkpoints.get(migration).destructive();
    }

    /**
     * Changes, locks, checks of ways back, and the final schema. Doubts about them are no part of it: see the coverage
     * of {@link ReplayExtractor}.
     */
    public List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        forEach(facts::add);
        return facts;
    }

    void forEach(Consumer<Fact> facts) {
        for (Checkpoint checkpoint : checkpoints) checkpoint.facts().forEach(facts);
        schemaFacts.forEach(facts);
    }
}
