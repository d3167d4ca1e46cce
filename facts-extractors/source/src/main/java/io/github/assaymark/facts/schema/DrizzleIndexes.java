package io.github.assaymark.facts.schema;

import io.github.assaymark.facts.program.Callee;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the third argument of a table of Drizzle: indexes, unique constraints, keys. */
final class DrizzleIndexes {
    private static final Set<String> ORDERS = Set.of("asc", "desc", "nullsFirst", "nullsLast", "op");

    private final Resolver resolver;
    private final DrizzleTable table;
    private final List<Index> indexes = new ArrayList<>();
    private final Set<String> primary = new LinkedHashSet<>();
    private final List<Foreign> foreign = new ArrayList<>();
    private final List<Located> open = new ArrayList<>();

    /** An index; a column is null where it is an expression. */
    record Index(
            @Nullable String name,
            List<Part> parts,
            boolean unique,
            @Nullable String method,
            @Nullable String predicate,
            Located at) {}

    /** A column, or the text of an expression. */
    record Part(String text, boolean column) {}

    /** A column that refers to another. */
    record Foreign(String column, Located target) {}

    DrizzleIndexes(Resolver resolver, DrizzleTable table) {
        this.resolver = resolver;
        this.table = table;
        List<Located> arguments = resolver.arguments(table.call()).items();
        if (arguments.size() > 2) extra(arguments.get(2));
    }

    List<Index> indexes() {
        return indexes;
    }

    /** Columns of a primary key of several. */
    Set<String> primary() {
        return primary;
    }

    List<Foreign> foreign() {
        return foreign;
    }

    /** What was not understood. */
    List<Located> open() {
        return open;
    }

    private void extra(Located argument) {
        Value value = resolver.value(argument);
        if (value instanceof Value.Function function) {
            Located returned = resolver.returned(function.function());
            value = returned == null ? value : resolver.value(returned);
        }
        boolean complete;
        List<Located> items;
        if (value instanceof Value.Items list) {
            items = list.items();
            complete = list.complete();
        } else if (value instanceof Value.Struct struct) {
            items = List.copyOf(struct.entries().values());
            complete = struct.complete();
        } else {
            items = List.of();
            complete = false;
        }
        if (!complete) open.add(argument);
        items.forEach(this::item);
    }

    private void item(Located item) {
        CallChain chain = CallChain.of(item);
        String kind = chain == null ? "" : resolver.callee(chain.base()).last();
        boolean known = chain != null
                && DrizzleTables.drizzle(resolver.callee(chain.base()).module());
        if (chain == null || !known) {
            open.add(item);
            return;
        }
        switch (kind) {
            case "index", "uniqueIndex", "unique" -> index(chain, !kind.equals("index"), item);
            case "primaryKey" -> primaryKey(chain.base());
            case "foreignKey" -> foreignKey(chain.base());
            default -> {}
        }
    }

    private void index(CallChain chain, boolean unique, Located item) {
        List<Located> named = resolver.arguments(chain.base()).items();
        String name = named.isEmpty() ? null : resolver.text(named.get(0)).orElse(null);
        String method = null;
        String predicate = null;
        List<Part> parts = new ArrayList<>();
        for (CallChain.Step step : chain.steps()) {
            List<Located> given =
                    new ArrayList<>(resolver.arguments(step.call()).items());
            switch (step.name()) {
                case "using" -> {
                    if (!given.isEmpty())
                        method = resolver.text(given.remove(0)).orElse(null);
                    given.forEach(each -> parts.add(part(each)));
                }
                case "on", "onOnly" -> given.forEach(each -> parts.add(part(each)));
                case "where" -> predicate = given.isEmpty() ? null : resolver.shown(given.get(0));
                default -> {}
            }
        }
        if (parts.isEmpty()) open.add(item);
        else indexes.add(new Index(name, parts, unique, method, predicate, item));
    }

    private Part part(Located expression) {
        String column = column(expression);
        return column == null ? new Part(resolver.shown(expression), false) : new Part(column, true);
    }

    /** The column an expression names, in whatever order; null when it is an expression of its own. */
    private @Nullable String column(Located expression) {
        Located at = CallChain.unwrapped(expression);
        for (int depth = 0; depth < 8; depth++) {
            SyntaxNode node = at.node();
            if (node.is(SyntaxKind.MEMBER_EXPRESSION)) {
                SyntaxNode property = node.child("property");
                return property == null ? null : table.column(property.text());
            }
            if (!node.is(SyntaxKind.CALL_EXPRESSION)) return null;
            SyntaxNode function = node.child("function");
            SyntaxNode object = function == null ? null : function.child("object");
            List<Located> given = resolver.arguments(at).items();
            SyntaxNode method = function == null ? null : function.child("property");
            if (object != null && method != null && ORDERS.contains(method.text()))
                at = CallChain.unwrapped(at.at(object));
            else if (object == null && given.size() == 1 && order(at)) at = CallChain.unwrapped(given.get(0));
            else return null;
        }
        return null;
    }

    /** Whether a function of Drizzle only says in which order; any other makes an expression of the column. */
    private boolean order(Located call) {
        Callee callee = resolver.callee(call);
        return ORDERS.contains(callee.last()) && DrizzleTables.drizzle(callee.module());
    }

    private void primaryKey(Located call) {
        List<Located> given = resolver.arguments(call).items();
        List<Located> columns = given;
        String name = null;
        if (given.size() == 1 && resolver.value(given.get(0)) instanceof Value.Struct struct) {
            columns = items(struct.get("columns"));
            Located named = struct.get("name");
            name = named == null ? null : resolver.text(named).orElse(null);
        }
        List<Part> parts = columns.stream().map(this::part).toList();
        if (parts.isEmpty() || parts.stream().anyMatch(part -> !part.column())) {
            open.add(call);
            return;
        }
        parts.forEach(part -> primary.add(part.text()));
        indexes.add(new Index(name, parts, true, null, null, call));
    }

    private void foreignKey(Located call) {
        List<Located> given = resolver.arguments(call).items();
        if (given.size() != 1 || !(resolver.value(given.get(0)) instanceof Value.Struct struct)) return;
        List<Located> from = items(struct.get("columns"));
        List<Located> to = items(struct.get("foreignColumns"));
        for (int i = 0; i < Math.min(from.size(), to.size()); i++) {
            String column = column(from.get(i));
            if (column != null) foreign.add(new Foreign(column, to.get(i)));
        }
    }

    private List<Located> items(@Nullable Located list) {
        return list != null && resolver.value(list) instanceof Value.Items items ? items.items() : List.of();
    }
}
