package io.github.assaymark.facts.events;

import io.github.assaymark.facts.program.Callee;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.registry.Code;
import io.github.assaymark.facts.registry.Words;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a handler recognises repeated deliveries.
 *
 * @param parts of the key, texts or expressions
 * @param idempotent whether there is evidence that it does
 * @param known whether all that could do it was seen
 */
record Dedupe(List<String> parts, boolean idempotent, boolean known) {
    private static final Set<String> WORDS =
            Set.of("dedupe", "deduped", "dedup", "deduplicate", "idempotent", "idempotency", "inbox");
    private static final Set<String> CLAIMS = Set.of(
            "alreadyprocessed",
            "isduplicate",
            "markprocessed",
            "claimevent",
            "exactlyonce",
            "processonce",
            "handleonce",
            "onceper",
            "wasprocessed");
    private static final Set<String> STORES =
            Set.of("processed", "inbox", "dedupe", "dedup", "consumed", "handled", "idempotency", "deduplication");
    private static final Set<String> EVENTS =
            Set.of("event", "events", "message", "messages", "keys", "inbox", "dedupe", "deliveries");
    private static final Set<String> CONFLICT = Set.of("onConflictDoNothing", "onConflict", "doNothing");
    private static final Set<String> WRITES = Set.of(
            "insert",
            "create",
            "createMany",
            "upsert",
            "execute",
            "query",
            "insertInto",
            "putItem",
            "send",
            "set",
            "setnx",
            "values");
    private static final int DEPTH = 3;
    private static final int NODES = 20_000;

    static final Dedupe NONE = new Dedupe(List.of(), false, true);

    /** What a handler does about repeats; {@code handler} is its function, or the call that wraps it. */
    static Dedupe of(Resolver resolver, Located handler) {
        return of(resolver, handler, 0);
    }

    private static Dedupe of(Resolver resolver, Located handler, int depth) {
        Located bare = Code.bare(handler);
        if (depth > DEPTH) return new Dedupe(List.of(), false, false);
        Value value = resolver.value(bare);
        if (bare.node().is(SyntaxKind.CALL_EXPRESSION)) return wrapped(resolver, bare, depth);
        if (value instanceof Value.CallResult made) return wrapped(resolver, made.call(), depth);
        if (value instanceof Value.Function function) return body(resolver, function.function());
        if (Code.isFunction(bare.node())) return body(resolver, bare);
        return new Dedupe(List.of(), false, false);
    }

    private static Dedupe wrapped(Resolver resolver, Located call, int depth) {
        Callee callee = resolver.callee(call);
        if (speaks(callee.last())) return claimed(resolver, call, callee);
        Dedupe inner = NONE;
        boolean function = false;
        for (Located argument : resolver.arguments(call).items()) {
            Value value = resolver.value(argument);
            if (!(value instanceof Value.Function) && !Code.isFunction(argument.node()) && !isCall(argument)) continue;
            function = true;
            inner = inner.or(of(resolver, argument, depth + 1));
        }
        if (!function) return new Dedupe(List.of(), false, false);
        if (inner.idempotent) return inner;
        Located declaration = callee.declaration();
        if (declaration == null) return new Dedupe(inner.parts, false, false);
        return inner.or(body(resolver, declaration));
    }

    private static boolean isCall(Located argument) {
        return Code.bare(argument).node().is(SyntaxKind.CALL_EXPRESSION);
    }

    private static boolean speaks(String name) {
        List<String> words = Words.of(name);
        return words.stream().anyMatch(WORDS::contains) || CLAIMS.contains(Words.squeezed(name));
    }

    private Dedupe or(Dedupe other) {
        List<String> all = new ArrayList<>(parts);
        for (String part : other.parts) if (!all.contains(part)) all.add(part);
        return new Dedupe(all, idempotent || other.idempotent, known && other.known);
    }

    /** A call that says it recognises repeats; what the repository itself declares must keep them somewhere durable. */
    private static Dedupe claimed(Resolver resolver, Located call, Callee callee) {
        List<String> parts = new ArrayList<>();
        for (Located argument : resolver.arguments(call).items()) parts(resolver, argument, parts);
        Located declaration = callee.declaration();
        boolean durable = declaration == null || !inMemory(resolver, declaration);
        return new Dedupe(parts, durable, true);
    }

    private static void parts(Resolver resolver, Located argument, List<String> parts) {
        Value value = resolver.value(argument);
        if (value instanceof Value.Function || Code.isFunction(argument.node())) return;
        if (value instanceof Value.Items items) {
            for (Located item : items.items()) add(resolver.shown(item), parts);
        } else if (value instanceof Value.Struct struct) {
            for (Located property : struct.entries().values()) parts(resolver, property, parts);
        } else if (Code.bare(argument).node().is(SyntaxKind.IDENTIFIER)
                && value instanceof Value.Parameter
                && List.of("tx", "db", "trx", "ctx", "client")
                        .contains(argument.node().text())) {
            return;
        } else {
            add(resolver.shown(argument), parts);
        }
    }

    private static void add(String part, List<String> parts) {
        if (!parts.contains(part)) parts.add(part);
    }

    /** Whether a function only keeps what it has seen in a set or map of its process. */
    private static boolean inMemory(Resolver resolver, Located function) {
        boolean memory = false;
        for (SyntaxNode node : nodes(function.node())) {
            if (node.is(SyntaxKind.CALL_EXPRESSION)) {
                String called = Code.called(node);
                SyntaxNode callee = node.child("function");
                SyntaxNode object = callee == null ? null : callee.child("object");
                boolean collection = object != null && isCollection(resolver, function.at(object));
                if (collection) memory = true;
                else if (WRITES.contains(called)) return false;
            }
            if (node.is(SyntaxKind.NEW_EXPRESSION) && isCollection(resolver, function.at(node))) memory = true;
        }
        return memory;
    }

    private static boolean isCollection(Resolver resolver, Located expression) {
        return resolver.value(expression) instanceof Value.CallResult made
                && Set.of("Set", "Map", "WeakSet", "WeakMap", "LRUCache", "LRU")
                        .contains(made.callee().name());
    }

    private static Dedupe body(Resolver resolver, Located function) {
        SyntaxNode body = function.node().child("body");
        if (body == null) return NONE;
        Dedupe found = NONE;
        for (SyntaxNode node : nodes(body)) {
            if (!node.is(SyntaxKind.CALL_EXPRESSION)) continue;
            Located call = function.at(node);
            String called = Code.called(node);
            if (speaks(called)) {
                found = found.or(claimed(resolver, call, resolver.callee(call)));
            } else if (CONFLICT.contains(called)) {
                List<String> parts = recorded(resolver, call);
                if (parts != null) found = found.or(new Dedupe(parts, true, true));
            } else if (called.equals("createMany") && node.text().contains("skipDuplicates")) {
                if (store(resolver.callee(call).name()))
                    found = found.or(new Dedupe(values(resolver, call), true, true));
            }
        }
        return found;
    }

    private static boolean store(String name) {
        return Words.any(name, STORES) && Words.any(name, EVENTS);
    }

    /** What an insert that does nothing on a conflict records; null when it is into another table. */
    private static @Nullable List<String> recorded(Resolver resolver, Located conflict) {
        List<String> parts = new ArrayList<>();
        boolean store = false;
        SyntaxNode function = conflict.node().child("function");
        SyntaxNode at = function == null ? null : function.child("object");
        while (at != null && at.is(SyntaxKind.CALL_EXPRESSION)) {
            String called = Code.called(at);
            if (called.equals("values")) parts.addAll(values(resolver, conflict.at(at)));
            if (called.equals("insert") || called.equals("insertInto")) {
                for (Located argument : resolver.arguments(conflict.at(at)).items())
                    store |= Words.any(argument.node().text(), STORES);
            }
            SyntaxNode callee = at.child("function");
            at = callee == null ? null : callee.child("object");
        }
        return store ? parts : null;
    }

    private static List<String> values(Resolver resolver, Located call) {
        List<String> parts = new ArrayList<>();
        for (Located argument : resolver.arguments(call).items()) parts(resolver, argument, parts);
        return parts;
    }

    private static List<SyntaxNode> nodes(SyntaxNode root) {
        List<SyntaxNode> all = new ArrayList<>();
        Deque<SyntaxNode> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty() && all.size() < NODES) {
            SyntaxNode node = open.pop();
            all.add(node);
            List<SyntaxNode> children = node.children();
            for (int i = children.size() - 1; i >= 0; i--) open.push(children.get(i));
        }
        return all;
    }
}
