package io.github.assaymark.facts.schema;

import io.github.assaymark.facts.program.FactSink;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Module;
import io.github.assaymark.facts.program.Program;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.model.fact.DbColumn;
import io.github.assaymark.model.fact.DbIndex;
import io.github.assaymark.model.fact.QueryApi;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hands over the tables of TypeORM of one owner. */
final class EntitySchema {
    private final Resolver resolver;
    private final FactSink facts;
    private final EntityTables tables;
    private final EntityLinks links;
    private final EntityObjects objects;

    private EntitySchema(Program program, FactSink facts) {
        this.resolver = program.resolver();
        this.facts = facts;
        this.tables = new EntityTables(program);
        this.links = new EntityLinks(resolver, facts, tables);
        this.objects = new EntityObjects(resolver, facts, tables.naming());
    }

    /** Every module is looked at by itself, so that it can be left out while nothing changed of what it depends on. */
    static void emit(Program program, FactSink facts) {
        facts.alone(program.modules(), module -> {
            boolean none = module.nodes(SyntaxKind.DECORATOR).isEmpty()
                    && module.nodes(SyntaxKind.NEW_EXPRESSION).isEmpty();
            if (!none) new EntitySchema(program, facts).emit(module);
        });
    }

    private void emit(Module module) {
        List<Located> classes = new ArrayList<>(module.all(SyntaxKind.CLASS_DECLARATION));
        classes.addAll(module.all(SyntaxKind.ABSTRACT_CLASS_DECLARATION));
        for (Located declaration : classes) {
            if (declaration.node().children("decorator").isEmpty()) continue;
            EntityClass type = new EntityClass(resolver, declaration);
            if (type.decorator("Entity") != null) table(type);
            EntityClass.Decorator child = type.decorator("ChildEntity");
            if (child != null && tables.root(type) == null)
                facts.unresolved(
                        "columns of shared tables",
                        child.at(),
                        "the class whose table it shares is not known",
                        DbColumn.class);
        }
        for (Located made : module.all(SyntaxKind.NEW_EXPRESSION)) {
            var callee = resolver.callee(made);
            if ("typeorm".equals(callee.module()) && callee.last().equals("EntitySchema")) objects.emit(made);
        }
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
        for (String column : table.indexed())
            sink.index(facts.place(type.declaration()), null, List.of(column), false, null, null);
        memberIndexes(sink, table, type, 0);
        for (EntityClass child : tables.children(type)) memberIndexes(sink, table, child);
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
        memberIndexes(sink, table, type);
    }

    private void memberIndexes(TableFacts sink, EntityTable table, EntityClass type) {
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
            if (between != null) links.emit(table, member, between);
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
}
