package io.github.assaymark.facts.schema;

import io.github.assaymark.facts.program.Callee;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Module;
import io.github.assaymark.facts.program.Program;
import io.github.assaymark.facts.program.Question;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import io.github.assaymark.model.fact.QueryApi;
import io.github.assaymark.model.fact.QueryOperation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads queries that are put together with Drizzle. */
final class DrizzleQueries {
    private static final Set<String> JOINS = Set.of("leftJoin", "innerJoin", "rightJoin", "fullJoin", "crossJoin");
    private static final int MAX_MODULES = 300;

    private static final Question<String, Map<String, DrizzleTable>> REACHABLE = DrizzleQueries::reachable;

    /** The tables of the owner by their constants; the first one of a name. */
    private static final Question<String, Map<String, DrizzleTable>> OWN = (program, owner) -> {
        Map<String, DrizzleTable> all = new TreeMap<>();
        for (Module module : program.modules())
            DrizzleTables.in(program, module).forEach(all::putIfAbsent);
        return all;
    };

    private final Program program;
    private final Resolver resolver;
    private final QuerySink sink;
    private final DrizzleTables tables;

    DrizzleQueries(Program program, QuerySink sink) {
        this.program = program;
        this.resolver = program.resolver();
        this.sink = sink;
        this.tables = new DrizzleTables(program);
    }

    /** Whether a call is a query of Drizzle; it is handed over then. */
    boolean query(Located call, String name) {
        return switch (name) {
            case "from" -> select(call);
            case "insert" -> write(call, QueryOperation.INSERT, "values", "select");
            case "update" -> write(call, QueryOperation.UPDATE, "set");
            case "delete" -> write(call, QueryOperation.DELETE, "where");
            case "$count" -> count(call);
            case "findMany", "findFirst" -> relational(call);
            default -> false;
        };
    }

    private boolean select(Located call) {
        Located before = call.child("function");
        SyntaxNode object = before == null ? null : before.node().child("object");
        CallChain chain = object == null ? null : CallChain.of(call.at(object));
        if (chain == null) return false;
        boolean selects = resolver.callee(chain.base()).last().startsWith("select")
                || chain.steps().stream().anyMatch(step -> step.name().startsWith("select"));
        List<Located> given = resolver.arguments(call).items();
        if (!selects || given.isEmpty()) return false;
        DrizzleTable table = tables.table(given.get(0));
        List<CallChain.Step> after = CallChain.after(call);
        if (table == null) {
            boolean subquery = resolver.value(given.get(0)) instanceof Value.CallResult made
                    && (made.callee().last().equals("as")
                            || made.callee().name().contains("with("));
            if (!subquery) sink.open("table of a query", given.get(0), "it is no table of the repository");
            return true;
        }
        List<DrizzleTable> all = new ArrayList<>(List.of(table));
        Set<DrizzleFilter.Compared> compared = new LinkedHashSet<>();
        DrizzleFilter filter = new DrizzleFilter(resolver, tables, null);
        boolean where = false;
        boolean joined = false;
        for (CallChain.Step step : after) {
            List<Located> arguments = resolver.arguments(step.call()).items();
            if (step.name().equals("where")) {
                where = true;
                if (!arguments.isEmpty()) compared.addAll(filter.of(arguments.get(0)));
            } else if (JOINS.contains(step.name()) && !arguments.isEmpty()) {
                joined = true;
                DrizzleTable other = tables.table(arguments.get(0));
                if (other != null) all.add(other);
                else if (!(resolver.value(arguments.get(0)) instanceof Value.CallResult))
                    sink.open("table of a join", arguments.get(0), "it is no table of the repository");
                if (arguments.size() > 1 && !step.name().equals("crossJoin"))
                    compared.addAll(new DrizzleFilter(resolver, tables, null).of(arguments.get(1)));
            }
        }
        if (later(call, after, where)) {
            sink.open("condition of a query", call, "it may get one where it is used");
            return true;
        }
        for (int i = 0; i < all.size(); i++) {
            DrizzleTable each = all.get(i);
            emit(call, each, QueryOperation.SELECT, compared, where || (joined && i > 0), filter.open(), List.of());
        }
        return true;
    }

    /** Whether a query without a condition is kept to be changed. */
    private static boolean later(Located call, List<CallChain.Step> after, boolean where) {
        if (after.stream().anyMatch(step -> step.name().equals("$dynamic"))) return true;
        if (where) return false;
        SyntaxNode last = after.isEmpty()
                ? call.node()
                : after.get(after.size() - 1).call().node();
        SyntaxNode parent = last.parent();
        return parent != null
                && (parent.is(SyntaxKind.VARIABLE_DECLARATOR) || parent.is(SyntaxKind.ASSIGNMENT_EXPRESSION));
    }

    private void emit(
            Located call,
            DrizzleTable table,
            QueryOperation operation,
            Set<DrizzleFilter.Compared> compared,
            boolean filtered,
            boolean open,
            List<String> written) {
        List<String> filters = DrizzleFilter.of(compared, table);
        if (open) {
            sink.open("condition of a query", call, "a part of it is put together when the code runs");
            if (filters.isEmpty()) return;
        }
        sink.query(
                call, new QuerySink.Query(table.key(), operation, QueryApi.DRIZZLE, filters, written, filtered, false));
    }

    private boolean write(Located call, QueryOperation operation, String... follows) {
        List<Located> given = resolver.arguments(call).items();
        if (given.isEmpty()) return false;
        DrizzleTable table = tables.table(given.get(0));
        List<CallChain.Step> after = CallChain.after(call);
        if (table == null) {
            boolean drizzle = operation != QueryOperation.DELETE
                    && after.stream().anyMatch(step -> List.of(follows).contains(step.name()));
            if (drizzle) sink.open("table of a query", given.get(0), "it is no table of the repository");
            return drizzle;
        }
        DrizzleFilter filter = new DrizzleFilter(resolver, tables, null);
        Set<DrizzleFilter.Compared> compared = new LinkedHashSet<>();
        boolean where = false;
        boolean upsert = false;
        List<String> written = new ArrayList<>();
        boolean complete = true;
        for (CallChain.Step step : after) {
            Value.Items arguments = resolver.arguments(step.call());
            Located first =
                    arguments.items().isEmpty() ? null : arguments.items().get(0);
            switch (step.name()) {
                case "where" -> {
                    where = true;
                    if (first != null) compared.addAll(filter.of(first));
                }
                case "values", "set" -> {
                    WrittenKeys keys = WrittenKeys.of(resolver, first);
                    complete = keys.complete();
                    for (String key : keys.keys()) {
                        String column = table.column(key);
                        if (column != null) written.add(column);
                    }
                }
                case "select" -> complete = false;
                case "onConflictDoUpdate", "onDuplicateKeyUpdate" -> upsert = true;
                default -> {}
            }
        }
        if (!complete) {
            sink.open("columns a query sets", call, "a part of them is put together when the code runs");
            if (written.isEmpty()) return true;
        }
        emit(call, table, upsert ? QueryOperation.UPSERT : operation, compared, where, filter.open(), written);
        return true;
    }

    private boolean count(Located call) {
        List<Located> given = resolver.arguments(call).items();
        DrizzleTable table = given.isEmpty() ? null : tables.table(given.get(0));
        if (table == null) return false;
        DrizzleFilter filter = new DrizzleFilter(resolver, tables, null);
        Set<DrizzleFilter.Compared> compared = given.size() > 1 ? filter.of(given.get(1)) : Set.of();
        emit(call, table, QueryOperation.SELECT, compared, given.size() > 1, filter.open(), List.of());
        return true;
    }

    /** {@code db.query.users.findMany({ where })}. */
    private boolean relational(Located call) {
        Callee callee = resolver.callee(call);
        String[] names = callee.name().split("\\.", -1);
        if (names.length < 4 || !names[names.length - 3].equals("query")) return false;
        DrizzleTable table = named(names[names.length - 2], call, callee);
        if (table == null) {
            sink.open("table of a query", call, "no table of this name is imported");
            return true;
        }
        List<Located> given = resolver.arguments(call).items();
        DrizzleFilter filter = new DrizzleFilter(resolver, tables, table);
        Set<DrizzleFilter.Compared> compared = new LinkedHashSet<>();
        boolean where = false;
        boolean open = false;
        if (!given.isEmpty()) {
            if (resolver.value(given.get(0)) instanceof Value.Struct options) {
                Located condition = options.get("where");
                open = condition == null && !options.complete();
                where = condition != null;
                if (condition != null) compared.addAll(relationalFilter(condition, filter, table));
            } else open = true;
        }
        emit(call, table, QueryOperation.SELECT, compared, where, open || filter.open(), List.of());
        return true;
    }

    private Set<DrizzleFilter.Compared> relationalFilter(Located condition, DrizzleFilter filter, DrizzleTable table) {
        Value value = resolver.value(condition);
        if (value instanceof Value.Function function) {
            Located returned = resolver.returned(function.function());
            if (returned != null) return filter.of(returned);
            filter.outOfReach();
            return Set.of();
        }
        if (!(value instanceof Value.Struct struct)) return filter.of(condition);
        Set<DrizzleFilter.Compared> compared = new LinkedHashSet<>();
        for (String property : struct.entries().keySet()) {
            String column = table.column(property);
            if (column != null) compared.add(new DrizzleFilter.Compared(table.key(), column));
        }
        return compared;
    }

    /** The table a constant of this name holds, in what the database handle's module imports. */
    private @Nullable DrizzleTable named(String constant, Located call, Callee callee) {
        String module = callee.module();
        String from = module != null && program.module(module) != null
                ? module
                : call.module().path();
        DrizzleTable found = program.answer(REACHABLE, from).get(constant);
        if (found == null)
            found = program.answer(REACHABLE, call.module().path()).get(constant);
        return found == null ? program.answer(OWN, "").get(constant) : found;
    }

    /** The tables of a module and of those that it imports, one through the other. */
    private static Map<String, DrizzleTable> reachable(Program program, String path) {
        Map<String, DrizzleTable> found = new TreeMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(path));
        Set<String> seen = new LinkedHashSet<>(open);
        while (!open.isEmpty() && seen.size() < MAX_MODULES) {
            Module module = program.module(open.pop());
            if (module == null) continue;
            DrizzleTables.in(program, module).forEach(found::putIfAbsent);
            List<SyntaxNode> statements = new ArrayList<>(module.nodes(SyntaxKind.IMPORT_STATEMENT));
            statements.addAll(module.nodes(SyntaxKind.EXPORT_STATEMENT));
            for (SyntaxNode statement : statements) {
                SyntaxNode source = statement.child("source");
                if (source == null) continue;
                String specifier = program.resolver().text(module.at(source)).orElse("");
                Module next = specifier.isEmpty() ? null : program.imported(module, specifier);
                if (next != null && seen.add(next.path())) open.add(next.path());
            }
        }
        return found;
    }
}
