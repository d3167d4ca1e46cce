package io.github.assaymark.facts.java;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the columns by which an entity refers to others. */
final class EntityRelations {
    private final EntityScope scope;
    private final EntityColumns columns;

    EntityRelations(EntityScope scope, EntityColumns columns) {
        this.scope = scope;
        this.columns = columns;
    }

    /** The columns that refer to one other entity. */
    void relation(EntityField field, EntityPlace in) {
        JavaIndex.Declared target = scope.entities().entity(field.target(), in.type());
        String targetKey = target == null ? null : scope.entities().tableKey(target, scope.names());
        String targetColumn = target == null ? null : scope.keyColumn(target);
        List<JavaAnnotation> joins = new ArrayList<>();
        JavaAnnotation several = field.annotation("JoinColumns");
        if (several != null) joins.addAll(several.nested("value"));
        field.annotations().stream().filter(a -> a.name().equals("JoinColumn")).forEach(joins::add);
        if (joins.isEmpty()) {
            if (targetColumn == null) {
                scope.open(field, in, "what it refers to is no entity of the repository with one key");
                return;
            }
            String name = scope.names().of(field.name() + "_" + targetColumn);
            if (name == null) scope.open(field, in, "a naming strategy of the service makes its name");
            else reference(name, field, null, targetKey, targetColumn, in);
            return;
        }
        for (JavaAnnotation join : joins) {
            String written = scope.text(join.value("referencedColumnName"), in);
            String referenced = written == null || written.isEmpty()
                    ? targetColumn
                    : scope.names().written(written);
            String usual = referenced == null ? null : scope.names().of(field.name() + "_" + referenced);
            String name = scope.columnName(field, join, in, usual);
            if (name != null) reference(name, field, join, targetKey, referenced, in);
        }
    }

    private void reference(
            String name,
            EntityField field,
            @Nullable JavaAnnotation join,
            @Nullable String table,
            @Nullable String column,
            EntityPlace in) {
        boolean required = field.required() || (join != null && join.says("nullable", false));
        boolean unique = (join != null && join.says("unique", true))
                || (field.has("OneToOne") && !field.has("MapsId", "PrimaryKeyJoinColumn"));
        columns.put(
                name,
                field.name(),
                field.target(),
                in.nullable() || !required,
                field.has("Id", "MapsId") || in.key(),
                unique,
                null,
                table == null || column == null ? null : table + "." + column,
                in,
                field.span());
    }

    /** A list without an owner on the other side: a column there. */
    void oneToMany(EntityField field, EntityPlace in) {
        JavaAnnotation join = field.annotation("JoinColumn");
        if (join == null) return;
        JavaIndex.Declared target = scope.entities().entity(field.target(), in.type());
        String key = scope.keyColumn(scope.entity());
        String table = scope.entities().tableKey(scope.entity(), scope.names());
        String name = scope.columnName(
                field, join, in, key == null ? null : scope.names().of(field.name() + "_" + key));
        if (target == null) scope.open(field, in, "what it refers to is no entity of the repository");
        else if (name != null && key != null && table != null)
            scope.entities()
                    .foreign(
                            target,
                            name,
                            !join.says("nullable", false),
                            scope.entity().type().simpleName(),
                            table + "." + key,
                            in.unit(),
                            field.span());
    }
}
