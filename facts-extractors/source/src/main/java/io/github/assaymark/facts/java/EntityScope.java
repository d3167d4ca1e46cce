package io.github.assaymark.facts.java;

import io.github.assaymark.model.fact.DbColumn;
import io.github.assaymark.model.fact.DbIndex;
import io.github.assaymark.model.fact.DbTable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One entity and what is needed to read it. */
record EntityScope(
        JavaIndex index, JavaFacts facts, EntityNames names, EntityFacts entities, JavaIndex.Declared entity) {

    @Nullable
    String text(@Nullable JavaValue value, EntityPlace in) {
        return value == null ? null : index.text(value, in.unit(), in.type().type());
    }

    /** The name a field's annotation gives, else the usual one; null, and told, when neither is known. */
    @Nullable
    String columnName(EntityField field, @Nullable JavaAnnotation column, EntityPlace in, @Nullable String usual) {
        JavaValue written = column == null ? null : column.value("name");
        String text = text(written, in);
        if (text != null && !text.isEmpty()) return names.written(text);
        if (written != null && text == null) {
            open(field, in, "its name is no constant of the repository");
            return null;
        }
        if (usual == null) open(field, in, "a naming strategy of the service makes its name");
        return usual;
    }

    /** Column of the primary key of an entity; null when it has none or several. */
    @Nullable
    String keyColumn(JavaIndex.Declared target) {
        EntityField field = null;
        JavaIndex.Declared in = target;
        List<JavaIndex.Declared> line = new ArrayList<>(List.of(target));
        line.addAll(index.supertypes(target));
        for (JavaIndex.Declared each : line) {
            for (EntityField one : EntityField.of(each.type())) {
                if (one.has("EmbeddedId")) return null;
                if (!one.has("Id")) continue;
                if (field != null || one.has("ManyToOne", "OneToOne")) return null;
                field = one;
                in = each;
            }
        }
        if (field == null) return null;
        JavaAnnotation column = field.annotation("Column");
        JavaValue written = column == null ? null : column.value("name");
        String text = written == null ? null : index.text(written, in.unit(), in.type());
        return text == null ? names.of(field.name()) : names.written(text);
    }

    void open(EntityField field, EntityPlace in, String reason) {
        facts.unresolved(
                "column of " + entity.type().simpleName(),
                field.name(),
                reason,
                in.unit(),
                field.span(),
                List.of(DbColumn.class));
    }

    void openTable(EntityField field, EntityPlace in) {
        facts.unresolved(
                "table of a relation",
                in.type().type().simpleName() + "." + field.name(),
                "its name, or the key of what it refers to, is not known",
                in.unit(),
                field.span(),
                List.of(DbTable.class, DbColumn.class, DbIndex.class));
    }
}
