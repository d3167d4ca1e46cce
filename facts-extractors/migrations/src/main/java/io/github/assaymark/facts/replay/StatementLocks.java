package io.github.assaymark.facts.replay;

import static io.github.assaymark.model.fact.LockMode.ACCESS_EXCLUSIVE;
import static io.github.assaymark.model.fact.LockMode.ACCESS_SHARE;
import static io.github.assaymark.model.fact.LockMode.EXCLUSIVE;
import static io.github.assaymark.model.fact.LockMode.ROW_EXCLUSIVE;
import static io.github.assaymark.model.fact.LockMode.SHARE;
import static io.github.assaymark.model.fact.LockMode.SHARE_ROW_EXCLUSIVE;
import static io.github.assaymark.model.fact.LockMode.SHARE_UPDATE_EXCLUSIVE;
import static io.github.assaymark.model.fact.LockWork.INDEX_BUILD;
import static io.github.assaymark.model.fact.LockWork.NONE;
import static io.github.assaymark.model.fact.LockWork.REWRITE;
import static io.github.assaymark.model.fact.LockWork.SCAN;

import io.github.assaymark.facts.sql.Ddl;
import io.github.assaymark.facts.sql.RelationName;
import io.github.assaymark.model.fact.LockMode;
import io.github.assaymark.model.fact.LockWork;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The locks of every statement but ALTER TABLE, a statement a row. */
final class StatementLocks {
    static final String FROM_18 = "the version of PostgreSQL: no lock is taken before 18";

    private StatementLocks() {}

    /** CREATE INDEX on a table. */
    static void index(Step step, Table t, Ddl.CreateIndex create, boolean there) {
        LockMode mode = create.concurrently() ? SHARE_UPDATE_EXCLUSIVE : SHARE;
        boolean nothing = there || (create.only() && t.partitioned());
        work(step, t, mode, nothing ? NONE : INDEX_BUILD);
        if (create.only()) return;
        for (Table part : step.draft.descendants(t.id()))
            if (t.partitioned()) work(step, part, mode, there ? NONE : INDEX_BUILD);
    }

    /** CREATE INDEX on a materialised view. */
    static void index(Step step, View mv, boolean concurrently) {
        work(step, mv, concurrently ? SHARE_UPDATE_EXCLUSIVE : SHARE, INDEX_BUILD);
    }

    /** DROP INDEX. */
    static void dropIndex(Step step, Index i, boolean concurrently) {
        LockMode mode = concurrently ? SHARE_UPDATE_EXCLUSIVE : ACCESS_EXCLUSIVE;
        step.locks.add(step.draft.relation(i.table()), mode, NONE);
        step.locks.add(i, mode, NONE);
    }

    /** REINDEX. */
    static void reindex(Step step, Ddl.Reindex reindex) {
        boolean concurrently = reindex.concurrently();
        LockMode tableMode = concurrently ? SHARE_UPDATE_EXCLUSIVE : SHARE;
        LockMode indexMode = concurrently ? SHARE_UPDATE_EXCLUSIVE : ACCESS_EXCLUSIVE;
        Relation found = reindex.name() == null ? null : step.draft.relation(reindex.name());
        List<Index> indexes = new ArrayList<>();
        if (found instanceof Index index) indexes.add(index);
        else if (found instanceof Table table && reindex.target().equals("table"))
            indexes.addAll(step.draft.indexes(table));
        else if (reindex.target().equals("table") && reindex.name() != null)
            work(step, step.table(reindex.name(), false), tableMode, INDEX_BUILD);
        else if (reindex.target().equals("index") && reindex.name() != null) step.relation(reindex.name(), false);
        else
            for (Relation relation : step.draft.all()) {
                boolean within = reindex.name() == null
                        || !reindex.target().equals("schema")
                        || relation.schema().equals(reindex.name().name());
                if (relation instanceof Index index && within) indexes.add(index);
            }
        if (found instanceof Table table) work(step, table, tableMode, indexes.isEmpty() ? NONE : INDEX_BUILD);
        for (Index index : indexes) {
            work(step, step.draft.relation(index.table()), tableMode, INDEX_BUILD);
            work(step, index, indexMode, INDEX_BUILD);
        }
    }

    /** CLUSTER, VACUUM FULL. */
    static void rewrite(Step step, Ddl.Rewrite rewrite) {
        for (Table t : targets(step, rewrite.table())) {
            work(step, t, ACCESS_EXCLUSIVE, REWRITE);
            for (Index i : step.draft.indexes(t)) work(step, i, ACCESS_EXCLUSIVE, INDEX_BUILD);
        }
    }

    /** VACUUM, ANALYZE. */
    static void maintain(Step step, Ddl.Maintain maintain) {
        LockWork work = maintain.verb().equals("vacuum") ? SCAN : NONE;
        for (Table t : targets(step, maintain.table())) work(step, t, SHARE_UPDATE_EXCLUSIVE, work);
    }

    private static List<Table> targets(Step step, @Nullable RelationName name) {
        if (name == null) return step.draft.tables();
        Relation relation = step.draft.relation(name);
        if (relation instanceof View view) {
            work(step, view, ACCESS_EXCLUSIVE, REWRITE);
            return List.of();
        }
        Table table = step.table(name, false);
        return table == null ? List.of() : List.of(table);
    }

    /** TRUNCATE: gives the tables that lose their rows. */
    static Set<Table> truncate(Step step, Ddl.Truncate truncate) {
        Set<Table> all = new LinkedHashSet<>();
        List<Table> next = new ArrayList<>();
        for (RelationName name : truncate.tables()) {
            Table t = step.table(name, false);
            if (t != null) next.add(t);
        }
        while (!next.isEmpty()) {
            List<Table> more = new ArrayList<>();
            for (Table t : next) {
                if (!all.add(t)) continue;
                more.addAll(step.draft.children(t.id()));
                if (truncate.cascade()) more.addAll(step.draft.referencing(t.id()));
            }
            next = more;
        }
        for (Table t : all) {
            work(step, t, ACCESS_EXCLUSIVE, REWRITE);
            for (Index i : step.draft.indexes(t)) work(step, i, ACCESS_EXCLUSIVE, REWRITE);
        }
        return all;
    }

    /** LOCK TABLE. */
    static void lock(Step step, Ddl.LockTable lock) {
        LockMode mode = mode(lock.mode());
        for (RelationName name : lock.tables()) {
            Relation found = step.draft.relation(name);
            Relation t = found == null ? step.table(name, false) : found;
            step.locks.add(t, mode, NONE);
            if (t != null) for (Table part : step.draft.descendants(t.id())) step.locks.add(part, mode, NONE);
        }
    }

    private static LockMode mode(String words) {
        String name = words.toUpperCase(Locale.ROOT).replace(' ', '_');
        for (LockMode mode : LockMode.values()) if (mode.name().equals(name)) return mode;
        return ACCESS_EXCLUSIVE;
    }

    /** REFRESH MATERIALIZED VIEW. */
    static void refresh(Step step, Ddl.RefreshView refresh) {
        if (!(step.relation(refresh.view(), false) instanceof View mv)) return;
        if (refresh.concurrently()) {
            work(step, mv, EXCLUSIVE, SCAN);
        } else {
            work(step, mv, ACCESS_EXCLUSIVE, REWRITE);
            for (Relation index : step.draft.referrers(mv.id(), Referral.INDEX))
                work(step, index, ACCESS_EXCLUSIVE, INDEX_BUILD);
        }
        for (int source : mv.reads()) work(step, step.draft.relation(source), ACCESS_SHARE, SCAN);
    }

    /** What a query reads whole, as far as its text shows. */
    static void read(Step step, String query) {
        for (RelationName name : Expressions.read(query)) work(step, step.draft.relation(name), ACCESS_SHARE, SCAN);
    }

    /** INSERT, UPDATE, DELETE, MERGE, COPY FROM. */
    static void rows(Step step, Table t, boolean whole) {
        work(step, t, ROW_EXCLUSIVE, whole ? SCAN : NONE);
        for (Index i : step.draft.indexes(t)) work(step, i, ROW_EXCLUSIVE, NONE);
    }

    /** CREATE TRIGGER, ENABLE TRIGGER. */
    static void trigger(Step step, Table t) {
        step.locks.add(t, SHARE_ROW_EXCLUSIVE, NONE);
    }

    /** COMMENT ON, CREATE STATISTICS. */
    static void light(Step step, @Nullable Relation relation) {
        step.locks.add(relation, SHARE_UPDATE_EXCLUSIVE, NONE);
    }

    /** Policies, rules, DROP TRIGGER and everything else that only changes the catalogue of a table. */
    static void catalogue(Step step, @Nullable Relation relation) {
        step.locks.add(relation, ACCESS_EXCLUSIVE, NONE);
    }

    /** GRANT, REVOKE. */
    static void grant(Step step, @Nullable Relation relation) {
        step.locks.add(relation, ACCESS_SHARE, NONE, FROM_18);
    }

    /** ALTER DOMAIN ADD CONSTRAINT, VALIDATE CONSTRAINT, SET NOT NULL: every table that uses it is read. */
    static void domain(Step step, UserType domain) {
        for (Table t : step.draft.users(domain))
            for (Column column : t.columns()) if (column.userType() == domain.id()) work(step, t, SHARE, SCAN);
    }

    private static void work(Step step, @Nullable Relation relation, LockMode mode, LockWork work) {
        if (relation == null) return;
        boolean nothing = step.draft.empty(relation) || (relation instanceof Index index && empty(step, index.table()));
        step.locks.add(relation, mode, nothing ? NONE : work);
    }

    private static boolean empty(Step step, int table) {
        Relation relation = step.draft.relation(table);
        return relation != null && step.draft.empty(relation);
    }
}
