package io.github.assaymark.facts.shadow;

import io.github.assaymark.facts.migrations.ScriptStatement;
import io.github.assaymark.model.fact.LockMode;
import io.github.assaymark.model.fact.LockWork;
import io.github.assaymark.model.fact.RelationKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One transaction of a run: sends statements and tells what each of them did. */
final class Transaction {
    private final Session session;
    /** Relations that were there before the migration; null for those that came with it. */
    private final Set<Long> existing;

    private final Map<Long, Relation> current = new HashMap<>();
    private final Map<Long, Long> scans = new HashMap<>();
    private final Map<Long, LockMode> held = new HashMap<>();

    private Transaction(Session session, Set<Long> existing) {
        this.session = session;
        this.existing = existing;
    }

    /** Begins one; {@code existing} is what was there before the migration, null for what is there now. */
    static Transaction begin(Session session, @Nullable Set<Long> existing) throws SQLException {
        session.execute("begin");
        Map<Long, Session.Seen> relations = session.relations();
        Transaction transaction =
                new Transaction(session, existing == null ? Set.copyOf(relations.keySet()) : existing);
        for (Session.Seen seen : relations.values()) {
            if (seen.relation() != null) transaction.current.put(seen.oid(), seen.relation());
            transaction.scans.put(seen.oid(), seen.scans());
        }
        return transaction;
    }

    /** Relations that were there before the migration. */
    Set<Long> existing() {
        return existing;
    }

    /** Every relation the transaction has a lock on. */
    Set<Long> touched() {
        return new HashSet<>(held.keySet());
    }

    /** The tables that are there now. */
    Set<Long> tables() {
        Set<Long> tables = new HashSet<>();
        for (Relation relation : current.values())
            if (relation.kind() == RelationKind.TABLE) tables.add(relation.oid());
        return tables;
    }

    /** Tables something was written to or changed in. */
    Set<Long> written() {
        Set<Long> written = new HashSet<>();
        held.forEach((oid, mode) -> {
            if (mode.compareTo(LockMode.ROW_EXCLUSIVE) >= 0) written.add(oid);
        });
        return written;
    }

    /** Runs a statement; a failed one leaves nothing behind. */
    List<Touch> run(ScriptStatement statement) throws SQLException {
        session.execute("savepoint assay");
        try {
            session.execute(statement.text());
        } catch (SQLException e) {
            session.execute("rollback to savepoint assay");
            throw e;
        }
        session.execute("release savepoint assay");
        return touches();
    }

    void commit() throws SQLException {
        session.execute("commit");
    }

    void rollback() throws SQLException {
        session.execute("rollback");
    }

    private List<Touch> touches() throws SQLException {
        Map<Long, Session.Seen> seen = session.seen();
        Set<Long> newlyIndexed = new HashSet<>();
        for (Session.Seen after : seen.values()) {
            Relation relation = after.relation();
            if (relation == null || relation.table() == 0) continue;
            Relation before = current.get(after.oid());
            if (before == null || before.storage() != relation.storage()) newlyIndexed.add(relation.table());
        }
        List<Touch> touches = new ArrayList<>();
        for (Session.Seen after : seen.values()) {
            LockMode mode = after.mode();
            Relation before = current.get(after.oid());
            if (before != null && existing.contains(after.oid()) && mode != null && !before.temporary()) {
                LockMode earlier = held.get(after.oid());
                boolean taken = earlier == null || earlier.compareTo(mode) < 0;
                LockWork work = work(before, after, newlyIndexed);
                if (taken || work != LockWork.NONE) touches.add(new Touch(before, mode, taken, work));
            }
        }
        for (Session.Seen after : seen.values()) {
            if (after.mode() != null) held.put(after.oid(), after.mode());
            scans.put(after.oid(), after.scans());
            if (after.relation() == null) current.remove(after.oid());
            else current.put(after.oid(), after.relation());
        }
        touches.sort(Comparator.comparing(touch -> touch.relation().key()));
        return touches;
    }

    private LockWork work(Relation before, Session.Seen after, Set<Long> newlyIndexed) {
        Relation now = after.relation();
        if (now == null) return LockWork.NONE;
        boolean anew = before.storage() != now.storage();
        if (before.kind() == RelationKind.INDEX) return anew ? LockWork.INDEX_BUILD : LockWork.NONE;
        if (anew) return LockWork.REWRITE;
        boolean read = after.scans() > scans.getOrDefault(after.oid(), 0L);
        if (!read) return LockWork.NONE;
        return newlyIndexed.contains(after.oid()) ? LockWork.INDEX_BUILD : LockWork.SCAN;
    }
}
