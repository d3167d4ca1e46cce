package io.github.assaymark.facts.routes;

import io.github.assaymark.facts.program.FactSink;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Program;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import io.github.assaymark.model.fact.GuardKind;
import io.github.assaymark.model.fact.RouteGuard;
import io.github.assaymark.model.fact.WebFramework;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plugins of Fastify: what is registered with an application, and what that registers. */
final class FastifyPlugins {
    private final Replay replay;
    private final FactSink sink;
    private final Resolver resolver;
    private final Bindings bindings;
    private final Autoload autoload;

    FastifyPlugins(Replay replay, FactSink sink, Program program) {
        this.replay = replay;
        this.sink = sink;
        this.resolver = program.resolver();
        this.bindings = replay.bindings();
        this.autoload = new Autoload(program, sink);
    }

    void register(Bound.AppRef ref, List<Located> given, Located call, Frame frame) {
        if (given.isEmpty()) return;
        Located plugin = given.get(0);
        Value value = resolver.value(plugin);
        boolean encapsulated = true;
        Located wrapped = unwrapped(value);
        if (wrapped != null) {
            encapsulated = false;
            value = resolver.value(wrapped);
        }
        if (value instanceof Value.External external) {
            outside(ref, external, call, frame);
            return;
        }
        if (!(value instanceof Value.Function function)) {
            sink.unresolved("plugin", plugin, "it does not lead to a function", HonoDialect.ALL);
            return;
        }
        if (function.function().module().tree().root().text().contains("skip-override")) {
            sink.unresolved("plugin", plugin, "it says itself how it is loaded", HonoDialect.ALL);
            return;
        }
        Optional<String> prefix = prefix(given, frame);
        if (prefix.isEmpty()) {
            sink.unresolved("prefix of a plugin", given.get(1), "it is no constant text", HonoDialect.ALL);
            return;
        }
        mount(ref, function.function(), given, prefix.get(), encapsulated, call, frame);
    }

    private void mount(
            Bound.AppRef ref,
            Located function,
            List<Located> given,
            String prefix,
            boolean encapsulated,
            Located call,
            Frame frame) {
        App child = new App(WebFramework.FASTIFY, call, frame.entry(), false);
        child.mount();
        replay.follow(function, given, frame.self(), frame, new Bound.AppRef(child, ""));
        ref.app()
                .add(new Entry.Mount(
                        RoutePath.join(ref.prefix(), encapsulated ? prefix : ""),
                        child,
                        App.MAX_ENTRIES,
                        encapsulated,
                        awaited(call),
                        call,
                        frame.conditions()));
    }

    static boolean awaited(Located call) {
        SyntaxNode parent = call.node().parent();
        return parent != null && parent.is(SyntaxKind.AWAIT_EXPRESSION);
    }

    private Optional<String> prefix(List<Located> given, Frame frame) {
        if (given.size() < 2) return Optional.of("");
        Frame.Argument known = bindings.given(given.get(1), frame);
        Value value = resolver.value(known == null ? given.get(1) : known.expression());
        if (value instanceof Value.Nothing) return Optional.of("");
        if (!(value instanceof Value.Struct options)) return Optional.empty();
        Located prefix = options.get("prefix");
        if (prefix == null) return options.complete() ? Optional.of("") : Optional.empty();
        return bindings.text(prefix, known == null ? frame : known.frame());
    }

    /** What {@code fastify-plugin} is given; null when the value is of something else. */
    private @Nullable Located unwrapped(Value value) {
        if (!(value instanceof Value.CallResult result)
                || !"fastify-plugin".equals(result.callee().module())) return null;
        List<Located> given = resolver.arguments(result.call()).items();
        return given.isEmpty() ? null : given.get(0);
    }

    /** {@code @fastify/autoload}: the plugins of a directory. */
    private void load(Bound.AppRef ref, Located call, Frame frame) {
        List<Autoload.Plugin> plugins = autoload.plugins(call);
        if (plugins == null) {
            sink.unresolved("routes of a directory", call, "they are loaded when the program runs", HonoDialect.ALL);
            return;
        }
        for (Autoload.Plugin one : plugins) {
            Value value = resolver.value(one.export());
            Located wrapped = unwrapped(value);
            if (wrapped != null) value = resolver.value(wrapped);
            if (value instanceof Value.Function function)
                mount(ref, function.function(), List.of(), one.prefix(), wrapped == null, call, frame);
            else sink.unresolved("plugin", one.export(), "it does not lead to a function", HonoDialect.ALL);
        }
    }

    /** A plugin of another package: some load routes from directories, some guard everything. */
    private void outside(Bound.AppRef ref, Value.External plugin, Located call, Frame frame) {
        String name = plugin.name().equals("default") || plugin.name().equals("*") ? plugin.module() : plugin.name();
        if (plugin.module().contains("autoload")) {
            load(ref, call, frame);
            return;
        }
        Middleware middleware = Middleware.of(name, List.of(), call);
        if (middleware.kind() != GuardKind.RATE_LIMIT) return;
        List<Located> given = resolver.arguments(call).items();
        boolean off = false;
        if (given.size() > 1) {
            Value.Struct options = resolver.value(given.get(1)) instanceof Value.Struct struct ? struct : null;
            Located global = options == null ? null : options.get("global");
            boolean known = options != null
                    && (global == null
                            ? options.complete()
                            : global.node().is(SyntaxKind.FALSE)
                                    || global.node().is(SyntaxKind.TRUE));
            if (!known) {
                sink.unresolved(
                        "routes of a plugin", given.get(1), "it is not known which it covers", RouteGuard.class);
                return;
            }
            off = global != null && global.node().is(SyntaxKind.FALSE);
        }
        ref.app().limiters().put(call, new App.Limiter(awaited(call), !off));
        ref.app()
                .add(new Entry.Use(
                        "ALL", new PathPattern(WebFramework.FASTIFY, "/", true), middleware, call, frame.conditions()));
    }
}
