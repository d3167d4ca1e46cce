package io.github.assaymark.facts.routes;

import io.github.assaymark.facts.program.Callee;
import io.github.assaymark.facts.program.FactSink;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Module;
import io.github.assaymark.facts.program.Program;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds what looks like applications and registrations but was not met when the modules ran. */
final class Leftovers {
    private static final Set<String> METHODS = Set.of(
            "get", "post", "put", "patch", "delete", "all", "use", "route", "on", "openapi", "register", "addHook");
    static final Pattern TYPED =
            Pattern.compile("\\b(Hono|OpenAPIHono|Express|Router|IRouter|Application|FastifyInstance)\\b");
    private static final int MAX_REPORTS = 200;

    private static final Function<Module, List<Located>> REGISTERING = Leftovers::registering;

    private static final Function<Module, List<Located>> NAMING = Leftovers::naming;

    private final FactSink sink;
    private final Resolver resolver;
    private final Replay replay;
    private final LeadsToApp application;

    Leftovers(Program program, FactSink sink, Replay replay) {
        this.sink = sink;
        this.resolver = program.resolver();
        this.replay = replay;
        this.application = new LeadsToApp(resolver, replay);
    }

    /**
     * Runs functions that make applications but are called by nobody, then reports registrations nobody met.
     *
     * @param making modules that may hold such functions
     * @param registering those that may hold such registrations
     */
    void report(List<Module> making, List<Module> registering) {
        sink.each(making, this::runMakers);
        int[] reports = {0};
        sink.each(registering, module -> {
            for (Located call : module.once(REGISTERING)) {
                if (reports[0] >= MAX_REPORTS) return;
                if (unmet(call)) reports[0]++;
            }
            for (Located member : module.once(NAMING)) {
                if (reports[0] >= MAX_REPORTS) return;
                if (handedOn(member)) reports[0]++;
            }
        });
        for (App app : List.copyOf(replay.apps())) if (reports[0] < MAX_REPORTS && lost(app)) reports[0]++;
    }

    /** {@code wrap(express())}: an application that is given away when it is made. */
    private boolean lost(App app) {
        if (app.mounted() || !app.entries().isEmpty()) return false;
        SyntaxNode arguments = app.created().node().parent();
        SyntaxNode taker = arguments == null || !arguments.is(SyntaxKind.ARGUMENTS) ? null : arguments.parent();
        if (taker == null) return false;
        Callee callee = resolver.callee(app.created().at(taker));
        if (callee.declaration() != null || LeadsToApp.ends(callee)) return false;
        sink.unresolved(
                "application",
                app.created(),
                "it is not known what `" + callee.name() + "` does with it",
                HonoDialect.ALL);
        return true;
    }

    private void runMakers(Module module) {
        List<SyntaxNode> calls = new ArrayList<>(module.nodes(SyntaxKind.NEW_EXPRESSION));
        calls.addAll(module.nodes(SyntaxKind.CALL_EXPRESSION));
        for (SyntaxNode call : calls) {
            Located at = module.at(call);
            if (replay.met(at) || !mayMake(call) || !replay.makes(at)) continue;
            SyntaxNode outermost = null;
            for (SyntaxNode up = Syntax.around(call); up != null; up = Syntax.around(up)) outermost = up;
            if (outermost == null || replay.ran(module.at(outermost))) continue;
            SyntaxNode around = outermost.ancestor(SyntaxKind.CLASS_DECLARATION);
            if (around != null) replay.constructAlone(module.at(around));
            if (!replay.met(at)) replay.runAlone(module.at(outermost));
        }
    }

    /** Cheap, by the text alone. */
    private static boolean mayMake(SyntaxNode call) {
        SyntaxNode function = call.child(call.is(SyntaxKind.NEW_EXPRESSION) ? "constructor" : "function");
        if (function == null) return false;
        String text = function.text();
        return text.length() < 60
                && (text.endsWith("Hono")
                        || text.endsWith("Router")
                        || text.endsWith("xpress")
                        || text.endsWith("astify"));
    }

    /** Calls that register something, by their text. */
    private static List<Located> registering(Module module) {
        return module.nodes(SyntaxKind.CALL_EXPRESSION).stream()
                .filter(call -> {
                    SyntaxNode function = call.child("function");
                    if (function == null) return false;
                    if (function.is(SyntaxKind.SUBSCRIPT_EXPRESSION)) return true;
                    SyntaxNode property = function.is(SyntaxKind.MEMBER_EXPRESSION) ? function.child("property") : null;
                    return property != null && METHODS.contains(property.text());
                })
                .map(module::at)
                .toList();
    }

    /** Members that go by the name of what registers something. */
    private static List<Located> naming(Module module) {
        return module.nodes(SyntaxKind.MEMBER_EXPRESSION).stream()
                .filter(member -> {
                    SyntaxNode property = member.child("property");
                    return property != null && METHODS.contains(property.text());
                })
                .map(module::at)
                .toList();
    }

    private boolean unmet(Located call) {
        Located function = call.child("function");
        if (function == null || replay.handled(call)) return false;
        if (function.node().is(SyntaxKind.SUBSCRIPT_EXPRESSION)) return computed(call, function);
        if (!function.node().is(SyntaxKind.MEMBER_EXPRESSION)) return false;
        SyntaxNode property = function.node().child("property");
        Located object = function.child("object");
        if (property == null || object == null || !METHODS.contains(property.text())) return false;
        String why = why(object);
        if (why == null && !registers(property.text(), call)) return false;
        if (why == null && application.leads(object)) why = "it is not known which application it is made on";
        if (why == null) return false;
        for (Located one : resolver.arguments(call).items()) {
            // What is mounted at an unknown place must not be taken for one of its own.
            if (replay.bindings().of(one, Frame.of(one.module())) instanceof Bound.AppRef child)
                child.app().mount();
        }
        sink.unresolved("registration on an application", call, why, HonoDialect.ALL);
        return true;
    }

    /** {@code app.get.bind(app)}: a method of an application that is not called where it is named. */
    private boolean handedOn(Located member) {
        SyntaxNode property = member.node().child("property");
        Located object = member.child("object");
        SyntaxNode up = member.node().parent();
        if (property == null || object == null || up == null || !METHODS.contains(property.text())) return false;
        boolean called = up.is(SyntaxKind.CALL_EXPRESSION) && member.node().equals(up.child("function"));
        boolean assigned =
                up.is(SyntaxKind.ASSIGNMENT_EXPRESSION) && member.node().equals(up.child("left"));
        if (called || assigned) return false;
        if (!(replay.bindings().of(object, Frame.of(object.module())) instanceof Bound.AppRef)) return false;
        sink.unresolved("registration on an application", member, "its method is handed on", HonoDialect.ALL);
        return true;
    }

    private boolean registers(String method, Located call) {
        int given = resolver.arguments(call).items().size();
        return method.equals("on") ? given > 2 : given > 0;
    }

    /** {@code app[method]("/path", handler)}. */
    private boolean computed(Located call, Located function) {
        Located object = function.child("object");
        if (object == null || !registers("", call) || !application.leads(object)) return false;
        sink.unresolved("registration on an application", call, "its method is computed", HonoDialect.ALL);
        return true;
    }

    private @Nullable String why(Located receiver) {
        Located bare = Syntax.bare(receiver);
        if (!bare.node().is(SyntaxKind.IDENTIFIER)) return null;
        Value value = resolver.value(bare);
        if (value instanceof Value.Parameter parameter && parameter.name().indexOf('.') < 0) {
            List<Located> parameters = resolver.parameters(parameter.function());
            if (parameter.index() >= parameters.size()) return null;
            SyntaxNode type = parameters.get(parameter.index()).node().child("type");
            return type != null && TYPED.matcher(type.text()).find()
                    ? "nobody is seen to call the function with an application"
                    : null;
        }
        if (value instanceof Value.CallResult result) {
            Callee callee = result.callee();
            return replay.makes(result.call()) || replay.makes(result.site())
                    ? "nobody is seen to call the function it stands in (" + callee.name() + ")"
                    : null;
        }
        return null;
    }
}
