package io.github.assaymark.facts.schema;

import io.github.assaymark.facts.program.FactSink;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Program;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.model.fact.DbColumn;
import io.github.assaymark.model.fact.DbIndex;
import io.github.assaymark.model.fact.QueryApi;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hands over the tables of TypeORM of one owner. */
final class EntitySchema {
    private final Resolver resolver;
    private final FactSink facts;
    private final EntityTables tables;

    EntitySchema(Program program, FactSink facts) {
        this.resolver = program.resolver();
        this.facts = facts;
        this.tables = new EntityTables(program);
    }

    void emit(Program program) {
        facts.each(program.modules(), module -> {
            List<Located> classes = new ArrayList<>(module.all(SyntaxKind.CLASS_DECLARATION));
            classes.addAll(module.all(SyntaxKind.ABSTRACT_CLASS_DECLARATION));
            for (Located declaration : classes) {
                if (declaration.node().children("decorator").isEmpty()) continue;
                EntityClass type = new EntityClass(resolver, declaration);
                if (type.decorator("Entity") != null) table(type);
                EntityClass.Decorator child = type.decorator("ChildEntity", "TableInheritance");
                if (child != null)
                    facts.unresolved(
                            "columns of shared tables", child.at(), "several classes share a table", DbColumn.class);
            }
            for (Located made : module.all(SyntaxKind.NEW_EXPRESSION)) {
                var callee = resolver.callee(made);
                if ("typeorm".equals(callee.module()) && callee.last().equals("EntitySchema"))
                    facts.unresolved("tables", made, "schemas without classes are not read", DrizzleSchema.TYPES);
            }
        });
    }

    private void table(EntityClass type) {
        EntityTable table = tables.read(
                type, (at, reason) -> facts.unresolved("column of " + type.name(), at, reason, DbColumn.class));
        if (table == null) {
            facts.unresolved(
                    "name of a table",
                    type.declaration(),
                    "its name is no constant, or a naming strategy of the service makes it",
                    DrizzleSchema.TYPES);
            return;
        }
        TableFacts sink = TableFacts.table(
                facts::fact,
                facts::key,
                TableFacts.declared(
                        facts.key(table.key()),
                        facts.owner(),
                        facts.place(type.declaration()),
                        table.name(),
                        table.schema(),
                        QueryApi.TYPEORM,
                        type.name()));
        List<String> key = new ArrayList<>();
        for (EntityTable.Column each : table.columns().values())
            if (each.column().primaryKey()) key.add(each.column().name());
        for (EntityTable.Column each : table.columns().values()) {
            TableFacts.Column column = each.column();
            sink.column(
                    facts.place(each.at()),
                    new TableFacts.Column(
                            column.name(),
                            column.property(),
                            column.type(),
                            column.nullable(),
                            column.defaultValue(),
                            column.primaryKey(),
                            column.unique() || key.equals(List.of(column.name())) || uniqueAlone(table, column),
                            column.references()));
            if (column.unique()) sink.index(facts.place(each.at()), null, List.of(column.name()), true, null, null);
        }
        if (!key.isEmpty()) sink.index(facts.place(type.declaration()), null, key, true, null, null);
        for (EntityClass.Decorator decorator : type.decorators()) {
            if (decorator.name().equals("Index") || decorator.name().equals("Unique"))
                classIndex(sink, table, decorator);
        }
        memberIndexes(sink, table, type, 0);
    }

    private boolean uniqueAlone(EntityTable table, TableFacts.Column column) {
        for (EntityClass.Decorator decorator : table.type().decorators()) {
            if (!decorator.name().equals("Unique")) continue;
            for (Located argument : decorator.arguments()) {
                if (resolver.value(argument) instanceof Value.Items items
                        && items.items().size() == 1
                        && resolver.text(items.items().get(0)).orElse("").equals(column.property())) return true;
            }
        }
        return false;
    }

    private void memberIndexes(TableFacts sink, EntityTable table, EntityClass type, int depth) {
        Located parent = type.parent();
        EntityClass base = parent == null || depth > 8 ? null : EntityClass.of(resolver, parent);
        if (base != null) memberIndexes(sink, table, base, depth + 1);
        for (EntityClass.Member member : type.members()) {
            EntityClass.Decorator index = member.decorator("Index");
            String column = table.column(member.name());
            if (index != null && column != null) {
                sink.index(
                        facts.place(index.at()),
                        name(index),
                        List.of(column),
                        unique(index),
                        null,
                        option(index, "where"));
            }
            EntityClass.Decorator between = member.decorator("JoinTable");
            if (between != null) joinTable(table, member, between);
        }
    }

    private @Nullable String name(EntityClass.Decorator decorator) {
        return decorator.arguments().isEmpty()
                ? null
                : resolver.text(decorator.arguments().get(0)).orElse(null);
    }

    private boolean unique(EntityClass.Decorator decorator) {
        return decorator.name().equals("Unique") || "true".equals(option(decorator, "unique"));
    }

    private @Nullable String option(EntityClass.Decorator decorator, String key) {
        for (Located argument : decorator.arguments()) {
            if (!(resolver.value(argument) instanceof Value.Struct struct)) continue;
            Located value = struct.get(key);
            if (value != null) return resolver.shown(value);
        }
        return null;
    }

    private void classIndex(TableFacts sink, EntityTable table, EntityClass.Decorator decorator) {
        List<String> columns = new ArrayList<>();
        boolean known = false;
        for (Located argument : decorator.arguments()) {
            if (!(resolver.value(argument) instanceof Value.Items items) || !items.complete()) continue;
            known = !items.items().isEmpty();
            for (Located item : items.items()) {
                String property = resolver.text(item).orElse("");
                String column = table.column(property);
                known &= column != null;
                if (column != null) columns.add(column);
            }
        }
        if (!known) {
            facts.unresolved(
                    "columns of an index", decorator.at(), "they are no properties of the class", DbIndex.class);
            return;
        }
        sink.index(
                facts.place(decorator.at()),
                name(decorator),
                columns,
                unique(decorator),
                null,
                option(decorator, "where"));
    }

    /** The table between two entities. */
    private void joinTable(EntityTable table, EntityClass.Member member, EntityClass.Decorator between) {
        EntityClass.Decorator relation = member.decorator("ManyToMany");
        EntityClass target = relation == null || relation.arguments().isEmpty()
                ? null
                : EntityClass.of(resolver, relation.arguments().get(0));
        EntityTable other = target == null ? null : tables.table(target);
        String near = EntityTables.keyOf(table);
        String far = other == null ? null : EntityTables.keyOf(other);
        String name = option(between, "name");
        Value.Struct options = between.arguments().isEmpty()
                        || !(resolver.value(between.arguments().get(0)) instanceof Value.Struct struct)
                ? null
                : struct;
        boolean written =
                options != null && (options.get("joinColumn") != null || options.get("inverseJoinColumn") != null);
        if (other == null || near == null || far == null || written || (name != null && name.contains("`"))) {
            facts.unresolved("table between entities", between.at(), "its columns are not known", DrizzleSchema.TYPES);
            return;
        }
        String usual = EntityNaming.snake(table.name() + "_" + member.name() + "_" + other.name());
        String full = name == null ? usual : name;
        TableFacts sink = TableFacts.table(
                facts::fact,
                facts::key,
                TableFacts.declared(
                        facts.key(full), facts.owner(), facts.place(between.at()), full, null, QueryApi.TYPEORM, null));
        Map<String, String> ends = new LinkedHashMap<>();
        ends.put(end(table, near), table.key() + "." + table.column(near));
        ends.put(end(other, far), other.key() + "." + other.column(far));
        ends.forEach((column, references) -> sink.column(
                facts.place(between.at()),
                new TableFacts.Column(column, null, "key", false, null, true, false, references)));
        sink.index(facts.place(between.at()), null, List.copyOf(ends.keySet()), true, null, null);
    }

    private static String end(EntityTable table, String key) {
        String joined = table.name() + "_" + key;
        StringBuilder camel = new StringBuilder();
        boolean hump = false;
        for (int i = 0; i < joined.length(); i++) {
            char c = joined.charAt(i);
            if (c == '_') hump = true;
            else {
                camel.append(hump ? Character.toUpperCase(c) : c);
                hump = false;
            }
        }
        return camel.toString();
    }
}
