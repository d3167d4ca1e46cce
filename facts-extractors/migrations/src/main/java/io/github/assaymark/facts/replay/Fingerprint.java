package io.github.assaymark.facts.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** What two schemas do not have in common, as lines that do not depend on how each came to be. */
final class Fingerprint {
    private static final int MAX_SHOWN = 5;

    private Fingerprint() {}

    /**
     * Differences between what should be and what is: {@code -} what is gone, {@code +} what is new; none when alike.
     */
    static List<String> differences(Schema before, Schema after) {
        Set<String> wanted = new TreeSet<>();
        Set<String> found = new TreeSet<>();
        // A table that was not touched but names another that is called otherwise now: the other one tells.
        before.relations().forEachUnshared(after.relations(), (id, relation) -> {
            if (!relation.equals(after.relation(id))) lines(before, relation, wanted);
        });
        after.relations().forEachUnshared(before.relations(), (id, relation) -> {
            if (!relation.equals(before.relation(id))) lines(after, relation, found);
        });
        others(before, after, wanted);
        others(after, before, found);
        List<String> differences = new ArrayList<>();
        for (String line : wanted) if (!found.contains(line)) differences.add("- " + line);
        for (String line : found) if (!wanted.contains(line)) differences.add("+ " + line);
        return differences;
    }

    /** The first of them in words. */
    static String shown(List<String> differences) {
        List<String> first = differences.size() > MAX_SHOWN ? differences.subList(0, MAX_SHOWN) : differences;
        int more = differences.size() - first.size();
        return String.join("; ", first) + (more > 0 ? "; and " + more + " more" : "");
    }

    private static void lines(Schema schema, Relation relation, Set<String> lines) {
        if (relation instanceof Table table) table(schema, table, lines);
        else if (relation instanceof Index index) index(schema, index, lines);
        else if (relation instanceof View view) lines.add("view " + view.key() + " " + flat(view.query()));
        else if (relation instanceof Sequence sequence && sequence.table() == 0)
            lines.add("sequence " + sequence.key());
    }

    private static void table(Schema schema, Table table, Set<String> lines) {
        if (table.form().temporary()) return;
        String name = table.key();
        lines.add("table " + name);
        for (Column column : table.columns())
            lines.add("column " + name + "." + column.name() + " "
                    + SqlType.of(schema.type(column)).shown()
                    + (column.notNull() ? " not null" : "")
                    + (column.defaultExpression() == null ? "" : " default " + flat(column.defaultExpression()))
                    + (column.generation() == Column.Generation.NONE
                            ? ""
                            : " " + column.generation().name().toLowerCase(Locale.ROOT)));
        for (Constraint constraint : table.constraints()) {
            Relation u = schema.relation(constraint.references());
            lines.add("constraint " + constraint.name() + " of " + name + " " + constraint.kind()
                    + " " + constraint.columns()
                    + (constraint.expression() == null ? "" : " " + flat(constraint.expression()))
                    + (u == null ? "" : " references " + u.key() + constraint.referenced())
                    + (constraint.validated() ? "" : " not valid"));
        }
        for (Trigger trigger : table.triggers())
            lines.add("trigger " + trigger.name() + " of " + name + (trigger.enabled() ? "" : " disabled"));
        if (table.security().enabled()) lines.add("row security of " + name);
        if (table.security().forced()) lines.add("forced row security of " + name);
        for (Policy policy : table.security().policies())
            lines.add("policy " + policy.name() + " of " + name + " " + policy.command() + " " + policy.roles() + " "
                    + flat(String.valueOf(policy.using())) + " " + flat(String.valueOf(policy.check())));
    }

    private static void index(Schema schema, Index index, Set<String> lines) {
        Relation table = schema.relation(index.table());
        if (table instanceof Table found && found.form().temporary()) return;
        lines.add("index " + index.key() + " of " + (table == null ? "" : table.key()) + " " + index.columns()
                + (index.unique() ? " unique" : "") + " " + index.method()
                + (index.predicate() == null ? "" : " where " + flat(index.predicate())));
    }

    private static void others(Schema schema, Schema other, Set<String> lines) {
        schema.types().forEachUnshared(other.types(), (id, type) -> {
            if (!type.equals(other.types().get(id))) type(type, lines);
        });
        schema.routines().forEachUnshared(other.routines(), (key, routine) -> {
            Routine theirs = other.routines().get(key);
            if (theirs == null || !theirs.text().equals(routine.text()))
                lines.add(
                        "function " + routine.key() + " " + flat(routine.text()).hashCode());
        });
        schema.namespaces().forEachUnshared(other.namespaces(), (name, origin) -> lines.add("schema " + name));
        schema.extensions().forEachUnshared(other.extensions(), (name, extension) -> lines.add("extension " + name));
    }

    private static void type(UserType type, Set<String> lines) {
        lines.add("type " + type.key());
        for (String label : type.labels()) lines.add("value " + label + " of " + type.key());
        for (UserType.Check check : type.checks())
            lines.add("check " + check.name() + " of " + type.key() + " " + flat(check.expression()));
    }

    private static String flat(String text) {
        return Expressions.oneLine(text);
    }
}
