package io.github.assaymark.facts.replay;

import io.github.assaymark.facts.sql.RelationName;
import io.github.assaymark.facts.sql.SqlTokens;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.fact.RelationKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A schema while a migration changes it, and the session that does. Used by one thread. */
final class Draft {
    private static final int MAX_NAME = 63;

    private Schema state;
    private int nextNumber;
    private boolean changed;
    /** How many tables are partitions or inherit; -1 before they are counted. */
    private int heirs = -1;

    private PersistentMap<Integer, Relation> relations;
    private PersistentMap<String, Integer> names;

    private final Origin origin;
    private Provenance.File place;
    private List<String> path = List.of(Relation.PUBLIC);
    private @Nullable String role;
    private final Set<Integer> emptied = new HashSet<>();
    private final Set<Integer> filled = new HashSet<>();

    Draft(Schema state, Origin origin) {
        this.state = state;
        this.nextNumber = state.nextNumber();
        this.relations = state.relations();
        this.names = state.names();
        this.origin = origin;
        this.place = origin.place();
    }

    /** One that goes on from here without changing this one. */
    Draft copy() {
        Draft copy = new Draft(schema(), origin);
        copy.place = place;
        copy.path = path;
        copy.role = role;
        copy.emptied.addAll(emptied);
        copy.filled.addAll(filled);
        return copy;
    }

    /** The schema as it is now. */
    Schema schema() {
        if (changed)
            state = new Schema(
                    nextNumber,
                    relations,
                    names,
                    state.types(),
                    state.typeNames(),
                    state.routines(),
                    state.namespaces(),
                    state.roles(),
                    state.memberships(),
                    state.privileges(),
                    state.defaults(),
                    state.extensions(),
                    state.grants());
        changed = false;
        return state;
    }

    /** Changes what is no relation. */
    void change(UnaryOperator<Schema> change) {
        state = change.apply(schema());
        nextNumber = state.nextNumber();
        relations = state.relations();
        names = state.names();
    }

    /** The session goes on with another statement. */
    void at(Provenance.File newPlace) {
        place = newPlace;
    }

    Provenance.File place() {
        return place;
    }

    Origin here() {
        return new Origin(origin.order(), origin.migration(), place);
    }

    String migration() {
        return origin.migration();
    }

    boolean createdHere(Origin other) {
        return other.order() == origin.order() && !other.assumed();
    }

    /** Whether what stands at a place was made by this migration. */
    boolean migrationMade(Provenance.File made) {
        return made.path().equals(origin.place().path());
    }

    int nextNumber() {
        return nextNumber;
    }

    int number() {
        changed = true;
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
        if (heirs >= 0) heirs += (kin(relation) ? 1 : 0) - (kin(before) ? 1 : 0);
        if (before != null
                && !(before.schema().equals(relation.schema()) && before.name().equals(relation.name())))
            names = names.without(before.schema() + "." + before.name());
        if (before == null
                || !(before.schema().equals(relation.schema()) && before.name().equals(relation.name())))
            names = names.with(relation.schema() + "." + relation.name(), relation.id());
        relations = relations.with(relation.id(), relation);
    }

    void remove(Relation relation) {
        changed = true;
        if (heirs >= 0 && kin(relations.get(relation.id()))) heirs--;
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
                new Origin(0, "", place),
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
        List<Table> found = new ArrayList<>();
        for (Table other : tables()) {
            if (other.id() == table) continue;
            boolean refers = false;
            for (Constraint constraint : other.constraints()) refers |= constraint.references() == table;
            if (refers) found.add(other);
        }
        return found;
    }

    private static boolean kin(@Nullable Relation relation) {
        return relation instanceof Table table
                && (table.form().parent() != 0 || !table.form().inherits().isEmpty());
    }

    /** Partitions, and tables that inherit. */
    List<Table> children(int table) {
        if (heirs < 0) {
            heirs = 0;
            for (Table one : tables()) if (kin(one)) heirs++;
        }
        if (heirs == 0) return List.of();
        List<Table> found = new ArrayList<>();
        for (Table other : tables())
            if (other.form().parent() == table || other.form().inherits().contains(table)) found.add(other);
        return found;
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
        boolean more = true;
        while (more) {
            more = false;
            for (Relation other : all()) {
                if (!(other instanceof View view) || read.contains(view.id())) continue;
                for (int source : view.reads()) {
                    if (!read.contains(source)) continue;
                    read.add(view.id());
                    found.add(view);
                    more = true;
                    break;
                }
            }
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
