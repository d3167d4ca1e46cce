package io.github.assaymark.facts.infrastructure;

import io.github.assaymark.facts.program.FactSink;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Module;
import io.github.assaymark.facts.program.Program;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.registry.Attributes;
import io.github.assaymark.facts.registry.Code;
import io.github.assaymark.facts.registry.Constant;
import io.github.assaymark.facts.registry.Parameters;
import io.github.assaymark.facts.registry.Words;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import io.github.assaymark.model.fact.InfraProperty;
import io.github.assaymark.model.fact.InfraResource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the resources that infrastructure files declare, themselves or through functions they call. */
final class ResourceReader {
    private static final int HELPERS = 3;
    private static final int NODES = 50_000;
    private static final String[] LINKS = {"link", "links", "bind", "resources", "uses", "connections"};
    private static final Set<String> PARTS = Set.of(
            "name",
            "link",
            "links",
            "scaling",
            "health",
            "healthcheck",
            "healthchecks",
            "healthpaths",
            "alarms",
            "environment",
            "cpu",
            "memory",
            "hostname",
            "domain",
            "image",
            "command",
            "public",
            "loadbalancer",
            "replicas",
            "ports",
            "service");

    private static final Function<Module, Boolean> MENTIONS = ResourceReader::mentions;

    private final Program program;
    private final Resolver resolver;
    private final FactSink facts;
    private final Set<String> own;
    private final Set<Located> expanded = new HashSet<>();
    private final Map<String, List<String>> known = new HashMap<>();

    /** {@code own} are the paths of the owner's modules. */
    ResourceReader(Program program, FactSink facts, Set<String> own) {
        this.program = program;
        this.resolver = program.resolver();
        this.facts = facts;
        this.own = own;
    }

    /** Whether a file of this path holds infrastructure. */
    static boolean isFile(String path) {
        String stem = Words.stem(path);
        if (stem.equals("infra") || stem.equals("sst") || stem.endsWith("-infra") || stem.equals("stack")) return true;
        return Words.directories(path).stream().anyMatch(name -> name.equals("infra") || name.equals("stacks"));
    }

    /** Whether a module may declare infrastructure. */
    static boolean speaks(Module module) {
        return isFile(module.path()) || module.once(MENTIONS);
    }

    void read(Module module) {
        boolean file = isFile(module.path());
        if (!speaks(module)) return;
        for (String kind : List.of(SyntaxKind.NEW_EXPRESSION, SyntaxKind.CALL_EXPRESSION)) {
            for (Located call : module.all(kind)) {
                if (kind.equals(SyntaxKind.NEW_EXPRESSION) || file) made(call, file);
                if (file) helper(call, Bindings.NONE);
            }
        }
        if (file) objects(module);
    }

    /** Whether a module outside of the usual places speaks to an infrastructure library. */
    private static Boolean mentions(Module module) {
        for (SyntaxNode made : module.nodes(SyntaxKind.NEW_EXPRESSION)) {
            SyntaxNode constructor = made.child("constructor");
            if (constructor != null && constructor.text().startsWith("sst.")) return true;
        }
        for (SyntaxNode statement : module.nodes(SyntaxKind.IMPORT_STATEMENT)) {
            SyntaxNode source = statement.child("source");
            String text = source == null ? "" : source.text();
            if (text.contains("pulumi") || text.contains("aws-cdk") || text.contains("constructs")) return true;
        }
        return false;
    }

    private List<String> stages(Module module) {
        return known.computeIfAbsent(module.path(), path -> Stages.of(module, resolver));
    }

    private void made(Located call, boolean file) {
        Creation creation = Creation.of(call, resolver, Bindings.NONE, file);
        if (creation == null) return;
        Located name = creation.name();
        if (name == null || known(name, Bindings.NONE, call)) {
            resource(creation, Bindings.NONE, Conditions.of(call), call.module());
            return;
        }
        SyntaxNode function = Code.functionAround(call.node());
        if (function != null && isParametric(name)) {
            // whoever calls the function says what it makes
            List<Located> sites = program.callSites(call.at(function));
            for (Located site : sites) {
                if (!own.contains(site.module().path())) continue;
                Bindings bindings = Bindings.NONE.with(call.at(function), site);
                Creation bound = Creation.of(call, resolver, bindings, file);
                if (bound != null) resource(bound, bindings, Conditions.of(call), call.module());
            }
            if (!sites.isEmpty() || Exposure.exported(function)) return;
        }
        if (Creation.isInfrastructure(resolver.callee(call)) || call.node().is(SyntaxKind.NEW_EXPRESSION)) {
            if (!isPlainClass(call))
                facts.unresolved(
                        "name of a resource",
                        name,
                        "it is not constant",
                        List.of(InfraResource.class, InfraProperty.class));
        }
    }

    /** What is made of a class without a name is no resource. */
    private boolean isPlainClass(Located call) {
        if (Creation.isInfrastructure(resolver.callee(call))) return false;
        List<Located> arguments = resolver.arguments(call).items();
        return arguments.size() < 2;
    }

    private boolean known(Located name, Bindings bindings, Located place) {
        Texts texts = new Texts(resolver, bindings, new Stages(resolver, bindings));
        for (String stage : stages(place.module()))
            if (!stage.equals(Stages.OTHER) && texts.at(name, stage) == null) return false;
        return true;
    }

    private boolean isParametric(Located name) {
        Deque<SyntaxNode> open = new ArrayDeque<>(List.of(name.node()));
        for (int seen = 0; !open.isEmpty() && seen < 100; seen++) {
            SyntaxNode node = open.pop();
            Located piece = name.at(node);
            if (Parameters.of(resolver, piece) != null) return true;
            if (node.is(SyntaxKind.MEMBER_EXPRESSION) && resolver.value(piece) instanceof Value.Parameter) return true;
            node.children().forEach(open::push);
        }
        return false;
    }

    /** Resources that a function of another owner makes for the one that calls it. */
    private void helper(Located call, Bindings bindings) {
        Located declaration = resolver.callee(call).declaration();
        if (declaration == null || bindings.depth() >= HELPERS || !Code.isFunction(declaration.node())) return;
        if (own.contains(declaration.module().path())) return;
        if (bindings.depth() == 0 && !expanded.add(call)) return;
        Bindings inner = bindings.with(declaration, call);
        for (SyntaxNode node : nodes(declaration.node())) {
            boolean made = node.is(SyntaxKind.NEW_EXPRESSION) || node.is(SyntaxKind.CALL_EXPRESSION);
            if (!made) continue;
            Located place = declaration.at(node);
            Creation creation = Creation.of(
                    place, resolver, inner, isFile(declaration.module().path()));
            Located name = creation == null ? null : creation.name();
            if (creation != null && name != null && known(name, inner, place)) {
                // what it makes under its own name belongs to its own owner
                if (isParametric(name)) resource(creation, inner, Conditions.of(place), call.module());
            } else if (creation != null && name != null && Creation.isInfrastructure(resolver.callee(place))) {
                facts.unresolved(
                        "name of a resource",
                        call,
                        "a function it is passed to makes a resource whose name is not known",
                        List.of(InfraResource.class, InfraProperty.class));
            }
            if (node.is(SyntaxKind.CALL_EXPRESSION)) helper(place, inner);
        }
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

    /** Plain objects: {@code export const service = {...}}, and functions that return one. */
    private void objects(Module module) {
        for (Constant constant : Constant.of(module)) {
            if (!constant.exported()) continue;
            Value value = resolver.value(constant.value());
            if (value instanceof Value.Struct struct) object(constant.name(), constant.value(), struct);
            if (value instanceof Value.Function function) returned(constant.name(), function.function());
        }
        for (SyntaxNode function : module.nodes(SyntaxKind.FUNCTION_DECLARATION)) {
            String name = Code.name(function);
            if (Exposure.exported(function)) returned(name == null ? "default" : name, module.at(function));
        }
    }

    private void returned(String name, Located function) {
        Located returned = resolver.returned(function);
        if (returned != null && resolver.value(returned) instanceof Value.Struct struct) object(name, returned, struct);
    }

    private void object(String holder, Located expression, Value.Struct struct) {
        long parts = struct.entries().keySet().stream()
                .filter(key -> PARTS.contains(Words.squeezed(key)))
                .count();
        boolean described = struct.entries().values().stream()
                .anyMatch(located -> !(resolver.value(located) instanceof Value.CallResult)
                        && !located.node().is(SyntaxKind.SHORTHAND_PROPERTY_IDENTIFIER));
        if (parts < 2 || !described) return;
        Located name = new Attributes(resolver, struct).get("name");
        Creation creation = new Creation(expression, "object", name, expression);
        String fixed = name == null ? holder : null;
        emit(creation, Bindings.NONE, Conditions.of(expression), expression.module(), fixed, true);
    }

    private void resource(Creation creation, Bindings bindings, Conditions conditions, Module module) {
        emit(
                creation,
                bindings,
                conditions,
                module,
                null,
                Exposure.of(creation.place().node()));
    }

    private void emit(
            Creation creation,
            Bindings bindings,
            Conditions conditions,
            Module module,
            @Nullable String fixed,
            boolean exported) {
        Stages stages = new Stages(resolver, bindings);
        List<String> universe = new ArrayList<>(stages(creation.place().module()));
        for (String stage : stages(module)) if (!universe.contains(stage)) universe.add(0, stage);
        List<String> declared = stages(conditions, stages, universe);
        if (declared == null) {
            facts.unresolved(
                    "condition of a resource",
                    creation.place(),
                    "whether it is declared is only known when it runs",
                    List.of(InfraResource.class, InfraProperty.class));
            return;
        }
        Texts texts = new Texts(resolver, bindings, stages);
        for (String stage : declared) {
            String name = fixed;
            Located written = creation.name();
            if (name == null && written != null) name = texts.at(written, stage.isEmpty() ? universe.get(0) : stage);
            if (name == null) continue;
            fact(creation, name, stage.isEmpty() ? null : stage, universe, bindings, texts, exported);
        }
    }

    /** The stages it is declared for, the empty text for all; null when that is not known. */
    private static @Nullable List<String> stages(Conditions conditions, Stages stages, List<String> universe) {
        if (conditions.none()) return List.of("");
        List<String> held = new ArrayList<>();
        for (String stage : universe) {
            Boolean holds = conditions.hold(stages, stage);
            if (holds == null) return null;
            if (holds) held.add(stage);
        }
        return held.size() == universe.size() ? List.of("") : held;
    }

    private void fact(
            Creation creation,
            String name,
            @Nullable String stage,
            List<String> universe,
            Bindings bindings,
            Texts texts,
            boolean exported) {
        Located place = creation.place();
        String key = facts.key(place.module().path() + "#" + name);
        facts.fact(new InfraResource(
                key,
                facts.owner(),
                facts.place(place),
                name,
                creation.type(),
                stage,
                links(creation, bindings, texts),
                exported,
                place.module().path()));
        Located options = creation.options();
        if (options == null) return;
        if (bindings.value(resolver, options) instanceof Value.Struct || !isReference(options, texts))
            new Properties(resolver, bindings, facts).emit(key, name, options, stage, universe);
    }

    private boolean isReference(Located options, Texts texts) {
        return !options.node().is(SyntaxKind.OBJECT) && texts.reference(options) != null;
    }

    private List<String> links(Creation creation, Bindings bindings, Texts texts) {
        Located options = creation.options();
        if (options == null || !(bindings.value(resolver, options) instanceof Value.Struct struct)) return List.of();
        Located written = new Attributes(resolver, struct).get(LINKS);
        if (written == null) return List.of();
        List<String> names = new ArrayList<>();
        Value value = bindings.value(resolver, written);
        if (!(value instanceof Value.Items items)) {
            openLinks(written);
            return names;
        }
        boolean complete = items.complete();
        for (Located item : items.items()) {
            Value linked = bindings.value(resolver, item);
            String name = linked instanceof Value.Text text ? text.text() : texts.reference(item);
            if (name == null) complete = false;
            else if (!names.contains(name)) names.add(name);
        }
        if (!complete) openLinks(written);
        return names;
    }

    private void openLinks(Located written) {
        facts.unresolved("links of a resource", written, "not all are written down", InfraResource.class);
    }
}
