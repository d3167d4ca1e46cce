package io.github.assaymark.facts.java;

import io.github.assaymark.facts.schema.TableFacts;
import io.github.assaymark.model.fact.DbIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Hands over the indexes and constraints that an entity names. */
final class EntityIndexes {
    private final EntityScope scope;
    private final Map<String, EntityColumn> columns;

    EntityIndexes(EntityScope scope, Map<String, EntityColumn> columns) {
        this.scope = scope;
        this.columns = columns;
    }

    void emit(TableFacts table) {
        JavaAnnotation written = JavaAnnotation.named(scope.entity().type().annotations(), "Table");
        if (written == null) return;
        written.nested("indexes").forEach(each -> index(table, each, "columnList", each.says("unique", true)));
        written.nested("uniqueConstraints").forEach(each -> index(table, each, "columnNames", true));
    }

    private void index(TableFacts table, JavaAnnotation written, String attribute, boolean unique) {
        JavaValue value = written.value(attribute);
        List<String> texts = value == null
                ? null
                : scope.index()
                        .texts(value, scope.entity().unit(), scope.entity().type());
        if (texts == null) {
            scope.facts()
                    .unresolved(
                            "columns of an index",
                            value == null ? written.name() : value.source(),
                            "they are no constants of the repository",
                            scope.entity().unit(),
                            written.span(),
                            List.of(DbIndex.class));
            return;
        }
        List<String> names = new ArrayList<>();
        for (String text : texts) {
            for (String part : text.split(",", -1)) {
                String column = part.strip().split("\\s", 2)[0];
                if (!column.isEmpty()) names.add(column(column));
            }
        }
        JavaValue name = written.value("name");
        table.index(
                scope.facts().place(scope.entity().unit(), written.span()),
                name == null
                        ? null
                        : scope.index()
                                .text(
                                        name,
                                        scope.entity().unit(),
                                        scope.entity().type()),
                names,
                unique,
                null,
                null);
    }

    /** The column of a name: one of the database, or of the code. */
    private String column(String written) {
        String name = scope.names().written(written);
        if (columns.containsKey(name)) return name;
        for (EntityColumn placed : columns.values())
            if (written.equals(placed.column().property()))
                return placed.column().name();
        return name;
    }
}
