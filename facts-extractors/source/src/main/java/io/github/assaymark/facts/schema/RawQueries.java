package io.github.assaymark.facts.schema;

import io.github.assaymark.facts.program.Callee;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Program;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import io.github.assaymark.model.fact.QueryApi;
import io.github.assaymark.model.fact.QueryOperation;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads queries that are SQL texts. */
final class RawQueries {
    private static final Set<String> OF_DRIZZLE = Set.of("execute", "run", "all", "get", "values");
    private static final Set<String> OF_PRISMA =
            Set.of("$queryRaw", "$executeRaw", "$queryRawUnsafe", "$executeRawUnsafe", "$queryRawTyped");
    private static final Set<String> CLIENTS = Set.of(
            "pg", "mysql2", "mysql", "postgres", "better-sqlite3", "sqlite3", "@neondatabase/serverless", "slonik");
    private static final Set<String> HANDLES = Set.of(
            "pool", "client", "db", "database", "connection", "conn", "pg", "manager", "datasource", "queryrunner");
    private static final Set<String> VERBS = Set.of("select", "insert", "update", "delete", "with");

    private final Resolver resolver;
    private final QuerySink sink;
    private final DrizzleTables tables;

    RawQueries(Program program, QuerySink sink) {
        this.resolver = program.resolver();
        this.sink = sink;
        this.tables = new DrizzleTables(program);
    }

    void query(Located call, String name) {
        SyntaxNode arguments = call.node().child("arguments");
        if (arguments == null) return;
        boolean tagged = arguments.is(SyntaxKind.TEMPLATE_STRING);
        if (OF_PRISMA.contains(name)) {
            Located text = tagged ? call.at(arguments) : first(call);
            if (text != null) statement(call, text, QueryApi.PRISMA);
        } else if (OF_DRIZZLE.contains(name) && !tagged) {
            Located first = first(call);
            Located sql = first == null ? null : template(first);
            if (first != null && sql != null) statement(call, sql, QueryApi.DRIZZLE);
        } else if (tagged) {
            if (client(call)) statement(call, call.at(arguments), QueryApi.SQL);
        } else if (name.equals("query") || name.equals("execute") || name.equals("unsafe")) {
            Located first = first(call);
            if (first != null && (client(call) || handle(call, first))) statement(call, first, QueryApi.SQL);
        }
    }

    private @Nullable Located first(Located call) {
        List<Located> given = resolver.arguments(call).items();
        return given.isEmpty() ? null : given.get(0);
    }

    /** The template of {@code sql`…`}; null when an expression is something else. */
    private @Nullable Located template(Located expression) {
        Value value = resolver.value(expression);
        Located call = value instanceof Value.CallResult made ? made.call() : CallChain.unwrapped(expression);
        SyntaxNode arguments = call.node().child("arguments");
        if (arguments == null || !arguments.is(SyntaxKind.TEMPLATE_STRING)) return null;
        return DrizzleTables.drizzle(resolver.callee(call).module()) ? call.at(arguments) : null;
    }

    /** Whether the call is made on a client of a known package. */
    private boolean client(Located call) {
        Callee callee = resolver.callee(call);
        if (callee.module() != null && CLIENTS.contains(callee.module())) return true;
        return callee.root() instanceof Value.CallResult made
                && made.callee().module() != null
                && CLIENTS.contains(made.callee().module());
    }

    /** Whether it is made on something that is called like a connection, with a text that begins like a statement. */
    private boolean handle(Located call, Located first) {
        String[] names = resolver.callee(call).name().split("\\.", -1);
        if (names.length < 2) return false;
        String on = names[names.length - 2].toLowerCase(Locale.ROOT);
        boolean connection = HANDLES.stream().anyMatch(on::endsWith);
        String[] words =
                resolver.template(first).strip().toLowerCase(Locale.ROOT).split("\\s", 2);
        return connection && VERBS.contains(words[0]);
    }

    private void statement(Located call, Located text, QueryApi api) {
        String sql = text(text);
        List<SqlText.Use> uses = sql == null ? null : SqlText.of(sql);
        if (uses == null) {
            sink.open(
                    "text of a query",
                    text,
                    sql == null ? "the text is no constant" : "the statement is not understood");
            sink.query(
                    call,
                    new QuerySink.Query(null, QueryOperation.OTHER, api, List.of(), List.of(), false, false, true));
            return;
        }
        for (SqlText.Use use : uses)
            sink.query(
                    call,
                    new QuerySink.Query(
                            use.table(),
                            use.operation(),
                            api,
                            use.filters(),
                            use.written(),
                            use.filtered(),
                            use.known(),
                            true));
    }

    /** The statement with names of tables and columns in place of what stands for them, and {@code ?} for values. */
    private @Nullable String text(Located expression) {
        Located at = CallChain.unwrapped(expression);
        if (!at.node().is(SyntaxKind.TEMPLATE_STRING)) {
            Value value = resolver.value(at);
            if (value instanceof Value.Struct struct && struct.get("text") != null)
                return resolver.text(Objects.requireNonNull(struct.get("text"))).orElse(null);
            return resolver.text(at).orElse(null);
        }
        StringBuilder text = new StringBuilder();
        for (SyntaxNode child : at.node().children()) {
            if (!child.is(SyntaxKind.TEMPLATE_SUBSTITUTION)) {
                text.append(child.text());
                continue;
            }
            if (child.children().isEmpty()) continue;
            text.append(hole(at.at(child.children().get(0)), text));
        }
        return text.toString();
    }

    private String hole(Located expression, StringBuilder before) {
        DrizzleTable table = tables.table(expression);
        if (table != null) return table.key();
        DrizzleFilter.Compared column = new DrizzleFilter(resolver, tables, null).column(expression);
        if (column != null) return column.column();
        String text = resolver.text(expression).orElse(null);
        // a value is a value wherever it comes from; a name is known or it is not
        boolean name =
                before.toString().toLowerCase(Locale.ROOT).matches("(?s).*\\b(from|into|update|join)\\s+[\"`]?$");
        if (name) return text == null ? "(" : text;
        return "?";
    }
}
