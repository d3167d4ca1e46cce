package io.github.assaymark.facts.routes;

import io.github.assaymark.facts.program.Callee;
import io.github.assaymark.facts.program.FactSink;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Module;
import io.github.assaymark.facts.program.Program;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import io.github.assaymark.model.fact.FileKind;
import io.github.assaymark.model.fact.Route;
import io.github.assaymark.model.fact.RouteGuard;
import io.github.assaymark.model.fact.WebFramework;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Follows the statements that make applications and register on them, in the order they would run: the statements of
 * modules, and the functions, methods and constructors these call. Handlers are not followed. Used by one thread.
 */
final class Replay {
    private static final int MAX_DEPTH = 12;
    /** Calls that are followed for one owner; what lies beyond is a gap. */
    private static final int MAX_CALLS = 300_000;

    private final FactSink sink;
    private final Resolver resolver;
    private final Bindings bindings;
    private final Statements statements;
    private final Map<WebFramework, Dialect> dialects = new EnumMap<>(WebFramework.class);
    private final List<App> apps = new ArrayList<>();
    private final Set<Located> called = new HashSet<>();
    private final Set<Located> handled = new HashSet<>();
    private final Set<Located> ran = new HashSet<>();
    private final Set<Located> cut = new HashSet<>();
    private final Set<Located> barren = new HashSet<>();
    private int calls;
    private int events;

    Replay(Program program, FactSink sink) {
        this.sink = sink;
        this.resolver = program.resolver();
        this.bindings = new Bindings(resolver);
        this.statements = new Statements(this, sink, resolver);
    }

    void speak(WebFramework framework, Dialect dialect) {
        dialects.put(framework, dialect);
    }

    Bindings bindings() {
        return bindings;
    }

    List<App> apps() {
        return apps;
    }

    /** Whether a call was met. */
    boolean met(Located call) {
        return called.contains(call);
    }

    /** Whether a call was a method of an application that is known. */
    boolean handled(Located call) {
        return handled.contains(call);
    }

    boolean ran(Located function) {
        return ran.contains(function);
    }

    void run(Module module) {
        Frame frame = Frame.of(module);
        for (SyntaxNode statement : module.tree().root().children()) statements.visit(module.at(statement), frame);
    }

    /** Runs a function that nobody is seen to call. */
    void runAlone(Located function) {
        follow(function, List.of(), null, Frame.of(function.module()));
    }

    /** Runs the constructor of a class that nobody is seen to make. */
    void constructAlone(Located declaration) {
        construct(declaration, List.of(), Frame.of(declaration.module()));
    }

    /** Whether a call makes an application. */
    boolean makes(Located call) {
        Callee callee = resolver.callee(call);
        Frame frame = Frame.of(call.module());
        return dialects.values().stream().anyMatch(dialect -> dialect.create(call, callee, frame) != null);
    }

    void call(Located call, Frame frame) {
        called.add(call);
        if (++calls == MAX_CALLS)
            sink.unresolved(
                    "registrations", call, "too many calls to follow all", List.of(Route.class, RouteGuard.class));
        if (calls >= MAX_CALLS) return;
        boolean fresh = call.node().is(SyntaxKind.NEW_EXPRESSION);
        Located function = call.child(fresh ? "constructor" : "function");
        if (function == null) return;
        Located receiver = function.node().is(SyntaxKind.MEMBER_EXPRESSION) ? function.child("object") : null;
        if (receiver != null) statements.visit(receiver, frame);
        else statements.visit(function, frame);
        SyntaxNode given = call.node().child("arguments");
        if (given != null) for (SyntaxNode argument : given.children()) statements.visit(call.at(argument), frame);
        bindings.forget(call);
        if (receiver != null && method(call, function, receiver, frame)) return;
        plain(call, function, frame);
    }

    /** A method of something that is known; false when it is not. */
    private boolean method(Located call, Located function, Located receiver, Frame frame) {
        SyntaxNode property = function.node().child("property");
        Bound bound = bindings.of(receiver, frame);
        if (property == null || bound == null) return false;
        String name = property.text();
        Bound result = null;
        if (bound instanceof Bound.AppRef ref) {
            events++;
            result = dialect(ref.app().framework()).call(ref, name, call, frame);
        } else if (bound instanceof Bound.RouteChain chain) {
            events++;
            result = dialect(chain.ref().app().framework()).chain(chain, name, call, frame);
        } else if (bound instanceof Bound.Instance instance && instance.declaration() != null) {
            Located method = Classes.method(instance.declaration(), name, resolver);
            if (method == null) return false;
            result = follow(method, resolver.arguments(call).items(), instance, frame);
        } else {
            return false;
        }
        handled.add(call);
        if (result != null) bindings.result(call, result);
        return true;
    }

    /** Tells a function that gives one of several applications. */
    void several(Located at) {
        sink.unresolved("application", at, "its function gives one of several", HonoDialect.ALL);
    }

    private Dialect dialect(WebFramework framework) {
        Dialect dialect = dialects.get(framework);
        if (dialect == null) throw new IllegalStateException("no dialect for " + framework);
        return dialect;
    }

    private void plain(Located call, Located function, Frame frame) {
        List<Located> given = resolver.arguments(call).items();
        Located inline = Syntax.function(function);
        if (inline != null) {
            remember(call, follow(inline, given, frame.self(), frame));
            return;
        }
        if (function.node().is(SyntaxKind.SUPER)) {
            superConstructor(given, frame);
            return;
        }
        Callee callee = resolver.callee(call);
        for (Dialect dialect : dialects.values()) {
            App app = dialect.create(call, callee, frame);
            if (app == null) continue;
            events++;
            apps.add(app);
            bindings.result(call, new Bound.AppRef(app, ""));
            return;
        }
        Located declaration = callee.declaration();
        if (declaration != null && declaration.module().kind() == FileKind.PRODUCTION) {
            if (Classes.is(declaration)) remember(call, construct(declaration, given, frame));
            else remember(call, follow(declaration, given, null, frame));
            return;
        }
        for (Located argument : given) {
            Located callback = Syntax.function(argument);
            if (callback != null) callback(callback, callee.name(), frame);
        }
    }

    private void remember(Located call, @Nullable Bound result) {
        if (result != null) bindings.result(call, result);
    }

    private void callback(Located function, String taker, Frame frame) {
        List<Condition> before = List.copyOf(frame.conditions());
        String place = function.module().path() + ":" + function.node().line();
        frame.conditions().add(new Condition(function, "in a function given to `" + taker + "` (" + place + ")"));
        follow(function, List.of(), frame.self(), frame);
        frame.conditions().clear();
        frame.conditions().addAll(before);
    }

    /** Runs a function; gives what it returns as far as it leads to an application. */
    @Nullable
    Bound follow(Located function, List<Located> given, Bound.@Nullable Instance self, Frame frame) {
        boolean carries = self != null || given.stream().anyMatch(one -> bindings.of(one, frame) != null);
        if (barren.contains(function) && !carries) return null;
        return follow(function, given, self, frame, null);
    }

    /** Runs a function with an application as its first argument. */
    @Nullable
    Bound follow(
            Located function, List<Located> given, Bound.@Nullable Instance self, Frame frame, @Nullable Bound first) {
        if (frame.runs(function) || frame.depth() >= MAX_DEPTH) {
            if (first != null || given.stream().anyMatch(one -> bindings.of(one, frame) != null)) cut(function, frame);
            return null;
        }
        ran.add(function);
        int before = events;
        Frame inner = frame.call(function, given, self);
        List<Located> parameters = resolver.parameters(function);
        for (int i = 0; i < parameters.size(); i++) {
            Bound bound = i == 0 && first != null ? first : i < given.size() ? bindings.of(given.get(i), frame) : null;
            bindings.parameter(parameters.get(i), bound);
            if (self != null) Classes.parameterProperty(parameters.get(i), bound, self);
        }
        Located body = function.child("body");
        if (body == null) return null;
        statements.visit(body, inner);
        if (!body.node().is(SyntaxKind.STATEMENT_BLOCK)) {
            Bound value = bindings.of(body, inner);
            if (value != null && !inner.returns(value)) several(body);
        }
        if (events == before && inner.returned() == null) barren.add(function);
        return inner.returned();
    }

    private void cut(Located function, Frame frame) {
        if (!cut.add(function)) return;
        String reason = frame.runs(function) ? "it is given to a function that calls itself" : "the calls go too deep";
        sink.unresolved("registrations on an application", function, reason, HonoDialect.ALL);
    }

    private @Nullable Bound construct(Located declaration, List<Located> given, Frame frame) {
        if (barren.contains(declaration) && given.stream().noneMatch(one -> bindings.of(one, frame) != null))
            return null;
        if (frame.runs(declaration) || frame.depth() >= MAX_DEPTH) {
            if (given.stream().anyMatch(one -> bindings.of(one, frame) != null)) cut(declaration, frame);
            return null;
        }
        int before = events;
        ran.add(declaration);
        Bound.Instance instance = Bound.Instance.of(declaration);
        build(declaration, given, instance, frame, 0);
        if (events == before && instance.fields().isEmpty() && !Classes.mayRegister(declaration)) {
            barren.add(declaration);
            return null;
        }
        return instance;
    }

    private void build(Located declaration, List<Located> given, Bound.Instance instance, Frame frame, int depth) {
        if (depth > MAX_DEPTH) return;
        Located constructor = Classes.constructor(declaration);
        Located parent = Classes.parent(declaration, resolver);
        if (constructor == null && parent != null) build(parent, given, instance, frame, depth + 1);
        Frame fields = frame.call(declaration, given, instance);
        for (Located field : Classes.fields(declaration)) {
            Located value = field.child("value");
            SyntaxNode name = field.node().child("name");
            if (value == null || name == null) continue;
            statements.visit(value, fields);
            instance.values().put(name.text(), value);
            Bound bound = bindings.of(value, fields);
            if (bound != null) instance.fields().put(name.text(), bound);
        }
        if (constructor != null) follow(constructor, given, instance, frame);
    }

    private void superConstructor(List<Located> given, Frame frame) {
        Bound.Instance self = frame.self();
        Located function = frame.function();
        if (self == null || function == null) return;
        SyntaxNode around = function.node().ancestor(SyntaxKind.CLASS_DECLARATION);
        Located parent = around == null ? null : Classes.parent(function.at(around), resolver);
        if (parent != null && frame.depth() < MAX_DEPTH) build(parent, given, self, frame, 0);
    }
}
