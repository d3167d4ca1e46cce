package io.github.assaymark.facts.java;

import io.github.assaymark.facts.schema.TableFacts;
import io.github.assaymark.model.fact.DbColumn;
import io.github.assaymark.model.fact.DbIndex;
import io.github.assaymark.model.fact.DbTable;
import io.github.assaymark.model.fact.QueryApi;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns entities of Jakarta Persistence into tables, columns and indexes. */
final class EntityFacts {
    private static final Set<String> USUAL_SCHEMAS = Set.of("", "public", "dbo");

    private final JavaIndex index;
    private final JavaFacts facts;
    private final Map<String, JavaIndex.Declared> entities = new LinkedHashMap<>();
    private final Map<String, List<Foreign>> foreign = new LinkedHashMap<>();

    EntityFacts(JavaIndex index, JavaFacts facts) {
        this.index = index;
        this.facts = facts;
    }

    /** Hands over the tables of entities; gives what queries need to know of them. */
    Entities emit(List<JavaUnit> units) {
        EntityNames names = new EntityNames(units);
        for (JavaUnit unit : units) {
            if (!persistence(unit)) continue;
            for (JavaType type : unit.types()) {
                if (!JavaAnnotation.has(type.annotations(), "Entity")) continue;
                JavaIndex.Declared entity = new JavaIndex.Declared(unit, type);
                entities.put(entity.fullName(), entity);
            }
        }
        Map<JavaIndex.Declared, EntityColumns> tables = new LinkedHashMap<>();
        for (JavaIndex.Declared entity : entities.values()) {
            JavaIndex.Declared root = root(entity);
            if (root.equals(entity) || !strategy(root).equals("SINGLE_TABLE"))
                tables.put(entity, columns(entity, root, names));
        }
        // what others put into a table is known only now
        tables.forEach((entity, columns) -> table(entity, columns, names));
        return new Entities(index, this, names, entities, tables);
    }

    private record Foreign(
            String name, boolean nullable, String type, String references, JavaUnit unit, JavaSpan span) {}

    /** A column in the table of an entity that the other side of a relation declares. */
    void foreign(
            JavaIndex.Declared target,
            String name,
            boolean nullable,
            String type,
            String references,
            JavaUnit unit,
            JavaSpan span) {
        JavaIndex.Declared root = root(target);
        JavaIndex.Declared holder = strategy(root).equals("SINGLE_TABLE") ? root : target;
        foreign.computeIfAbsent(holder.fullName(), t -> new ArrayList<>())
                .add(new Foreign(name, nullable, type, references, unit, span));
    }

    static boolean persistence(JavaUnit unit) {
        return unit.imports("jakarta.persistence") || unit.imports("javax.persistence");
    }

    /** The topmost entity it inherits from; itself when there is none. */
    private JavaIndex.Declared root(JavaIndex.Declared entity) {
        JavaIndex.Declared root = entity;
        for (JavaIndex.Declared each : index.supertypes(entity)) {
            if (JavaAnnotation.has(each.type().annotations(), "Entity")) root = each;
        }
        return root;
    }

    private static String strategy(JavaIndex.Declared root) {
        JavaAnnotation inheritance = JavaAnnotation.named(root.type().annotations(), "Inheritance");
        JavaValue value = inheritance == null ? null : inheritance.value("strategy", "value");
        return value instanceof JavaValue.Text text ? text.lastName() : "SINGLE_TABLE";
    }

    private void table(JavaIndex.Declared entity, EntityColumns columns, EntityNames names) {
        JavaType type = entity.type();
        String name = tableName(entity, names);
        if (name == null) {
            facts.unresolved(
                    "name of a table",
                    type.name(),
                    "its name is no constant, or a naming strategy of the service makes it",
                    entity.unit(),
                    type.span(),
                    List.of(DbTable.class, DbColumn.class, DbIndex.class));
            return;
        }
        String schema = schema(entity);
        TableFacts table = TableFacts.table(
                facts.consumer(),
                facts.keys()::key,
                TableFacts.declared(
                        facts.key(DbTable.class, TableFacts.key(schema, name)),
                        facts.owner(),
                        facts.place(entity.unit(), type.span()),
                        name,
                        schema,
                        QueryApi.JPA,
                        type.simpleName()));
        for (Foreign each : foreign.getOrDefault(entity.fullName(), List.of()))
            columns.foreign(each.name(), each.nullable(), each.type(), each.references(), each.unit(), each.span());
        columns.emit(table);
    }

    private EntityColumns columns(JavaIndex.Declared entity, JavaIndex.Declared root, EntityNames names) {
        EntityColumns columns = new EntityColumns(new EntityScope(index, facts, names, this, entity));
        boolean single = strategy(root).equals("SINGLE_TABLE");
        boolean joined = !root.equals(entity) && strategy(root).equals("JOINED");
        columns.own(entity, false);
        for (JavaIndex.Declared parent : index.supertypes(entity)) {
            boolean parentEntity = JavaAnnotation.has(parent.type().annotations(), "Entity");
            if (parentEntity && joined) columns.keyOf(parent);
            else if (parentEntity || JavaAnnotation.has(parent.type().annotations(), "MappedSuperclass"))
                columns.own(parent, false);
        }
        outsideParent(entity, entity.type());
        if (single) {
            boolean discriminated = false;
            for (JavaIndex.Declared other : entities.values()) {
                if (other.equals(entity) || !index.supertypes(other).contains(entity)) continue;
                columns.own(other, true);
                discriminated = true;
            }
            if (discriminated) columns.discriminator();
        }
        return columns;
    }

    /** Columns may come from a superclass outside of the repository. */
    private void outsideParent(JavaIndex.Declared entity, JavaType type) {
        List<JavaIndex.Declared> line = new ArrayList<>(List.of(entity));
        line.addAll(index.supertypes(entity));
        for (JavaIndex.Declared each : line) {
            String parent = each.type().superclass();
            if (parent == null || index.type(each.unit(), each.type(), parent) != null) continue;
            facts.unresolved(
                    "columns of " + type.simpleName(),
                    parent,
                    "its superclass is not in the repository",
                    each.unit(),
                    each.type().span(),
                    List.of(DbColumn.class));
        }
    }

    /** Name of the table of an entity; null when it is not known. */
    @Nullable
    String tableName(JavaIndex.Declared entity, EntityNames names) {
        JavaIndex.Declared root = root(entity);
        JavaIndex.Declared of = strategy(root).equals("SINGLE_TABLE") ? root : entity;
        JavaAnnotation table = JavaAnnotation.named(of.type().annotations(), "Table");
        JavaValue written = table == null ? null : table.value("name");
        if (written != null) {
            String text = index.text(written, of.unit(), of.type());
            return text == null ? null : names.written(text);
        }
        JavaAnnotation annotation = JavaAnnotation.named(of.type().annotations(), "Entity");
        JavaValue given = annotation == null ? null : annotation.value("name");
        String name = given == null ? of.type().simpleName() : index.text(given, of.unit(), of.type());
        return name == null ? null : names.of(name);
    }

    /** Key of the table of an entity; null when its name is not known. */
    @Nullable
    String tableKey(JavaIndex.Declared entity, EntityNames names) {
        String name = tableName(entity, names);
        return name == null ? null : TableFacts.key(schema(entity), name);
    }

    private @Nullable String schema(JavaIndex.Declared entity) {
        JavaAnnotation table = JavaAnnotation.named(entity.type().annotations(), "Table");
        JavaValue value = table == null ? null : table.value("schema");
        String schema = value == null ? null : index.text(value, entity.unit(), entity.type());
        return schema == null || USUAL_SCHEMAS.contains(schema) ? null : schema;
    }

    /** The entity a type name means; null when it is none of the repository. */
    JavaIndex.@Nullable Declared entity(String typeName, JavaIndex.Declared within) {
        JavaIndex.Declared found = index.type(within.unit(), within.type(), typeName);
        return found != null && JavaAnnotation.has(found.type().annotations(), "Entity") ? found : null;
    }

    /** Hands over a table that a relation makes. */
    TableFacts joinTable(String name, JavaIndex.Declared entity, JavaSpan span) {
        return TableFacts.table(
                facts.consumer(),
                facts.keys()::key,
                TableFacts.declared(
                        facts.key(DbTable.class, name),
                        facts.owner(),
                        facts.place(entity.unit(), span),
                        name,
                        null,
                        QueryApi.JPA,
                        null));
    }
}
