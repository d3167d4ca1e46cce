package io.github.assaymark.facts.events;

import io.github.assaymark.facts.program.Callee;
import io.github.assaymark.facts.program.FactSink;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Module;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.registry.Attributes;
import io.github.assaymark.facts.registry.Calls;
import io.github.assaymark.facts.registry.Code;
import io.github.assaymark.facts.registry.Constant;
import io.github.assaymark.facts.registry.Entry;
import io.github.assaymark.facts.registry.Literal;
import io.github.assaymark.facts.registry.Words;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import io.github.assaymark.model.fact.EventHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the functions that handle events: in files below a directory {@code events}, where they are subscribed, in maps
 * of handlers, and by their decorators.
 */
final class HandlerReader {
    private static final Set<String> DIRECTORIES =
            Set.of("events", "event-handlers", "subscribers", "consumers", "listeners", "eventHandlers");
    private static final Set<String> SURE = Set.of(
            "onevent",
            "subscribetoevent",
            "registereventhandler",
            "handleevent",
            "consumeevent",
            "oneventtype",
            "addeventhandler");
    private static final Set<String> VERBS =
            Set.of("subscribe", "on", "handle", "consume", "addhandler", "register", "registerhandler", "listen");
    private static final Set<String> RECEIVERS = Set.of(
            "events",
            "bus",
            "subscriber",
            "subscribers",
            "consumer",
            "consumers",
            "broker",
            "nats",
            "jetstream",
            "eventbus",
            "handlers",
            "inbox",
            "event");
    private static final Set<String> MAKERS = Set.of(
            "defineHandler",
            "createHandler",
            "eventHandler",
            "defineEventHandler",
            "createEventHandler",
            "handlerFor",
            "createConsumer",
            "defineConsumer",
            "createSubscriber");
    private static final Set<String> DECORATORS =
            Set.of("EventPattern", "OnEvent", "MessagePattern", "RabbitSubscribe", "KafkaListener", "SubscribeEvent");
    private static final Set<String> MAPS =
            Set.of("handlers", "subscriptions", "consumers", "subscribers", "listeners");
    private static final Set<String> EVENT_NAMES =
            Set.of("event", "eventname", "eventtype", "topic", "subject", "type");
    private static final String[] NAME = {
        "event", "eventname", "eventtype", "topic", "subject", "type", "name", "routingkey"
    };
    private static final String[] HANDLER = {"handler", "handle", "run", "callback", "consumer", "fn"};

    private final Resolver resolver;
    private final FactSink facts;
    private final Handlers handlers;

    HandlerReader(Resolver resolver, FactSink facts, Handlers handlers) {
        this.resolver = resolver;
        this.facts = facts;
        this.handlers = handlers;
    }

    void read(Module module) {
        List<Constant> constants = Constant.of(module);
        if (isFile(module.path())) declared(module, constants);
        for (Located call : Calls.named(module, HandlerReader::maySubscribe)) subscription(call);
        for (Constant constant : constants) map(module, constant);
        for (Located decorator : module.all(SyntaxKind.DECORATOR)) decorated(decorator);
    }

    private static boolean isFile(String path) {
        if (Words.stem(path).equals("index") || path.endsWith("x")) return false; // no components
        List<String> directories = Words.directories(path);
        return directories.stream().limit(2).anyMatch(DIRECTORIES::contains);
    }

    /** Exported functions called handler, or after what they handle. */
    private void declared(Module module, List<Constant> constants) {
        String event = null;
        for (Constant constant : constants) {
            if (!EVENT_NAMES.contains(Words.squeezed(constant.name()))) continue;
            String text = resolver.text(constant.value()).orElse(null);
            if (text != null) event = text;
        }
        for (Constant constant : constants) {
            if (!constant.exported()) continue;
            Value value = resolver.value(constant.value());
            boolean function = value instanceof Value.Function
                    || Code.isFunction(Code.bare(constant.value()).node());
            boolean made = value instanceof Value.CallResult call && wraps(call);
            if (function ? !handles(constant.name()) : !made) continue;
            String named = value instanceof Value.CallResult call ? made(call) : null;
            handlers.declare(constant.value(), constant.name(), true, named == null ? event : named);
        }
        for (SyntaxNode function : module.nodes(SyntaxKind.FUNCTION_DECLARATION)) {
            String name = exportedAs(module, function);
            if (name != null && handles(name)) handlers.declare(module.at(function), name, true, event);
        }
    }

    private static boolean handles(String name) {
        if (name.equals("handler") || name.equals("default") || name.equals("handle")) return true;
        List<String> words = Words.of(name);
        return words.size() > 1
                && (words.get(0).equals("handle") || words.get(0).equals("on") || words.contains("handler"));
    }

    /** Whether a call wraps a function that is written down in it or named. */
    private boolean wraps(Value.CallResult made) {
        if (!made.callee().plain()) return false;
        for (Located argument : resolver.arguments(made.call()).items())
            if (resolver.value(argument) instanceof Value.Function) return true;
        return false;
    }

    private @Nullable String made(Value.CallResult made) {
        if (!MAKERS.contains(made.callee().last())) return null;
        List<Located> arguments = resolver.arguments(made.call()).items();
        if (arguments.isEmpty()) return null;
        Value first = resolver.value(arguments.get(0));
        if (first instanceof Value.Text text) return text.text();
        return first instanceof Value.Struct struct ? new Attributes(resolver, struct).text(NAME) : null;
    }

    private static @Nullable String exportedAs(Module module, SyntaxNode function) {
        SyntaxNode name = function.child("name");
        SyntaxNode parent = function.parent();
        if (parent != null && parent.is(SyntaxKind.EXPORT_STATEMENT)) {
            boolean isDefault = parent.child("default") != null;
            return isDefault ? "default" : name == null ? null : name.text();
        }
        if (name == null || parent == null || !parent.is(SyntaxKind.PROGRAM)) return null;
        for (SyntaxNode specifier : module.nodes(SyntaxKind.EXPORT_SPECIFIER)) {
            SyntaxNode local = specifier.child("name");
            SyntaxNode alias = specifier.child("alias");
            SyntaxNode statement = specifier.ancestor(SyntaxKind.EXPORT_STATEMENT);
            boolean own = statement != null && statement.child("source") == null;
            if (own && local != null && local.text().equals(name.text())) return (alias == null ? local : alias).text();
        }
        for (SyntaxNode statement : module.nodes(SyntaxKind.EXPORT_STATEMENT)) {
            SyntaxNode value = statement.child("value");
            if (value != null && value.is(SyntaxKind.IDENTIFIER) && value.text().equals(name.text())) return "default";
        }
        return null;
    }

    private static boolean maySubscribe(String name) {
        String called = Words.squeezed(name);
        return SURE.contains(called) || VERBS.contains(called);
    }

    private void subscription(Located call) {
        if (!call.node().is(SyntaxKind.CALL_EXPRESSION)) return;
        Callee callee = resolver.callee(call);
        String called = Words.squeezed(callee.last());
        if (!SURE.contains(called) && !VERBS.contains(called)) return;
        List<Located> arguments = resolver.arguments(call).items();
        if (arguments.isEmpty() || (!SURE.contains(called) && !fits(callee, arguments))) return;
        Value first = resolver.value(arguments.get(0));
        if (first instanceof Value.Struct struct) {
            Attributes attributes = new Attributes(resolver, struct);
            Located name = attributes.get(NAME);
            Located handler = attributes.get(HANDLER);
            if (name != null && handler != null) subscribed(name, handler);
            return;
        }
        Located handler = null;
        for (Located argument : arguments.subList(1, arguments.size())) if (isHandler(argument)) handler = argument;
        if (handler == null) return;
        if (first instanceof Value.Items names) for (Located name : names.items()) subscribed(name, handler);
        else subscribed(arguments.get(0), handler);
    }

    /** Whether a call of an everyday name is about events. */
    private boolean fits(Callee callee, List<Located> arguments) {
        if (resolver.value(arguments.get(0)) instanceof Value.Function) return false;
        String last = callee.last();
        String name = callee.name();
        int length = Math.max(0, name.length() - last.length());
        boolean receiver = Words.of(name.substring(0, length)).stream().anyMatch(RECEIVERS::contains);
        if (receiver) return true;
        String module = callee.module();
        boolean imported = !name.contains(".") && module != null && Words.any(module, Set.of("event", "events"));
        if (imported) return true;
        String text = resolver.text(arguments.get(0)).orElse("");
        boolean constant = Words.any(arguments.get(0).node().text(), Set.of("event", "events"));
        return !name.contains(".") && last.equals("subscribe") && (EventName.reads(text) || constant);
    }

    private boolean isHandler(Located argument) {
        Value value = resolver.value(argument);
        SyntaxNode node = Code.bare(argument).node();
        return value instanceof Value.Function
                || Code.isFunction(node)
                || value instanceof Value.CallResult
                || node.is(SyntaxKind.IDENTIFIER)
                || node.is(SyntaxKind.MEMBER_EXPRESSION);
    }

    private void subscribed(Located name, Located handler) {
        String event = resolver.text(name).orElse(null);
        if (event == null) facts.unresolved("name of a handled event", name, "it is not constant", EventHandler.class);
        SyntaxNode node = Code.bare(handler).node();
        String own = node.is(SyntaxKind.IDENTIFIER) || node.is(SyntaxKind.MEMBER_EXPRESSION) ? node.text() : null;
        handlers.subscribe(event, resolver.shown(name), handler, own);
    }

    /**
     * {@code export const handlers = { 'user.deleted.v1': onUserDeleted }}, or a list of events with their handlers.
     */
    private void map(Module module, Constant constant) {
        List<String> words = Words.of(constant.name());
        boolean named = words.stream().anyMatch(MAPS::contains);
        boolean home = isHome(module.path()) || words.contains("event") || words.contains("events");
        if (!constant.exported() || !named || !home) return;
        Value literal = Literal.of(resolver, constant.value());
        if (literal == null) return;
        if (!Literal.complete(literal))
            facts.unresolved(
                    "handlers of a map", constant.value(), "not all handlers are written down", EventHandler.class);
        for (Entry entry : Entry.of(resolver, literal)) {
            Attributes attributes = entry.attributes(resolver);
            Located handler = entry.value() instanceof Value.Struct ? attributes.get(HANDLER) : entry.located();
            if (handler == null || !isHandler(handler)) continue;
            if (!entry.key().isEmpty()) {
                String own = Code.bare(handler).node().is(SyntaxKind.IDENTIFIER)
                        ? handler.node().text()
                        : entry.key();
                handlers.subscribe(entry.key(), entry.key(), handler, own);
            } else {
                Located name = attributes.get(NAME);
                if (name != null) subscribed(name, handler);
            }
        }
    }

    private static boolean isHome(String path) {
        List<String> directories = Words.directories(path);
        return directories.stream().limit(2).anyMatch(DIRECTORIES::contains)
                || Words.any(Words.stem(path), Set.of("events", "event"));
    }

    private void decorated(Located decorator) {
        Callee callee = resolver.callee(decorator);
        if (!DECORATORS.contains(callee.last())) return;
        SyntaxNode method = decorator.node().parent();
        SyntaxNode name = method == null ? null : method.child("name");
        if (method == null || name == null || !method.is(SyntaxKind.METHOD_DEFINITION)) return;
        List<Located> arguments = resolver.arguments(decorator).items();
        if (arguments.isEmpty()) return;
        String holder = Code.holder(method);
        String own = holder == null ? name.text() : holder + "." + name.text();
        List<Located> names = new ArrayList<>();
        Value first = resolver.value(arguments.get(0));
        if (first instanceof Value.Items items) names.addAll(items.items());
        else if (first instanceof Value.Struct struct) {
            Located given = new Attributes(resolver, struct).get(NAME);
            names.add(given == null ? arguments.get(0) : given);
        } else names.add(arguments.get(0));
        for (Located one : names) {
            String event = resolver.text(one).orElse(null);
            if (event == null)
                facts.unresolved("name of a handled event", one, "it is not constant", EventHandler.class);
            handlers.subscribe(event, resolver.shown(one), decorator.at(method), own);
        }
    }
}
