package io.github.assaymark.facts.schema;

import io.github.assaymark.facts.program.FactSink;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Program;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.fact.DbColumn;
import io.github.assaymark.model.fact.DbIndex;
import io.github.assaymark.model.fact.DbTable;
import io.github.assaymark.model.fact.QueryApi;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Hands over the tables of Drizzle of one owner. */
final class DrizzleSchema {
    static final List<Class<? extends Fact>> TYPES = List.of(DbTable.class, DbColumn.class, DbIndex.class);

    private final Resolver resolver;
    private final FactSink facts;
    private final DrizzleTables tables;

    DrizzleSchema(Program program, FactSink facts) {
        this.resolver = program.resolver();
        this.facts = facts;
        this.tables = new DrizzleTables(program);
    }

    void emit(Program program) {
        facts.alone(program.modules(), module -> {
            for (Located call : module.all(SyntaxKind.CALL_EXPRESSION)) {
                if (!tables.makes(call)) continue;
                DrizzleTable table = tables.made(call);
                if (table != null) emit(table);
                else
                    facts.unresolved("name of a table", call, "its name, or that of its schema, is no constant", TYPES);
            }
        });
    }

    private void emit(DrizzleTable table) {
        Provenance.File place = facts.place(table.call());
        TableFacts sink = TableFacts.table(
                facts::fact,
                facts::key,
                TableFacts.declared(
                        facts.key(table.key()),
                        facts.owner(),
                        place,
                        table.name(),
                        table.schema(),
                        QueryApi.DRIZZLE,
                        table.constant()));
        if (!table.complete()) {
            List<Located> arguments = resolver.arguments(table.call()).items();
            facts.unresolved(
                    "columns of " + table.key(),
                    arguments.size() > 1 ? arguments.get(1) : table.call(),
                    "some of them are put together when the code runs",
                    DbColumn.class);
        }
        DrizzleIndexes extra = new DrizzleIndexes(resolver, table);
        Map<String, String> references = new TreeMap<>();
        for (DrizzleIndexes.Foreign each : extra.foreign()) {
            String target = target(each.target());
            if (target != null) references.put(each.column(), target);
        }
        table.columns().values().forEach(column -> column(sink, table, column, extra, references));
        for (DrizzleIndexes.Index index : extra.indexes()) {
            sink.index(
                    facts.place(index.at()),
                    index.name(),
                    index.parts().stream().map(DrizzleIndexes.Part::text).toList(),
                    index.parts().get(0).column(),
                    index.unique(),
                    index.method(),
                    index.predicate());
        }
        for (Located open : extra.open())
            facts.unresolved(
                    "indexes of " + table.key(), open, "they are put together when the code runs", DbIndex.class);
    }

    private void column(
            TableFacts sink,
            DrizzleTable table,
            DrizzleTable.Column read,
            DrizzleIndexes extra,
            Map<String, String> references) {
        TableFacts.Column column = read.column();
        if (read.open() != null) {
            facts.unresolved("column of " + table.key(), read.at(), read.open(), DbColumn.class);
            return;
        }
        Located target = read.references();
        String reference = references.get(column.name());
        if (target != null && resolver.value(target) instanceof Value.Function function) {
            Located returned = resolver.returned(function.function());
            if (returned != null) reference = target(returned);
        }
        boolean key = column.primaryKey() || extra.primary().contains(column.name());
        boolean alone = column.unique()
                || extra.indexes().stream()
                        .anyMatch(i -> i.unique()
                                && i.predicate() == null
                                && i.parts().equals(List.of(new DrizzleIndexes.Part(column.name(), true))));
        sink.column(
                facts.place(read.at()),
                new TableFacts.Column(
                        column.name(),
                        column.property(),
                        column.type(),
                        column.nullable() && !key,
                        column.defaultValue(),
                        key,
                        alone,
                        reference));
        if (column.primaryKey()) sink.index(facts.place(read.at()), null, List.of(column.name()), true, null, null);
        if (read.uniqueIndex())
            sink.index(facts.place(read.at()), read.uniqueName(), List.of(column.name()), true, null, null);
    }

    /** Table and column that {@code users.id} names; null when they are not known. */
    private @Nullable String target(Located expression) {
        SyntaxNode node = CallChain.unwrapped(expression).node();
        SyntaxNode object = node.child("object");
        SyntaxNode property = node.child("property");
        if (object == null || property == null) return null;
        DrizzleTable table = tables.table(expression.at(object));
        String column = table == null ? null : table.column(property.text());
        return table == null || column == null ? null : table.key() + "." + column;
    }
}
