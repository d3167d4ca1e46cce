package io.github.assaymark.facts.java;

import io.github.assaymark.facts.schema.TableFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hands over the tables beside that of an entity: those between two entities, and those of collections. */
final class EntityLinkTables {
    private final EntityScope scope;

    EntityLinkTables(EntityScope scope) {
        this.scope = scope;
    }

    /** The table of a relation of many to many. */
    void joinTable(EntityField field, EntityPlace in) {
        JavaIndex.Declared target = scope.entities().entity(field.target(), in.type());
        String own = scope.entities().tableName(scope.entity(), scope.names());
        String other = target == null ? null : scope.entities().tableName(target, scope.names());
        JavaAnnotation written = field.annotation("JoinTable");
        JavaValue value = written == null ? null : written.value("name");
        String name = scope.text(value, in);
        if (name != null) name = scope.names().written(name);
        else if (value == null && own != null && other != null)
            name = scope.names().of(own + "_" + other);
        String ownKey = scope.keyColumn(scope.entity());
        String otherKey = target == null ? null : scope.keyColumn(target);
        if (name == null || own == null || target == null || ownKey == null || otherKey == null) {
            scope.openTable(field, in);
            return;
        }
        TableFacts table = scope.entities().joinTable(name, scope.entity(), field.span());
        String near = joinColumn(written, "joinColumns", in, own + "_" + ownKey);
        String far = joinColumn(written, "inverseJoinColumns", in, field.name() + "_" + otherKey);
        if (near == null || far == null) {
            scope.open(field, in, "a column of " + name + " is no constant of the repository");
            return;
        }
        String ownReference = scope.entities().tableKey(scope.entity(), scope.names()) + "." + ownKey;
        String otherReference = scope.entities().tableKey(target, scope.names()) + "." + otherKey;
        boolean set = field.type().startsWith("Set<");
        between(table, field, in, near, ownReference, set);
        between(table, field, in, far, otherReference, set);
        if (set) table.index(scope.facts().place(in.unit(), field.span()), null, List.of(near, far), true, null, null);
    }

    private void between(
            TableFacts table, EntityField field, EntityPlace in, String name, String references, boolean key) {
        table.column(
                scope.facts().place(in.unit(), field.span()),
                new TableFacts.Column(name, null, "key", false, null, key, false, references));
    }

    private @Nullable String joinColumn(
            @Nullable JavaAnnotation table, String attribute, EntityPlace in, String usual) {
        List<JavaAnnotation> columns = table == null ? List.of() : table.nested(attribute);
        JavaValue name = columns.isEmpty() ? null : columns.get(0).value("name");
        if (name == null) return scope.names().of(usual);
        String text = scope.text(name, in);
        return text == null ? null : scope.names().written(text);
    }

    /** The table of a collection of values. */
    void collection(EntityField field, EntityPlace in) {
        JavaAnnotation written = field.annotation("CollectionTable");
        JavaValue value = written == null ? null : written.value("name");
        String text = scope.text(value, in);
        String name = text != null
                ? scope.names().written(text)
                : value != null ? null : scope.names().of(scope.entity().type().simpleName() + "_" + field.name());
        String ownKey = scope.keyColumn(scope.entity());
        String own = scope.entities().tableKey(scope.entity(), scope.names());
        if (name == null || ownKey == null || own == null) {
            scope.openTable(field, in);
            return;
        }
        TableFacts table = scope.entities().joinTable(name, scope.entity(), field.span());
        String near =
                joinColumn(written, "joinColumns", in, scope.entity().type().simpleName() + "_" + ownKey);
        if (near != null) between(table, field, in, near, own + "." + ownKey, false);
        JavaIndex.Declared element = scope.index().type(in.unit(), in.type().type(), field.target());
        boolean parts = element != null && JavaAnnotation.has(element.type().annotations(), "Embeddable");
        String column = scope.columnName(
                field, field.annotation("Column"), in, scope.names().of(field.name()));
        if (near == null || parts || column == null) {
            scope.open(field, in, "the columns of " + name + " are not read");
            return;
        }
        table.column(
                scope.facts().place(in.unit(), field.span()),
                new TableFacts.Column(column, field.name(), field.target(), true, null, false, false, null));
    }
}
