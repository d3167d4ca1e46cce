package io.github.assaymark.facts.replay;

import io.github.assaymark.facts.migrations.MigrationScript;
import io.github.assaymark.model.Fact;
import java.util.List;
import java.util.Set;

/**
 * The schema after one migration, and what was found on the way. Immutable.
 *
 * @param facts changes, locks and the check of the way back
 * @param missing names of what is spoken of but was never made
 * @param errors why statements of it must fail, in words
 */
record Checkpoint(
        MigrationScript script,
        Schema after,
        List<Fact> facts,
        List<Doubt> doubts,
        Set<String> missing,
        List<String> errors) {
    Checkpoint {
        facts = List.copyOf(facts);
        doubts = List.copyOf(doubts);
        missing = Set.copyOf(missing);
        errors = List.copyOf(errors);
    }
}
