package io.github.assaymark.facts.events;

import io.github.assaymark.facts.program.FactSink;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.registry.Code;
import io.github.assaymark.facts.registry.Words;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import io.github.assaymark.model.fact.EventHandler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The handlers of one owner, put together from their declarations and from where they are subscribed. */
final class Handlers {
    private final Resolver resolver;
    private final Map<Located, Declared> declared = new LinkedHashMap<>();
    private final List<Subscribed> subscribed = new ArrayList<>();

    /** A function of a file of handlers. */
    record Declared(
            Located handler,
            @Nullable String name,
            boolean exported,
            @Nullable String event) {}

    /** A handler that something is told to call. */
    record Subscribed(
            @Nullable String event,
            String shown,
            Located handler,
            @Nullable String name,
            boolean exported) {}

    /** What was found in a module. */
    record Found(Map<Located, Declared> declared, List<Subscribed> subscribed) {}

    Handlers(Resolver resolver) {
        this.resolver = resolver;
    }

    /** A handler of a file of handlers; {@code event} is null when the file does not name it. */
    void declare(Located handler, String name, boolean exported, @Nullable String event) {
        declared.putIfAbsent(origin(handler), new Declared(handler, name, exported, event));
    }

    /** A handler that is subscribed; {@code event} is null when its name is not constant. */
    void subscribe(@Nullable String event, String shown, Located handler, @Nullable String name) {
        subscribed.add(new Subscribed(event, shown, handler, name, isExported(handler)));
    }

    /** All there is up to now. */
    Found found() {
        return new Found(new LinkedHashMap<>(declared), List.copyOf(subscribed));
    }

    /** What was found in another module. */
    void add(Found found) {
        found.declared().forEach(declared::putIfAbsent);
        subscribed.addAll(found.subscribed());
    }

    /** What a name or a wrapping stands for: the function, or the call that makes it. */
    private Located origin(Located handler) {
        Value value = resolver.value(Code.bare(handler));
        if (value instanceof Value.Function function) return function.function();
        return value instanceof Value.CallResult made ? made.call() : Code.bare(handler);
    }

    private static boolean isExported(Located handler) {
        return handler.node().ancestor(SyntaxKind.EXPORT_STATEMENT) != null;
    }

    void close(FactSink facts) {
        Map<Located, List<Subscribed>> byOrigin = new LinkedHashMap<>();
        for (Subscribed one : subscribed)
            byOrigin.computeIfAbsent(origin(one.handler()), at -> new ArrayList<>())
                    .add(one);
        declared.forEach((origin, one) -> {
            List<Subscribed> subscriptions = byOrigin.remove(origin);
            if (subscriptions == null) {
                String event =
                        one.event() == null ? Words.stem(one.handler().module().path()) : one.event();
                fact(facts, event, one.event() != null, one.handler(), one.name(), one.exported(), false);
                return;
            }
            for (Subscribed subscription : subscriptions)
                fact(
                        facts,
                        subscription.event() == null ? subscription.shown() : subscription.event(),
                        subscription.event() != null,
                        one.handler(),
                        one.name(),
                        one.exported(),
                        true);
        });
        byOrigin.forEach((origin, subscriptions) -> {
            for (Subscribed one : subscriptions)
                fact(
                        facts,
                        one.event() == null ? one.shown() : one.event(),
                        one.event() != null,
                        here(origin, one.handler()),
                        one.name() == null ? Code.name(origin.node()) : one.name(),
                        one.exported() || isExported(origin),
                        true);
        });
    }

    /** The declaration is where a reader should look, unless it is in no module at all. */
    private static Located here(Located origin, Located handler) {
        return Code.isFunction(origin.node()) || origin.node().is(SyntaxKind.CALL_EXPRESSION) ? origin : handler;
    }

    private void fact(
            FactSink facts,
            String event,
            boolean resolved,
            Located handler,
            @Nullable String name,
            boolean exported,
            boolean registered) {
        Dedupe dedupe = Dedupe.of(resolver, handler);
        if (!dedupe.known() && !dedupe.idempotent())
            facts.unresolved("what a handler does about repeats", handler, "what wraps it is not known", List.of());
        String path = handler.module().path();
        facts.fact(new EventHandler(
                facts.key(path + "#" + event),
                facts.owner(),
                facts.place(handler),
                event,
                resolved,
                name,
                exported,
                empty(handler),
                registered,
                dedupe.parts(),
                dedupe.idempotent(),
                dedupe.known() || dedupe.idempotent(),
                path));
    }

    /** Whether the function, or the one that is wrapped, has nothing in its body. */
    private boolean empty(Located handler) {
        Value value = resolver.value(Code.bare(handler));
        if (value instanceof Value.Function function)
            return hollow(function.function().node());
        if (value instanceof Value.CallResult made) {
            for (Located argument : resolver.arguments(made.call()).items())
                if (resolver.value(argument) instanceof Value.Function function)
                    return hollow(function.function().node());
        }
        return Code.isFunction(handler.node()) && hollow(handler.node());
    }

    private static boolean hollow(SyntaxNode function) {
        SyntaxNode body = function.child("body");
        return body != null
                && body.is(SyntaxKind.STATEMENT_BLOCK)
                && body.children().isEmpty();
    }
}
