package io.github.assaymark.facts.java;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The entities of one owner: their tables, and the columns that their properties lead to. */
final class Entities {
    private static final int MAX_DEPTH = 6;

    private final JavaIndex index;
    private final EntityFacts facts;
    private final EntityNames names;
    private final Map<String, JavaIndex.Declared> entities;
    private final Map<JavaIndex.Declared, EntityColumns> tables;

    /** A column and the table it is in. */
    record Column(String table, String name) {}

    Entities(
            JavaIndex index,
            EntityFacts facts,
            EntityNames names,
            Map<String, JavaIndex.Declared> entities,
            Map<JavaIndex.Declared, EntityColumns> tables) {
        this.index = index;
        this.facts = facts;
        this.names = names;
        this.entities = entities;
        this.tables = tables;
    }

    /** The entity that a type name means; null when it is none of the owner. */
    JavaIndex.@Nullable Declared of(String typeName, JavaIndex.Declared within) {
        JavaIndex.Declared found = facts.entity(typeName, within);
        return found == null ? null : entities.get(found.fullName());
    }

    /** The entity that queries know by a name; null when there are none or several. */
    JavaIndex.@Nullable Declared named(String name) {
        JavaIndex.Declared found = entities.get(name);
        if (found != null) return found;
        for (JavaIndex.Declared each : entities.values()) {
            if (!name(each).equals(name)) continue;
            if (found != null) return null;
            found = each;
        }
        return found;
    }

    /** The name of an entity in queries. */
    String name(JavaIndex.Declared entity) {
        JavaAnnotation annotation = JavaAnnotation.named(entity.type().annotations(), "Entity");
        JavaValue given = annotation == null ? null : annotation.value("name");
        String text = given == null ? null : index.text(given, entity.unit(), entity.type());
        return text == null || text.isEmpty() ? entity.type().simpleName() : text;
    }

    /** Key of its table; null when its name is not known. */
    @Nullable
    String table(JavaIndex.Declared entity) {
        return facts.tableKey(entity, names);
    }

    /** The column that properties with dots between them lead to; null when it is not known. */
    @Nullable
    Column column(JavaIndex.Declared entity, String path) {
        return column(entity, path, 0);
    }

    private @Nullable Column column(JavaIndex.Declared entity, String path, int depth) {
        Column own = own(entity, path);
        if (own != null || depth > MAX_DEPTH) return own;
        int dot = path.indexOf('.');
        if (dot < 0) return null;
        String head = path.substring(0, dot);
        String rest = path.substring(dot + 1);
        JavaIndex.Declared target = target(entity, head);
        if (target == null) return null;
        // the key of what is referred to is stored in the column that refers
        Column reference = own(entity, head);
        if (reference != null && rest.equals(keyProperty(target))) return reference;
        return column(target, rest, depth + 1);
    }

    private @Nullable Column own(JavaIndex.Declared entity, String path) {
        List<JavaIndex.Declared> line = new ArrayList<>(List.of(entity));
        line.addAll(index.supertypes(entity));
        for (JavaIndex.Declared each : line) {
            EntityColumns columns = tables.get(each);
            String name = columns == null ? null : columns.column(path);
            String table = name == null ? null : table(each);
            if (name != null && table != null) return new Column(table, name);
        }
        return null;
    }

    /** Whether properties lead to something that has properties itself. */
    boolean leads(JavaIndex.Declared entity, String path) {
        int dot = path.lastIndexOf('.');
        for (JavaIndex.Declared each : line(entity)) {
            EntityColumns columns = tables.get(each);
            if (columns != null && columns.embeds(path)) return true;
        }
        if (dot < 0) return target(entity, path) != null;
        JavaIndex.Declared at = entity;
        for (String property : path.split("\\.", MAX_DEPTH + 1)) {
            JavaIndex.Declared next = target(at, property);
            if (next == null) return false;
            at = next;
        }
        return true;
    }

    /** The property of the primary key; null when there are none or several. */
    @Nullable
    String keyProperty(JavaIndex.Declared entity) {
        String found = null;
        for (JavaIndex.Declared each : line(entity)) {
            for (EntityField field : EntityField.of(each.type())) {
                if (!field.has("Id", "EmbeddedId")) continue;
                if (found != null || field.has("EmbeddedId")) return null;
                found = field.name();
            }
        }
        return found;
    }

    /** The entity that a property refers to, alone or in a list; null when it refers to none. */
    JavaIndex.@Nullable Declared target(JavaIndex.Declared entity, String property) {
        for (JavaIndex.Declared each : line(entity)) {
            for (EntityField field : EntityField.of(each.type())) {
                if (field.name().equals(property) && field.has("ManyToOne", "OneToOne", "OneToMany", "ManyToMany"))
                    return of(field.target(), each);
            }
        }
        return null;
    }

    private List<JavaIndex.Declared> line(JavaIndex.Declared entity) {
        List<JavaIndex.Declared> line = new ArrayList<>(List.of(entity));
        line.addAll(index.supertypes(entity));
        return line;
    }

    /**
     * The text of a named query of the entities, and whether it is SQL; null when there is none or it is not constant.
     */
    @Nullable
    NamedQuery query(String name) {
        for (JavaIndex.Declared entity : entities.values()) {
            List<JavaAnnotation> written = new ArrayList<>();
            for (JavaAnnotation each : entity.type().annotations()) {
                if (each.name().equals("NamedQueries") || each.name().equals("NamedNativeQueries"))
                    written.addAll(each.nested("value"));
                else if (each.name().equals("NamedQuery") || each.name().equals("NamedNativeQuery")) written.add(each);
            }
            for (JavaAnnotation each : written) {
                JavaValue named = each.value("name");
                JavaValue query = each.value("query");
                if (named == null || query == null || !name.equals(index.text(named, entity.unit(), entity.type())))
                    continue;
                String text = index.text(query, entity.unit(), entity.type());
                return text == null ? null : new NamedQuery(text, each.name().equals("NamedNativeQuery"));
            }
        }
        return null;
    }

    /** A query that an entity names. */
    record NamedQuery(String text, boolean sql) {}
}
