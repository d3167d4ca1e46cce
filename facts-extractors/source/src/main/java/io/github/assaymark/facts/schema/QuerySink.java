package io.github.assaymark.facts.schema;

import io.github.assaymark.facts.program.Callee;
import io.github.assaymark.facts.program.FactSink;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Program;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import io.github.assaymark.model.fact.QueryApi;
import io.github.assaymark.model.fact.QueryOperation;
import io.github.assaymark.model.fact.QueryUse;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Hands over queries with what stands around them. */
final class QuerySink {
    private static final Set<String> FUNCTIONS = Set.of(
            SyntaxKind.FUNCTION_DECLARATION,
            SyntaxKind.FUNCTION_EXPRESSION,
            SyntaxKind.ARROW_FUNCTION,
            SyntaxKind.METHOD_DEFINITION,
            SyntaxKind.GENERATOR_FUNCTION,
            SyntaxKind.GENERATOR_FUNCTION_DECLARATION);
    private static final Set<String> HANDLES = Set.of("tx", "trx", "transaction", "transactionalEntityManager");

    private final Resolver resolver;
    private final FactSink facts;
    private final Set<SyntaxNode> open = new HashSet<>();
    private final Map<SyntaxNode, String> queries = new HashMap<>();

    QuerySink(Program program, FactSink facts) {
        this.resolver = program.resolver();
        this.facts = facts;
    }

    /** What a query does to one table; {@code table} is null when it is not known. */
    record Query(
            @Nullable String table,
            QueryOperation operation,
            QueryApi api,
            Collection<String> filters,
            Collection<String> written,
            boolean filtered,
            boolean known,
            boolean raw) {
        /** A query of which all is known, but for what is told to {@link #open}. */
        Query(
                @Nullable String table,
                QueryOperation operation,
                QueryApi api,
                Collection<String> filters,
                Collection<String> written,
                boolean filtered,
                boolean raw) {
            this(table, operation, api, filters, written, filtered, true, raw);
        }
    }

    void query(Located call, Query query) {
        String function = function(call.node());
        String type = type(call.node());
        String label =
                type == null ? function == null ? "" : function : function == null ? type : type + "." + function;
        String path = call.module().path();
        String table = query.table();
        String key = facts.key(path + "#" + label + ":"
                + query.operation().name().toLowerCase(Locale.ROOT) + " " + (table == null ? "?" : table));
        facts.fact(new QueryUse(
                key,
                facts.owner(),
                facts.place(call),
                queries.computeIfAbsent(call.node(), node -> key),
                table,
                query.operation(),
                query.api(),
                query.filters().stream().distinct().sorted().toList(),
                query.written().stream().distinct().sorted().toList(),
                query.filtered(),
                query.known() && !open.contains(call.node()),
                query.raw(),
                transaction(call),
                function,
                type,
                path));
    }

    /** Tells what is not known; of a call that is handed over as a query afterwards, it is a part. */
    void open(String lookedFor, Located expression, String reason) {
        open.add(expression.node());
        facts.unresolved(lookedFor, expression, reason, List.of(QueryUse.class));
    }

    /** The handle of the transaction a query is run with; null when there is none. */
    private @Nullable String transaction(Located call) {
        CallChain chain = CallChain.of(call);
        Callee callee = resolver.callee(chain == null ? call : chain.base());
        if (!(callee.root() instanceof Value.Parameter parameter)) return null;
        String name = callee.first();
        SyntaxNode arguments = parameter.function().node().parent();
        SyntaxNode around = arguments == null ? null : arguments.parent();
        if (around != null && around.is(SyntaxKind.CALL_EXPRESSION)) {
            SyntaxNode function = around.child("function");
            SyntaxNode property = function == null ? null : function.child("property");
            String called = property != null ? property.text() : function == null ? "" : function.text();
            if (called.toLowerCase(Locale.ROOT).contains("transaction")) return name;
        }
        return HANDLES.contains(name) ? name : null;
    }

    private static @Nullable String function(SyntaxNode node) {
        for (SyntaxNode at = node.parent(); at != null; at = at.parent()) {
            if (!FUNCTIONS.contains(at.kind())) continue;
            SyntaxNode name = at.child("name");
            if (name != null) return name.text();
            SyntaxNode holder = at.parent();
            if (holder == null) continue;
            boolean holds = holder.is(SyntaxKind.VARIABLE_DECLARATOR) || holder.is(SyntaxKind.PUBLIC_FIELD_DEFINITION);
            SyntaxNode held = holder.is(SyntaxKind.PAIR) ? holder.child("key") : holds ? holder.child("name") : null;
            if (held != null) return held.text();
        }
        return null;
    }

    private static @Nullable String type(SyntaxNode node) {
        for (SyntaxNode at = node.parent(); at != null; at = at.parent()) {
            boolean type = at.is(SyntaxKind.CLASS_DECLARATION)
                    || at.is(SyntaxKind.ABSTRACT_CLASS_DECLARATION)
                    || at.is(SyntaxKind.CLASS);
            SyntaxNode name = type ? at.child("name") : null;
            if (name != null) return name.text();
        }
        return null;
    }
}
