package io.github.assaymark.facts.replay;

import io.github.assaymark.facts.migrations.MigrationHistory;
import io.github.assaymark.facts.migrations.MigrationScript;
import io.github.assaymark.facts.migrations.ScriptPart;
import io.github.assaymark.facts.migrations.ScriptStatement;
import io.github.assaymark.facts.sql.Ddl;
import io.github.assaymark.facts.sql.SqlStatement;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.fact.DownCheck;
import io.github.assaymark.model.fact.DownMigration;
import io.github.assaymark.model.fact.MigrationTransaction;
import io.github.assaymark.model.fact.RollbackOutcome;
import io.github.assaymark.model.fact.SchemaEvidence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Applies a history of migrations to a model of a schema, migration by migration, so that what a statement does depends
 * on what is there. Safe for use by many threads.
 */
public final class Replay {
    private final MigrationHistory history;
    private final List<Checkpoint> checkpoints = new ArrayList<>();

    private Replay(MigrationHistory history) {
        this.history = history;
    }

    /** The history replayed from its beginning. */
    public static ReplayResult of(MigrationHistory history) {
        return of(history, null);
    }

    /**
     * The same result as {@link #of(MigrationHistory)}, found by going on from the last moment that an earlier replay
     * has in common with the history.
     *
     * @param earlier of an older state of the same set; null when there is none
     */
    public static ReplayResult of(MigrationHistory history, @Nullable ReplayResult earlier) {
        if (!history.supported()) return new ReplayResult(history, List.of(), null);
        Replay replay = new Replay(history);
        List<Checkpoint> old =
                earlier == null || !comparable(history, earlier.history()) ? List.of() : earlier.checkpoints();
        replay.run(old);
        return new ReplayResult(history, replay.checkpoints, old.isEmpty() ? null : earlier);
    }

    private static boolean comparable(MigrationHistory one, MigrationHistory other) {
        return one.key().equals(other.key())
                && one.owner().equals(other.owner())
                && one.bounded() == other.bounded()
                && one.transaction() == other.transaction();
    }

    /**
     * What a migration does follows from its text and from what it asks of the schema before it. Where neither differs
     * from the earlier replay, it does the same again, and what differs before it differs after it.
     */
    private void run(List<Checkpoint> old) {
        List<MigrationScript> scripts = history.migrations();
        boolean sameOrder = old.size() == scripts.size();
        boolean comparing = true;
        Schema before = Schema.EMPTY;
        Schema oldBefore = Schema.EMPTY;
        Difference difference = Difference.NONE;
        for (int i = 0; i < scripts.size(); i++) {
            MigrationScript script = scripts.get(i);
            boolean same = i < old.size() && same(script, old.get(i).script());
            comparing &= i < old.size() && (same || sameOrder);
            Checkpoint next;
            if (comparing) {
                Checkpoint then = old.get(i);
                boolean numbered =
                        Draft.firstNumber(before, script.order()) == Draft.firstNumber(oldBefore, script.order());
                if (same && numbered && !then.footprint().meets(difference)) {
                    next = then.with(difference.applied(
                            then.after(), before.cluster(), then.after().nextNumber()));
                } else {
                    next = one(before, script);
                    Schema after = next.after();
                    difference = Difference.between(then.after(), after);
                    next = next.like(then, difference.applied(then.after(), after.cluster(), after.nextNumber()));
                }
                oldBefore = then.after();
            } else {
                next = one(before, script);
            }
            checkpoints.add(next);
            before = next.after();
        }
    }

    @SuppressWarnings("ReferenceEquality") // the same object most of the time
    private static boolean same(MigrationScript one, MigrationScript other) {
        if (one == other) return true;
        return one.key().equals(other.key())
                && one.order() == other.order()
                && one.path().equals(other.path())
                && one.checksum().equals(other.checksum())
                && one.back() == other.back()
                && same(one.up(), other.up())
                && same(one.down(), other.down());
    }

    @SuppressWarnings("ReferenceEquality") // the same object most of the time
    private static boolean same(@Nullable ScriptPart one, @Nullable ScriptPart other) {
        if (one == other) return true;
        if (one == null || other == null) return false;
        return one.path().equals(other.path())
                && one.transactional() == other.transactional()
                && one.script().tokens().source().equals(other.script().tokens().source());
    }

    private Checkpoint one(Schema before, MigrationScript script) {
        Provenance.File whole = Provenance.File.whole(script.path());
        Journal journal = new Journal(history.owner(), script.key(), whole);
        journal.bounded(history.bounded());
        Footprint footprint = new Footprint();
        Schema start = before.logged(footprint);
        Schema after = run(start, script, false, script.up(), journal);
        List<Fact> facts = new ArrayList<>(journal.facts());
        Fact check = back(start, after, script, journal);
        if (check != null) facts.add(check);
        return Checkpoint.of(script, after.unlogged(), footprint, facts, journal);
    }

    private Schema run(Schema before, MigrationScript script, boolean down, ScriptPart part, Journal journal) {
        Site whole = new Site(script.order(), down, -1);
        Draft draft =
                new Draft(before, new Origin(script.order(), script.key(), whole), Provenance.File.whole(part.path()));
        Replayer replayer = new Replayer(draft, journal);
        int[] later = later(part);
        boolean known = history.transaction() != MigrationTransaction.UNKNOWN;
        int transaction = 0;
        for (int i = 0; i < part.statements().size(); i++) {
            ScriptStatement statement = part.statements().get(i);
            boolean together = statement.transaction() != 0;
            if (statement.transaction() != transaction || !together) journal.released();
            transaction = statement.transaction();
            Provenance.File place = place(part.path(), statement.place());
            draft.at(i, place);
            int remaining = together ? (known || written(part, statement) ? later[i] : -1) : known ? 0 : -1;
            journal.statement(statement.key(), place, remaining, together);
            replayer.statement(statement.ddl(), statement.text());
        }
        return withoutTemporary(draft);
    }

    /** Whether the text itself opens the transaction of a statement. */
    private static boolean written(ScriptPart part, ScriptStatement statement) {
        for (ScriptStatement other : part.statements())
            if (other.transaction() == statement.transaction()
                    && other.ddl() instanceof Ddl.Transaction control
                    && control.verb().equals("begin")) return true;
        return false;
    }

    /** How many statements of the same transaction follow each. */
    private static int[] later(ScriptPart part) {
        List<ScriptStatement> statements = part.statements();
        int[] later = new int[statements.size()];
        int transaction = 0;
        int count = 0;
        for (int i = statements.size() - 1; i >= 0; i--) {
            ScriptStatement statement = statements.get(i);
            if (statement.transaction() != transaction) count = 0;
            transaction = statement.transaction();
            later[i] = count;
            if (!(statement.ddl() instanceof Ddl.Transaction)) count++;
        }
        return later;
    }

    static Provenance.File place(String path, SqlStatement at) {
        return new Provenance.File(null, path, at.line(), at.column(), at.endLine(), at.endColumn(), null);
    }

    /** Temporary tables go with the session. */
    private static Schema withoutTemporary(Draft draft) {
        for (Table table : draft.made())
            if (table.form().temporary() && draft.createdHere(table.origin())) {
                for (Index index : draft.indexes(table)) draft.remove(index);
                draft.remove(table);
            }
        return draft.schema();
    }

    /** Takes the migration back and compares; null when there is nothing that could. */
    private @Nullable Fact back(Schema before, Schema after, MigrationScript script, Journal up) {
        ScriptPart down = script.down();
        if (script.back() == DownMigration.NONE || script.back() == DownMigration.IRREVERSIBLE) return null;
        if (script.back() == DownMigration.CODE) return check(script, RollbackOutcome.NOT_RUN, "it is code");
        Journal journal = new Journal(history.owner(), script.key(), Provenance.File.whole(script.path()));
        Schema back = down == null ? after : run(after, script, true, down, journal);
        boolean doubtful = opaque(up) || opaque(journal);
        if (doubtful) return check(script, RollbackOutcome.NOT_RUN, "a part of it is only known when it runs");
        if (!journal.errors().isEmpty())
            return check(script, RollbackOutcome.FAILS, journal.errors().get(0));
        List<String> differences = Fingerprint.differences(before, back);
        return differences.isEmpty()
                ? check(script, RollbackOutcome.EXACT, null)
                : check(script, RollbackOutcome.DIFFERS, Fingerprint.shown(differences));
    }

    private static boolean opaque(Journal journal) {
        for (Doubt doubt : journal.doubts()) if (doubt.types().contains("DbColumn")) return true;
        return false;
    }

    private Fact check(MigrationScript script, RollbackOutcome outcome, @Nullable String difference) {
        ScriptPart down = script.down();
        String path = down == null ? script.path() : down.path();
        return new DownCheck(
                script.key() + "/" + SchemaEvidence.DECLARED,
                history.owner(),
                Provenance.File.whole(path),
                script.key(),
                outcome,
                difference,
                SchemaEvidence.DECLARED,
                path);
    }
}
