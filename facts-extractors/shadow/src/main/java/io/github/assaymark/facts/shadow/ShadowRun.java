package io.github.assaymark.facts.shadow;

import io.github.assaymark.facts.migrations.MigrationHistory;
import io.github.assaymark.facts.migrations.MigrationScript;
import io.github.assaymark.facts.migrations.ScriptPart;
import io.github.assaymark.facts.migrations.ScriptStatement;
import io.github.assaymark.facts.sql.AlterCommand;
import io.github.assaymark.facts.sql.Ddl;
import io.github.assaymark.model.fact.RollbackOutcome;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Applies a history to an empty database, statement by statement. */
final class ShadowRun {
    /** A transaction is not the place for it; a new value of an enum is not used in the transaction it came with. */
    private static final Set<String> NOT_HERE = Set.of("25001", "55P04");

    private final Session session;
    private final Shims shims;
    private final Portrait portrait;
    private final int rows;

    private final Set<Long> filled = new HashSet<>();
    private final Set<Long> unfillable = new HashSet<>();
    private final Set<Long> known = new HashSet<>();
    private final TreeMap<Long, String> problems = new TreeMap<>();

    /** {@code rows} is how many made-up rows a table gets; 0 for none. */
    ShadowRun(ShadowDatabase database, int rows) {
        this.session = database.session();
        this.shims = new Shims(database);
        this.portrait = new Portrait(session);
        this.rows = rows;
    }

    /**
     * What came of a history.
     *
     * @param unfilled tables that no rows could be made up for, and why
     */
    record Result(List<MigrationOutcome> migrations, List<Assumption> assumptions, List<String> unfilled) {
        Result {
            migrations = List.copyOf(migrations);
            assumptions = List.copyOf(assumptions);
            unfilled = List.copyOf(unfilled);
        }
    }

    /** Applies every migration; {@code progress} is told of each that is done. */
    Result apply(MigrationHistory history, IntConsumer progress) throws SQLException {
        List<MigrationOutcome> outcomes = new ArrayList<>();
        portrait.renew(Set.of(), true);
        for (MigrationScript migration : history.migrations()) {
            if (Thread.currentThread().isInterrupted()) throw new SQLException("interrupted");
            outcomes.add(apply(migration));
            progress.accept(outcomes.size());
        }
        return new Result(outcomes, shims.assumptions(), List.copyOf(problems.values()));
    }

    private MigrationOutcome apply(MigrationScript migration) throws SQLException {
        session.execute("reset session authorization");
        session.execute("reset all");
        boolean together = migration.up().transactional()
                && migration.up().statements().stream().noneMatch(ShadowRun::alone);
        if (!together) return separately(migration);

        fill();
        Attempt first = attempt(migration);
        if (first.misplaced()) {
            first.transaction.rollback();
            return separately(migration);
        }
        if (rows > 0 && first.failed()) {
            first.transaction.rollback();
            empty();
            Attempt second = attempt(migration);
            MigrationOutcome outcome = second.finish(migration, failsWithRows(first, second));
            fillLater(second.transaction);
            return outcome;
        }
        MigrationOutcome outcome = first.finish(migration, List.of());
        fillLater(first.transaction);
        return outcome;
    }

    /** Statements that failed with rows and not without; what follows from the first is not counted. */
    private static List<Outcome> failsWithRows(Attempt with, Attempt without) {
        List<Outcome> fails = new ArrayList<>();
        for (int i = 0; i < with.outcomes.size(); i++) {
            Outcome one = with.outcomes.get(i);
            boolean alone =
                    one.how() == Outcome.How.FAILED && without.outcomes.get(i).how() != Outcome.How.FAILED;
            String state = one.state();
            boolean aboutNames =
                    state != null && (state.startsWith("42703") || state.startsWith("42P") || state.equals("42704"));
            if (alone && (fails.isEmpty() || !aboutNames)) fails.add(one);
        }
        return fails;
    }

    /** One try of a migration in one transaction, which is still open. */
    private final class Attempt {
        private final Transaction transaction;
        private final List<Outcome> outcomes;

        private Attempt(Transaction transaction, List<Outcome> outcomes) {
            this.transaction = transaction;
            this.outcomes = outcomes;
        }

        private boolean failed() {
            return outcomes.stream().anyMatch(outcome -> outcome.how() == Outcome.How.FAILED);
        }

        private boolean misplaced() {
            return outcomes.stream().map(Outcome::state).anyMatch(state -> state != null && NOT_HERE.contains(state));
        }

        private MigrationOutcome finish(MigrationScript migration, List<Outcome> withRows) throws SQLException {
            RollbackOutcome rollback = null;
            String difference = null;
            ScriptPart down = migration.down();
            if (down != null) {
                if (failed()
                        || !down.transactional()
                        || down.statements().stream().anyMatch(ShadowRun::alone)) {
                    rollback = RollbackOutcome.NOT_RUN;
                    difference = failed() ? "the migration itself fails" : "it does not run in a transaction";
                } else {
                    session.execute("savepoint assay_down");
                    difference = takeBack(down);
                    rollback = RollbackOutcome.FAILS;
                    if (difference == null) {
                        difference = portrait.difference(session.seen().keySet());
                        rollback = difference == null ? RollbackOutcome.EXACT : RollbackOutcome.DIFFERS;
                    }
                    session.execute("rollback to savepoint assay_down");
                }
            }
            try {
                transaction.commit();
            } catch (SQLException e) {
                // a constraint that is checked at the end: the migration fails as a whole
                session.execute("rollback");
                List<Outcome> lost = new ArrayList<>();
                for (Outcome outcome : outcomes)
                    lost.add(
                            new Outcome(outcome.statement(), Outcome.How.FAILED, e.getSQLState(), words(e), List.of()));
                return new MigrationOutcome(migration, lost, withRows, rollback, difference, true);
            }
            portrait.renew(transaction.touched(), renames(migration));
            return new MigrationOutcome(migration, outcomes, withRows, rollback, difference, true);
        }

        /** Runs what takes a migration back; gives the error, null when there was none. */
        private @Nullable String takeBack(ScriptPart down) throws SQLException {
            for (ScriptStatement statement : down.statements()) {
                if (statement.ddl() instanceof Ddl.Transaction) continue;
                String refusal = Gate.refusal(statement.ddl());
                if (refusal != null) return refusal;
                try {
                    session.execute(statement.text());
                } catch (SQLException e) {
                    return down.path() + ":" + statement.place().line() + ": " + e.getSQLState() + " " + words(e);
                }
            }
            return null;
        }
    }

    /** Begins anew whenever something was made up: an open transaction does not see it. */
    private Attempt attempt(MigrationScript migration) throws SQLException {
        while (true) {
            Transaction transaction = Transaction.begin(session, null);
            List<Outcome> outcomes = new ArrayList<>();
            for (ScriptStatement statement : migration.up().statements()) {
                Outcome outcome = run(statement, migration.up().path(), transaction);
                if (outcome == null) break;
                outcomes.add(outcome);
            }
            if (outcomes.size() == migration.up().statements().size()) return new Attempt(transaction, outcomes);
            transaction.rollback();
        }
    }

    /** Each statement by itself; tables are empty, because nothing could be tried twice. */
    private MigrationOutcome separately(MigrationScript migration) throws SQLException {
        empty();
        List<Outcome> outcomes = new ArrayList<>();
        Set<Long> existing = null;
        Set<Long> touched = new HashSet<>();
        for (ScriptStatement statement : migration.up().statements()) {
            if (alone(statement)) {
                outcomes.add(bare(statement));
                continue;
            }
            Transaction transaction = Transaction.begin(session, existing);
            existing = transaction.existing();
            Outcome outcome = run(statement, migration.up().path(), transaction);
            while (outcome == null) {
                transaction.rollback();
                transaction = Transaction.begin(session, existing);
                outcome = run(statement, migration.up().path(), transaction);
            }
            if ("25001".equals(outcome.state())) {
                transaction.rollback();
                outcomes.add(bare(statement));
                continue;
            }
            try {
                transaction.commit();
                outcomes.add(outcome);
            } catch (SQLException e) {
                session.execute("rollback");
                outcomes.add(failed(statement, e));
            }
            touched.addAll(transaction.touched());
        }
        portrait.renew(touched, true);
        known.clear();
        boolean down = migration.down() != null;
        return new MigrationOutcome(
                migration,
                outcomes,
                List.of(),
                down ? RollbackOutcome.NOT_RUN : null,
                down ? "the migration does not run in one transaction" : null,
                false);
    }

    private Outcome bare(ScriptStatement statement) {
        String refusal = Gate.refusal(statement.ddl());
        if (refusal != null) return refused(statement, refusal);
        try {
            session.execute(statement.text());
            return Outcome.ran(statement, Outcome.How.RAN);
        } catch (SQLException e) {
            return failed(statement, e);
        }
    }

    /** Null when something was made up that the transaction does not see. */
    private @Nullable Outcome run(ScriptStatement statement, String path, Transaction transaction) throws SQLException {
        if (statement.ddl() instanceof Ddl.Transaction) return Outcome.ran(statement, Outcome.How.SKIPPED);
        if (shims.did(statement)) return Outcome.ran(statement, Outcome.How.ASSUMED);
        String refusal = Gate.refusal(statement.ddl());
        if (refusal != null) return refused(statement, refusal);
        try {
            return new Outcome(statement, Outcome.How.OBSERVED, null, null, transaction.run(statement));
        } catch (SQLException e) {
            if (e.getSQLState() == null || e.getSQLState().startsWith("08")) throw e;
            return help(statement, path, e) ? null : failed(statement, e);
        }
    }

    private boolean help(ScriptStatement statement, String path, SQLException error) {
        try {
            return shims.help(statement, path, error);
        } catch (SQLException e) {
            return false;
        }
    }

    private static Outcome failed(ScriptStatement statement, SQLException e) {
        return new Outcome(statement, Outcome.How.FAILED, e.getSQLState(), words(e), List.of());
    }

    private static Outcome refused(ScriptStatement statement, String reason) {
        return new Outcome(statement, Outcome.How.REFUSED, null, reason, List.of());
    }

    /** The first line of an error, as the database says it. */
    private static String words(SQLException e) {
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return message.startsWith("ERROR: ") ? message.substring("ERROR: ".length()) : message;
    }

    /** Whether a statement does not run in a transaction with others. */
    static boolean alone(ScriptStatement statement) {
        Ddl ddl = statement.ddl();
        if (ddl instanceof Ddl.CreateIndex index) return index.concurrently();
        if (ddl instanceof Ddl.Drop drop) return drop.concurrently();
        if (ddl instanceof Ddl.Reindex reindex) return reindex.concurrently() || reindex.name() == null;
        if (ddl instanceof Ddl.Rewrite rewrite) return !rewrite.verb().startsWith("cluster") || rewrite.table() == null;
        if (ddl instanceof Ddl.Maintain maintain) return maintain.verb().startsWith("vacuum");
        if (ddl instanceof Ddl.Alter alter)
            return alter.commands().stream()
                    .anyMatch(
                            command -> command instanceof AlterCommand.DetachPartition detach && detach.concurrently());
        return false;
    }

    /** Whether names change, so that relations look different that are not touched. */
    private static boolean renames(MigrationScript migration) {
        for (ScriptStatement statement : migration.up().statements()) {
            Ddl ddl = statement.ddl();
            if (ddl instanceof Ddl.Block || ddl instanceof Ddl.Opaque || ddl instanceof Ddl.AlterOther) return true;
            if (ddl instanceof Ddl.Alter alter)
                for (AlterCommand command : alter.commands())
                    if (command instanceof AlterCommand.RenameTo
                            || command instanceof AlterCommand.RenameColumn
                            || command instanceof AlterCommand.SetSchema) return true;
        }
        return false;
    }

    /** Gives the tables rows that are new or may have lost theirs. */
    private void fill() throws SQLException {
        if (rows == 0) return;
        Set<Long> candidates = new HashSet<>();
        for (Session.Seen seen : session.relations().values()) candidates.add(seen.oid());
        candidates.removeAll(known);
        candidates.removeAll(unfillable);
        for (Session.Filled one : session.fill(candidates, rows)) {
            if (one.filled()) filled.add(one.oid());
            String problem = one.problem();
            if (problem != null) {
                unfillable.add(one.oid());
                problems.put(one.oid(), problem);
            }
        }
        known.addAll(candidates);
    }

    /** What a migration wrote to may be empty now. */
    private void fillLater(Transaction transaction) {
        known.removeAll(transaction.written());
        unfillable.removeAll(transaction.written());
    }

    /** Takes the made-up rows away again. */
    private void empty() throws SQLException {
        session.clear(filled);
        known.removeAll(filled);
        filled.clear();
    }
}
