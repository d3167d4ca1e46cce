package io.github.assaymark.facts.replay;

import io.github.assaymark.facts.migrations.MigrationScript;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.fact.SchemaChange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The schema after one migration, and what was found on the way. Immutable.
 *
 * @param footprint what it asked of the schema before it, or changed in it
 * @param facts changes, locks and the check of the way back
 * @param missing names of what is spoken of but was never made
 * @param errors why statements of it must fail, in words
 * @param destructive keys of the statements that lose data or an object that was there before the migration
 */
record Checkpoint(
        MigrationScript script,
        Schema after,
        Footprint footprint,
        List<Fact> facts,
        List<Doubt> doubts,
        Set<String> missing,
        List<String> errors,
        Set<String> destructive) {
    Checkpoint {
        facts = List.copyOf(facts);
        doubts = List.copyOf(doubts);
        missing = Set.copyOf(missing);
        errors = List.copyOf(errors);
        destructive = Set.copyOf(destructive);
    }

    static Checkpoint of(MigrationScript script, Schema after, Footprint footprint, List<Fact> facts, Journal journal) {
        Set<String> destructive = new HashSet<>();
        for (Fact fact : facts)
            if (fact instanceof SchemaChange change && change.destructive() && !change.createdInSameMigration())
                destructive.add(change.statement());
        return new Checkpoint(
                script, after, footprint, facts, journal.doubts(), journal.missing(), journal.errors(), destructive);
    }

    /** The same in front of another schema, which leads to another one. */
    @SuppressWarnings("ReferenceEquality") // nothing differs most of the time
    Checkpoint with(Schema newAfter) {
        return newAfter == after
                ? this
                : new Checkpoint(script, newAfter, footprint, facts, doubts, missing, errors, destructive);
    }

    /** The same with the facts of an earlier one where they are equal. */
    Checkpoint like(Checkpoint then, Schema newAfter) {
        List<Fact> kept = new ArrayList<>(facts);
        for (int i = 0; i < Math.min(kept.size(), then.facts.size()); i++)
            if (kept.get(i).equals(then.facts.get(i))) kept.set(i, then.facts.get(i));
        return new Checkpoint(script, newAfter, footprint, kept, doubts, missing, errors, destructive);
    }
}
