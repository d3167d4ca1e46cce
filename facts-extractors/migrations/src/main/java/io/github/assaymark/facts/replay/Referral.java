package io.github.assaymark.facts.replay;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** How a relation refers to another, or to a type. */
enum Referral {
    /** A foreign key. */
    KEY(0),
    /** A partition, or a table that inherits. */
    PART(1),
    /** A view that reads it. */
    READS(2),
    /** A sequence that goes with it. */
    SEQUENCE(3),
    /** An index on it. */
    INDEX(4),
    /** A column of this type. */
    TYPE(5),
    /** A table with a trigger that calls a function of this name; by the hash of the name. */
    CALLS(6);

    private final int mark;

    Referral(int mark) {
        this.mark = mark;
    }

    /** Stands for all that refer to something in this way. */
    long to(int number) {
        return (long) number << 3 | mark;
    }

    /** What a relation refers to. */
    static Set<Long> of(Relation relation) {
        Set<Long> found = new TreeSet<>();
        if (relation instanceof Table table) of(table, found);
        else if (relation instanceof View view) for (int read : view.reads()) found.add(READS.to(read));
        else if (relation instanceof Index index) found.add(INDEX.to(index.table()));
        else if (relation instanceof Sequence sequence && sequence.table() != 0)
            found.add(SEQUENCE.to(sequence.table()));
        return found;
    }

    private static void of(Table table, Set<Long> found) {
        for (Constraint constraint : table.constraints())
            if (constraint.references() != 0) found.add(KEY.to(constraint.references()));
        if (table.form().parent() != 0) found.add(PART.to(table.form().parent()));
        for (int parent : table.form().inherits()) found.add(PART.to(parent));
        for (Trigger trigger : table.triggers())
            if (trigger.function() != null)
                found.add(CALLS.to(trigger.function().hashCode()));
        for (Column column : table.columns()) if (column.userType() != 0) found.add(TYPE.to(column.userType()));
    }

    /** Whether two states of a relation refer to the same, as far as that is easily seen. */
    @SuppressWarnings("ReferenceEquality") // parts that did not change are shared
    static boolean alike(Relation one, Relation other) {
        return one instanceof Table a
                && other instanceof Table b
                && same(a.columns(), b.columns())
                && same(a.constraints(), b.constraints())
                && same(a.triggers(), b.triggers())
                && a.form() == b.form();
    }

    @SuppressWarnings("ReferenceEquality")
    private static boolean same(List<?> one, List<?> other) {
        return one == other;
    }
}
