package io.github.assaymark.facts.routes;

import io.github.assaymark.facts.program.Callee;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Module;
import io.github.assaymark.facts.program.Program;
import io.github.assaymark.facts.program.Question;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Which functions of the repository a function calls: for certain, and possibly, where the object of a call is not
 * known and a method of the owner has the name that is called.
 */
final class CallGraph {
    /** What one function calls. */
    private static final Question<Located, Calls> MADE = (program, function) -> new Reader(program).read(function);

    private static final Function<Module, List<Method>> METHODS = CallGraph::methods;

    private static final Question<String, Map<String, List<Located>>> ALL = (program, all) -> {
        Map<String, List<Located>> methods = new HashMap<>();
        for (Module module : program.modules()) {
            for (Method method : module.once(METHODS))
                methods.computeIfAbsent(method.name(), n -> new ArrayList<>(2)).add(method.function());
        }
        return methods;
    };

    private static final Question<String, List<Located>> NAMED =
            (program, name) -> program.answer(ALL, "").getOrDefault(name, List.of());

    private CallGraph() {}

    /**
     * What a function calls.
     *
     * @param possible calls of a method of an object that is not known
     */
    record Calls(List<Located> certain, List<Possible> possible) {}

    /** A call of whatever has this name. */
    record Possible(Located call, String method) {}

    private record Method(String name, Located function) {}

    static Calls of(Program program, Located function) {
        return program.answer(MADE, function);
    }

    /** Reads one function. */
    private static final class Reader {
        private final Resolver resolver;
        private final Receivers receivers;

        Reader(Program program) {
            this.resolver = program.resolver();
            this.receivers = new Receivers(program);
        }

        Calls read(Located function) {
            Calls calls = new Calls(new ArrayList<>(), new ArrayList<>());
            Deque<SyntaxNode> open = new ArrayDeque<>();
            open.push(function.node());
            while (!open.isEmpty()) {
                SyntaxNode node = open.pop();
                if (node.is(SyntaxKind.CALL_EXPRESSION) || node.is(SyntaxKind.NEW_EXPRESSION))
                    called(function.at(node), calls);
                open.addAll(node.children());
            }
            return new Calls(List.copyOf(calls.certain()), List.copyOf(calls.possible()));
        }

        private void called(Located call, Calls calls) {
            for (Located argument : resolver.arguments(call).items()) {
                Located bare = Syntax.bare(argument);
                boolean named =
                        bare.node().is(SyntaxKind.IDENTIFIER) || bare.node().is(SyntaxKind.MEMBER_EXPRESSION);
                if (named && resolver.value(bare) instanceof Value.Function handed)
                    calls.certain().add(handed.function());
            }
            Callee callee = resolver.callee(call);
            Located declaration = callee.declaration();
            if (declaration != null) {
                Located code = Classes.is(declaration) ? Classes.constructor(declaration) : declaration;
                if (code != null) calls.certain().add(code);
                return;
            }
            Located function = call.child("function");
            Located object = function == null ? null : Syntax.bare(function).child("object");
            SyntaxNode property =
                    function == null ? null : Syntax.bare(function).node().child("property");
            if (object == null || property == null) return;
            List<Located> classes = receivers.classes(object);
            if (classes == null) {
                boolean outside = callee.root() instanceof Value.External || callee.root() instanceof Value.Global;
                if (outside && callee.plain()) return;
                calls.possible().add(new Possible(call, property.text()));
                return;
            }
            for (Located type : classes) {
                Located method = Classes.method(type, property.text(), resolver);
                if (method != null) calls.certain().add(method);
            }
        }
    }

    /** Methods, and functions that are fields or properties, of the owner by their name. */
    static List<Located> methods(Program program, String name) {
        return program.answer(NAMED, name);
    }

    private static List<Method> methods(Module module) {
        List<Method> all = new ArrayList<>();
        for (Located method : module.all(SyntaxKind.METHOD_DEFINITION)) put(all, method);
        for (String kind : List.of(SyntaxKind.ARROW_FUNCTION, SyntaxKind.FUNCTION_EXPRESSION)) {
            for (Located function : module.all(kind)) {
                SyntaxNode parent = function.node().parent();
                if (parent != null && (parent.is(SyntaxKind.PAIR) || parent.is(SyntaxKind.PUBLIC_FIELD_DEFINITION)))
                    put(all, function);
            }
        }
        return List.copyOf(all);
    }

    private static void put(List<Method> all, Located function) {
        String name = Syntax.name(function.node());
        if (name != null) all.add(new Method(name, function));
    }
}
