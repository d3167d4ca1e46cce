package io.github.assaymark.facts.routes;

import io.github.assaymark.facts.program.FactSink;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.routes.Decorators.Decorator;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What NestJS controllers have from the classes they extend and from decorators made of others. */
final class NestParents {
    private static final int MAX_PARENTS = 6;
    private static final Pattern COMPOSED_VERB =
            Pattern.compile("(?<![\\w.@])(Get|Post|Put|Patch|Delete|Options|Head|All|Sse)\\s*\\(");
    private static final Pattern COMPOSED_CONTROLLER = Pattern.compile("(?<![\\w.@])Controller\\s*\\(");

    private final FactSink sink;
    private final Resolver resolver;

    NestParents(FactSink sink, Resolver resolver) {
        this.sink = sink;
        this.resolver = resolver;
    }

    /** A class and those it extends; a parent that is not seen is told. */
    List<Located> line(Located declaration) {
        List<Located> line = new ArrayList<>();
        Located in = declaration;
        while (in != null && line.size() < MAX_PARENTS && !line.contains(in)) {
            line.add(in);
            Located parent = Classes.parent(in, resolver);
            if (parent == null && extended(in))
                sink.unresolved("handlers of a controller", in, "the class it extends is not seen", HonoDialect.ALL);
            in = parent;
        }
        return line;
    }

    private static boolean extended(Located declaration) {
        for (SyntaxNode heritage : declaration.node().children()) {
            if (!heritage.is(SyntaxKind.CLASS_HERITAGE)) continue;
            for (SyntaxNode clause : heritage.children()) if (clause.is(SyntaxKind.EXTENDS_CLAUSE)) return true;
        }
        return false;
    }

    /** The methods of a class and those it inherits; a method that is overridden is left out. */
    static List<Located> methods(List<Located> line) {
        List<Located> methods = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Located one : line) {
            for (Located method : Classes.methods(one)) {
                SyntaxNode name = method.node().child("name");
                if (name == null || names.add(name.text())) methods.add(method);
            }
        }
        return methods;
    }

    /** The decorators of a class, and those of its parents that hold for it too. */
    List<Decorator> decorators(List<Located> line) {
        List<Decorator> all = new ArrayList<>();
        for (Located one : line) {
            for (Decorator decorator : Decorators.of(one, resolver)) {
                boolean own = one.equals(line.get(0));
                if (own || !Set.of("Controller", "Version").contains(decorator.name())) all.add(decorator);
            }
        }
        return all;
    }

    /** Tells a decorator that makes a class a controller together with others. */
    void composedController(List<Decorator> decorators) {
        composed(decorators, COMPOSED_CONTROLLER);
    }

    /** Tells a decorator that makes a method a handler together with others. */
    void composedVerb(List<Decorator> decorators) {
        composed(decorators, COMPOSED_VERB);
    }

    private void composed(List<Decorator> decorators, Pattern names) {
        for (Decorator one : decorators) {
            Located declaration = one.callee().declaration();
            if (declaration == null) continue;
            String text = declaration.node().text();
            if (text.contains("applyDecorators") && names.matcher(text).find())
                sink.unresolved("route", one.at(), "its decorator is made of others", HonoDialect.ALL);
        }
    }
}
