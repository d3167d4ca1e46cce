package io.github.assaymark.facts.replay;

import io.github.assaymark.facts.sql.RelationName;
import io.github.assaymark.model.fact.SchemaOperation;
import io.github.assaymark.model.fact.SchemaPhase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One statement while it is replayed: the schema it changes, what is written down, and its locks. */
final class Step {
    final Draft draft;
    final Journal journal;
    final LockSet locks;

    Step(Draft draft, Journal journal, LockSet locks) {
        this.draft = draft;
        this.journal = journal;
        this.locks = locks;
    }

    /** The table of a name: one that no migration made is taken to have been there; null when it need not exist. */
    @Nullable
    Table table(RelationName name, boolean ifExists) {
        Relation found = draft.relation(name);
        if (found instanceof Table table) return table;
        if (found != null) {
            journal.error("`" + name + "` is no table");
            return null;
        }
        if (ifExists) return null;
        if (name.name().isEmpty()) return null;
        missing(name.toString());
        return draft.assume(name);
    }

    /** Any relation; null when nothing of the name is known, which is then noted unless it need not exist. */
    @Nullable
    Relation relation(RelationName name, boolean ifExists) {
        Relation found = draft.relation(name);
        if (found == null && !ifExists) missing(name.toString());
        return found;
    }

    /** Something is spoken of that was never made, or not any more. */
    void missing(String name) {
        journal.missing(name);
        journal.error("`" + name + "` does not exist");
    }

    void doubt(String lookedFor, String expression, String reason, List<String> types) {
        journal.doubt(new Doubt(draft.place(), lookedFor, expression, reason, types));
    }

    void change(SchemaOperation operation, Relation table, SchemaPhase phase, boolean destructive) {
        change(operation, table, null, null, null, null, phase, destructive);
    }

    void change(
            SchemaOperation operation,
            Relation table,
            @Nullable String column,
            @Nullable String object,
            @Nullable String before,
            @Nullable String after,
            SchemaPhase phase,
            boolean destructive) {
        journal.change(
                operation,
                table.key(),
                column,
                object,
                before,
                after,
                phase,
                destructive,
                draft.createdHere(table.origin()));
    }

    /** A change of something that is no part of a table. */
    void change(SchemaOperation operation, String object, SchemaPhase phase, boolean destructive, boolean createdHere) {
        journal.change(operation, null, null, object, null, null, phase, destructive, createdHere);
    }
}
