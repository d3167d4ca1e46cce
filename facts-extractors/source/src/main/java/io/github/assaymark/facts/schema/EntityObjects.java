package io.github.assaymark.facts.schema;

import io.github.assaymark.facts.program.FactSink;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.model.fact.DbColumn;
import io.github.assaymark.model.fact.DbIndex;
import io.github.assaymark.model.fact.QueryApi;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads entities of TypeORM that are objects: {@code new EntitySchema({...})}. */
final class EntityObjects {
    private static final String TOGETHER = "it is put together when the code runs";

    private final Resolver resolver;
    private final FactSink facts;
    private final EntityNaming naming;

    EntityObjects(Resolver resolver, FactSink facts, EntityNaming naming) {
        this.resolver = resolver;
        this.facts = facts;
        this.naming = naming;
    }

    /** Hands over the table of one. */
    void emit(Located made) {
        List<Located> given = resolver.arguments(made).items();
        Value.Struct options =
                given.isEmpty() || !(resolver.value(given.get(0)) instanceof Value.Struct struct) ? null : struct;
        String name = options == null || !options.complete() ? null : name(options);
        Located schemaAt = options == null ? null : options.get("schema");
        String schema = schemaAt == null ? null : resolver.text(schemaAt).orElse(null);
        if (options == null || name == null || (schemaAt != null && schema == null)) {
            facts.unresolved("tables", made, TOGETHER, DrizzleSchema.TYPES);
            return;
        }
        String shown = "public".equals(schema) ? null : schema;
        TableFacts sink = TableFacts.table(
                facts::fact,
                facts::key,
                TableFacts.declared(
                        facts.key(TableFacts.key(shown, name)),
                        facts.owner(),
                        facts.place(made),
                        name,
                        shown,
                        QueryApi.TYPEORM,
                        text(options, "name")));
        Map<String, String> columns = columns(sink, options, made);
        relations(sink, options, columns);
        for (String list : List.of("indices", "uniques")) indexes(sink, options, list, columns);
        for (String other : List.of("embeddeds", "inheritance", "trees")) {
            Located at = options.get(other);
            if (at != null) facts.unresolved("columns of " + name, at, "`" + other + "` is not read", DbColumn.class);
        }
    }

    private @Nullable String name(Value.Struct options) {
        if (options.get("tableName") != null) {
            String written = text(options, "tableName");
            return written == null ? null : naming.prefixed(written);
        }
        String name = text(options, "name");
        return name == null ? null : naming.table(name);
    }

    private @Nullable String text(Value.Struct struct, String key) {
        Located value = struct.get(key);
        return value == null ? null : resolver.text(value).orElse(null);
    }

    private boolean says(Value.Struct struct, String key) {
        Located value = struct.get(key);
        return value != null && resolver.value(value) instanceof Value.Bool bool && bool.value();
    }

    /** Names of the columns by their properties. */
    private Map<String, String> columns(TableFacts sink, Value.Struct options, Located made) {
        Map<String, String> names = new LinkedHashMap<>();
        List<String> key = new ArrayList<>();
        Located at = options.get("columns");
        Value.Struct all = at != null && resolver.value(at) instanceof Value.Struct struct ? struct : null;
        if (all == null || !all.complete())
            facts.unresolved("columns of a table", at == null ? made : at, TOGETHER, DbColumn.class);
        if (all == null) return names;
        all.entries().forEach((property, written) -> {
            Value.Struct column =
                    resolver.value(written) instanceof Value.Struct struct && struct.complete() ? struct : null;
            String given = column == null ? null : text(column, "name");
            String name = column == null || (column.get("name") != null && given == null)
                    ? null
                    : naming.column(List.of(), property, given);
            if (column == null || name == null) {
                facts.unresolved("column " + property, written, TOGETHER, DbColumn.class);
                return;
            }
            boolean primary = says(column, "primary") || says(column, "objectId");
            boolean dated = says(column, "createDate") || says(column, "updateDate");
            Located type = column.get("type");
            Located byDefault = column.get("default");
            names.put(property, name);
            if (primary) key.add(name);
            sink.column(
                    facts.place(written),
                    new TableFacts.Column(
                            name,
                            property,
                            type == null ? "" : resolver.shown(type) + (says(column, "array") ? "[]" : ""),
                            !primary && (says(column, "nullable") || says(column, "deleteDate")),
                            byDefault == null ? dated ? "now()" : null : resolver.shown(byDefault),
                            primary,
                            says(column, "unique"),
                            null));
            if (says(column, "unique")) sink.index(facts.place(written), null, List.of(name), true, null, null);
        });
        if (!key.isEmpty()) sink.index(facts.place(made), null, key, true, null, null);
        return names;
    }

    /** Columns that refer to other tables; which they are is only known where their names are written. */
    private void relations(TableFacts sink, Value.Struct options, Map<String, String> columns) {
        Located at = options.get("relations");
        if (at == null) return;
        Value.Struct all = resolver.value(at) instanceof Value.Struct struct && struct.complete() ? struct : null;
        if (all == null) {
            facts.unresolved("columns of relations", at, TOGETHER, DbColumn.class);
            return;
        }
        all.entries().forEach((property, written) -> {
            Value.Struct relation = resolver.value(written) instanceof Value.Struct struct ? struct : null;
            String type = relation == null ? null : text(relation, "type");
            if (relation == null || type == null) {
                facts.unresolved("columns of relations", written, TOGETHER, DbColumn.class);
                return;
            }
            boolean holds =
                    type.equals("many-to-one") || (type.equals("one-to-one") && relation.get("joinColumn") != null);
            if (type.equals("many-to-many") && relation.get("joinTable") != null)
                facts.unresolved("table between entities", written, "its columns are not known", DrizzleSchema.TYPES);
            if (!holds) return;
            Located join = relation.get("joinColumn");
            String name =
                    join != null && resolver.value(join) instanceof Value.Struct struct ? text(struct, "name") : null;
            if (name == null) {
                facts.unresolved(
                        "column " + property,
                        written,
                        "the name of the column it is stored in is not known",
                        DbColumn.class);
                return;
            }
            if (columns.containsValue(name)) return;
            columns.put(property, name);
            boolean nullable = relation.get("nullable") == null || says(relation, "nullable");
            sink.column(
                    facts.place(written),
                    new TableFacts.Column(
                            name,
                            property,
                            "key",
                            nullable && !says(relation, "primary"),
                            null,
                            says(relation, "primary"),
                            type.equals("one-to-one"),
                            null));
        });
    }

    private void indexes(TableFacts sink, Value.Struct options, String list, Map<String, String> columns) {
        Located at = options.get(list);
        if (at == null) return;
        Value.Items all = resolver.value(at) instanceof Value.Items items && items.complete() ? items : null;
        if (all == null) {
            facts.unresolved("indexes", at, TOGETHER, DbIndex.class);
            return;
        }
        for (Located each : all.items()) {
            Value.Struct index = resolver.value(each) instanceof Value.Struct struct ? struct : null;
            Located written = index == null ? null : index.get("columns");
            List<String> names = new ArrayList<>();
            boolean known = written != null
                    && resolver.value(written) instanceof Value.Items items
                    && items.complete()
                    && items.items().stream().allMatch(item -> {
                        String column = columns.get(resolver.text(item).orElse(""));
                        return column != null && names.add(column);
                    });
            if (index == null || !known || names.isEmpty()) {
                facts.unresolved("columns of an index", each, "they are no properties of the entity", DbIndex.class);
                continue;
            }
            Located where = index.get("where");
            sink.index(
                    facts.place(each),
                    text(index, "name"),
                    names,
                    list.equals("uniques") || says(index, "unique"),
                    null,
                    where == null ? null : resolver.shown(where));
        }
    }
}
