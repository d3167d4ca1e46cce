package io.github.assaymark.facts.replay;

import io.github.assaymark.facts.sql.RelationName;
import io.github.assaymark.facts.sql.SqlTokens;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.fact.RelationKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A schema while a migration changes it, and the session that does. Used by one thread. */
final class Draft {
    private static final int MAX_NAME = 63;
    /** How many numbers each migration may give before those of the next one depend on it. */
    private static final int NUMBERS = 1 << 15;

    private static final int MAX_NUMBERED = 60_000;

    private Schema state;
    private int nextNumber;
    private boolean changed;

    private PersistentMap<Integer, Relation> relations;
    private PersistentMap<String, Integer> names;
    private PersistentMap<Long, List<Integer>> referrers;

    private final Origin origin;
    private Provenance.File place;
    private Site site;
    private final List<Integer> made = new ArrayList<>();
    private List<String> path = List.of(Relation.PUBLIC);
    private @Nullable String role;
    private final Set<Integer> emptied = new HashSet<>();
    private final Set<Integer> filled = new HashSet<>();

    /** {@code place} is the file as a whole. */
    Draft(Schema state, Origin origin, Provenance.File place) {
        this.state = state;
        this.nextNumber = firstNumber(state, origin.order());
        this.relations = state.relations();
        this.names = state.names();
        this.referrers = state.referrers();
        this.origin = origin;
        this.place = place;
        this.site = origin.site();
    }

    /** Numbers do not depend on how many the migrations before gave, so that they stay when one of those changes. */
    static int firstNumber(Schema state, int order) {
        return Math.max(state.nextNumber(), Math.min(order, MAX_NUMBERED) * NUMBERS);
    }

    /** One that goes on from here without changing this one. */
    Draft copy() {
        Draft copy = new Draft(schema(), origin, place);
        copy.site = site;
        copy.path = path;
        copy.role = role;
        copy.emptied.addAll(emptied);
        copy.filled.addAll(filled);
        return copy;
    }

    /** The schema as it is now. */
    Schema schema() {
        if (changed || state.nextNumber() != nextNumber) state = state.with(nextNumber, relations, names, referrers);
        changed = false;
        return state;
    }

    /** Changes what is no relation. */
    void change(UnaryOperator<Schema> change) {
        state = change.apply(schema());
        nextNumber = state.nextNumber();
        relations = state.relations();
        names = state.names();
        referrers = state.referrers();
    }

    /** The session goes on with another statement. */
    void at(int statement, Provenance.File newPlace) {
        place = newPlace;
        site = new Site(origin.site().order(), origin.site().down(), statement);
    }

    Site site() {
        return site;
    }

    Provenance.File place() {
        return place;
    }

    Origin here() {
        return new Origin(origin.order(), origin.migration(), site);
    }

    String migration() {
        return origin.migration();
    }

    boolean createdHere(Origin other) {
        return other.order() == origin.order() && !other.assumed();
    }

    /** Whether what stands at a place was made by this migration. */
    boolean migrationMade(Site where) {
        return where.order() == origin.order();
    }

    int nextNumber() {
        return nextNumber;
    }

    int number() {
        changed = true;
        made.add(nextNumber);
        return nextNumber++;
    }

    @Nullable
    String role() {
        return role;
    }

    void role(@Nullable String newRole) {
        role = newRole;
    }

    /** SET search_path; null for RESET. */
    void path(@Nullable String value) {
        List<String> schemas = new ArrayList<>();
        if (value != null) {
            SqlTokens words = SqlTokens.of(value);
            for (int i = 0; i < words.size(); i++) {
                String name = words.names(i) ? words.name(i) : Expressions.content(words.text(i));
                if (words.names(i) || words.text(i).startsWith("'"))
                    if (!name.equals("$user") && !name.equals("default") && !name.isEmpty()) schemas.add(name);
            }
        }
        boolean standard = value == null || value.trim().equalsIgnoreCase("default");
        path = standard ? List.of(Relation.PUBLIC) : List.copyOf(schemas);
    }

    /** The schema that something new comes into. */
    String schemaOf(RelationName name) {
        if (name.schema() != null) return name.schema();
        return path.isEmpty() ? Relation.PUBLIC : path.get(0);
    }

    @Nullable
    Relation relation(RelationName name) {
        if (name.schema() != null) return relation(name.schema(), name.name());
        for (String schema : path) {
            Relation found = relation(schema, name.name());
            if (found != null) return found;
        }
        return null;
    }

    @Nullable
    Relation relation(String schema, String name) {
        Integer id = names.get(schema + "." + name);
        return id == null ? null : relations.get(id);
    }

    @Nullable
    Relation relation(int id) {
        return relations.get(id);
    }

    @Nullable
    Table table(int id) {
        return relations.get(id) instanceof Table table ? table : null;
    }

    boolean empty(Relation relation) {
        if (emptied.contains(relation.id())) return true;
        return createdHere(relation.origin()) && !filled.contains(relation.id());
    }

    void emptied(int id) {
        emptied.add(id);
        filled.remove(id);
    }

    void filled(int id) {
        filled.add(id);
        emptied.remove(id);
    }

    /** Adds a relation, or puts it in the place of the one with its number. */
    void put(Relation relation) {
        changed = true;
        Relation before = relations.get(relation.id());
        if (before != null
                && !(before.schema().equals(relation.schema()) && before.name().equals(relation.name())))
            names = names.without(before.schema() + "." + before.name());
        if (before == null
                || !(before.schema().equals(relation.schema()) && before.name().equals(relation.name())))
            names = names.with(relation.schema() + "." + relation.name(), relation.id());
        relations = relations.with(relation.id(), relation);
        if (before != null && Referral.alike(before, relation)) return;
        Set<Long> old = before == null ? Set.of() : Referral.of(before);
        Set<Long> now = Referral.of(relation);
        for (long key : old) if (!now.contains(key)) forget(key, relation.id());
        for (long key : now) if (!old.contains(key)) refer(key, relation.id());
    }

    private void refer(long key, int id) {
        List<Integer> known = referrers.get(key);
        List<Integer> all = new ArrayList<>(known == null ? List.of() : known);
        int at = Collections.binarySearch(all, id);
        if (at < 0) all.add(-1 - at, id);
        referrers = referrers.with(key, List.copyOf(all));
    }

    private void forget(long key, int id) {
        List<Integer> known = referrers.get(key);
        if (known == null) return;
        List<Integer> rest = new ArrayList<>(known);
        rest.remove((Integer) id);
        referrers = rest.isEmpty() ? referrers.without(key) : referrers.with(key, List.copyOf(rest));
    }

    /** What refers to something in this way, in the order it was made. */
    List<Relation> referrers(int number, Referral how) {
        List<Integer> known = referrers.get(how.to(number));
        if (known == null) return List.of();
        List<Relation> found = new ArrayList<>();
        for (int id : known) {
            Relation relation = relations.get(id);
            if (relation != null) found.add(relation);
        }
        return found;
    }

    private List<Table> tables(int number, Referral how) {
        List<Table> found = new ArrayList<>();
        for (Relation relation : referrers(number, how)) if (relation instanceof Table table) found.add(table);
        return found;
    }

    /** Tables with a trigger that calls a function of this name, and maybe others. */
    List<Table> callers(String function) {
        return tables(function.hashCode(), Referral.CALLS);
    }

    /** Tables with a column of a type. */
    List<Table> users(UserType type) {
        return tables(type.id(), Referral.TYPE);
    }

    /** Sequences that go with a table. */
    List<Sequence> sequences(int table) {
        List<Sequence> found = new ArrayList<>();
        for (Relation relation : referrers(table, Referral.SEQUENCE))
            if (relation instanceof Sequence sequence) found.add(sequence);
        return found;
    }

    /** Tables that this migration made and that are still there. */
    List<Table> made() {
        List<Table> found = new ArrayList<>();
        for (int id : made) if (relations.get(id) instanceof Table table) found.add(table);
        return found;
    }

    void remove(Relation relation) {
        changed = true;
        Relation before = relations.get(relation.id());
        if (before != null) for (long key : Referral.of(before)) forget(key, relation.id());
        names = names.without(relation.schema() + "." + relation.name());
        relations = relations.without(relation.id());
    }

    /** A table that some statement speaks of although no migration made it. */
    Table assume(RelationName name) {
        Table.Form form = new Table.Form(RelationKind.TABLE, false, false, 0, null, List.of(), true);
        Table table = new Table(
                number(),
                schemaOf(name),
                name.name(),
                new Origin(0, "", site),
                form,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Table.Security.OFF,
                null);
        put(table);
        return table;
    }

    List<Relation> all() {
        return relations.values();
    }

    List<Table> tables() {
        List<Table> tables = new ArrayList<>();
        relations.forEach((id, relation) -> {
            if (relation instanceof Table table) tables.add(table);
        });
        return tables;
    }

    List<Index> indexes(Table table) {
        List<Index> indexes = new ArrayList<>();
        for (int id : table.indexes()) if (relations.get(id) instanceof Index index) indexes.add(index);
        return indexes;
    }

    /** Tables with a foreign key to this one, itself left out. */
    List<Table> referencing(int table) {
        List<Table> found = tables(table, Referral.KEY);
        found.removeIf(other -> other.id() == table);
        return found;
    }

    /** Partitions, and tables that inherit. */
    List<Table> children(int table) {
        return tables(table, Referral.PART);
    }

    /** Children, their children and so on. */
    List<Table> descendants(int table) {
        List<Table> found = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        seen.add(table);
        List<Table> next = children(table);
        while (!next.isEmpty()) {
            List<Table> deeper = new ArrayList<>();
            for (Table child : next) {
                if (!seen.add(child.id())) continue;
                found.add(child);
                deeper.addAll(children(child.id()));
            }
            next = deeper;
        }
        return found;
    }

    /** Views that read a relation, directly or through others. */
    List<View> readers(int relation) {
        List<View> found = new ArrayList<>();
        Set<Integer> read = new HashSet<>();
        read.add(relation);
        Deque<Integer> next = new ArrayDeque<>();
        next.add(relation);
        while (!next.isEmpty())
            for (Relation other : referrers(next.remove(), Referral.READS)) {
                if (!(other instanceof View view) || !read.add(view.id())) continue;
                found.add(view);
                next.add(view.id());
            }
        return found;
    }

    /** The index behind a table's key of these columns; null when there is none. */
    @Nullable
    Index keyIndex(Table table, List<String> columns) {
        List<String> wanted = columns.isEmpty() ? table.primaryKey() : columns;
        for (Index index : indexes(table))
            if (index.unique()
                    && index.columns().size() == wanted.size()
                    && index.columns().containsAll(wanted)) return index;
        return null;
    }

    @Nullable
    UserType type(RelationName name) {
        if (name.schema() != null) return type(name.schema(), name.name());
        for (String schema : path) {
            UserType found = type(schema, name.name());
            if (found != null) return found;
        }
        return null;
    }

    private @Nullable UserType type(String schema, String name) {
        Integer id = state.typeNames().get(schema + "." + name);
        return id == null ? null : state.types().get(id);
    }

    /** Number of the type of a schema that a declared type is; 0 for others. */
    int userType(String declared) {
        SqlType type = SqlType.of(declared);
        UserType found = type(new RelationName(type.schema(), type.bare()));
        return found == null ? 0 : found.id();
    }

    Volatility volatility(String expression) {
        return Volatility.of(expression, name -> {
            for (Routine routine : routines(name)) return routine.volatility();
            return null;
        });
    }

    /** Functions of a name in any schema. */
    List<Routine> routines(String name) {
        List<Routine> found = new ArrayList<>();
        for (String schema : path) {
            Routine routine = state.routines().get(schema + "." + name);
            if (routine != null) found.add(routine);
        }
        return found;
    }

    @Nullable
    Routine routine(RelationName name) {
        if (name.schema() != null) return state.routines().get(name.schema() + "." + name.name());
        List<Routine> found = routines(name.name());
        return found.isEmpty() ? null : found.get(0);
    }

    /** A free name as PostgreSQL makes it of a table, columns and a word such as {@code key}. */
    String free(String schema, String table, String columns, String label) {
        String name = made(table, columns, label);
        for (int i = 1; i < 1000 && relation(schema, name) != null; i++) name = made(table, columns, label + i);
        return name;
    }

    static String made(String table, String columns, String label) {
        String first = table;
        String second = columns;
        int room = MAX_NAME - label.length() - 1 - (columns.isEmpty() ? 0 : 1);
        while (first.length() + second.length() > room) {
            if (first.length() > second.length()) first = first.substring(0, first.length() - 1);
            else second = second.substring(0, second.length() - 1);
        }
        return first + (second.isEmpty() ? "" : "_" + second) + "_" + label;
    }
}
