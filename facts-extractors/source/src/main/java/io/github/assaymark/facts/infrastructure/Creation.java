package io.github.assaymark.facts.infrastructure;

import io.github.assaymark.facts.program.Callee;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.registry.Words;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An expression that makes a resource: {@code new X('name', {...})}, {@code cluster.addService('name', {...})},
 * {@code Alarm.latency('name', {...})}, or a plain object with the parts of a service.
 *
 * @param type what is made
 * @param name the expression of its name; null when it has none
 * @param options the expression of its options; null when it has none
 */
record Creation(
        Located place,
        String type,
        @Nullable Located name,
        @Nullable Located options) {
    private static final int NODES = 10_000;
    private static final Set<String> BUILT_IN = Set.of(
            "Map",
            "Set",
            "WeakMap",
            "WeakSet",
            "Date",
            "Error",
            "TypeError",
            "RangeError",
            "URL",
            "URLSearchParams",
            "RegExp",
            "Promise",
            "Array",
            "Object",
            "Intl",
            "Proxy",
            "Uint8Array",
            "Buffer",
            "TextEncoder",
            "TextDecoder");
    private static final Set<String> MAKES = Set.of("add", "create", "make", "define", "new");
    private static final Set<String> GLOBALS = Set.of(
            "console", "Object", "JSON", "Math", "Number", "String", "process", "Array", "Promise", "Reflect", "path",
            "fs", "Symbol", "Buffer", "Date", "z");

    /** The names under which infrastructure libraries are imported or global. */
    static boolean isInfrastructure(Callee callee) {
        String first = callee.first();
        if (first.equals("sst") || first.equals("aws") || first.equals("cloudflare") || first.equals("pulumi"))
            return true;
        String module = callee.module();
        return module != null
                && (module.startsWith("sst")
                        || module.startsWith("@pulumi/")
                        || module.startsWith("aws-cdk")
                        || module.startsWith("@aws-cdk/")
                        || module.equals("constructs"));
    }

    /**
     * The creation an expression is; null when it is none.
     *
     * @param file whether the file is one of infrastructure
     */
    static @Nullable Creation of(Located call, Resolver resolver, Bindings bindings, boolean file) {
        Callee callee = resolver.callee(call);
        boolean library = isInfrastructure(callee);
        if (callee.name().isEmpty() || !(file || library)) return null;
        List<Located> arguments = resolver.arguments(call).items();
        if (arguments.isEmpty()) return null;
        Located first = arguments.get(0);
        Located options = null;
        for (Located argument : arguments.subList(1, arguments.size()))
            if (options == null && !isText(bindings.value(resolver, argument))) options = argument;
        if (call.node().is(SyntaxKind.NEW_EXPRESSION)) {
            if (BUILT_IN.contains(callee.first()) || callee.last().endsWith("Error")) return null;
            boolean secret = callee.last().equals("Secret");
            return new Creation(call, callee.name(), first, secret ? null : options);
        }
        if (!callee.plain() || GLOBALS.contains(callee.first())) return null;
        if (passesOn(callee)) return null;
        boolean named = isText(bindings.value(resolver, first))
                || first.node().is(SyntaxKind.TEMPLATE_STRING)
                || bindings.value(resolver, first) instanceof Value.Parameter;
        return named && makes(callee, options) ? new Creation(call, callee.name(), first, options) : null;
    }

    /** Whether what is called makes the resource itself, in the repository: then that is where it is read. */
    private static boolean passesOn(Callee callee) {
        Located declaration = callee.declaration();
        if (declaration == null) return false;
        Deque<SyntaxNode> open = new ArrayDeque<>(List.of(declaration.node()));
        for (int seen = 0; !open.isEmpty() && seen < NODES; seen++) {
            SyntaxNode node = open.pop();
            if (node.is(SyntaxKind.NEW_EXPRESSION)) return true;
            node.children().forEach(open::push);
        }
        return false;
    }

    /** Whether a call or {@code new} makes something under the name it is given first. */
    static boolean isCreation(Value.CallResult made) {
        if (made.call().node().is(SyntaxKind.NEW_EXPRESSION))
            return !BUILT_IN.contains(made.callee().first());
        return made.callee().plain() && !GLOBALS.contains(made.callee().first()) && makes(made.callee(), null);
    }

    private static boolean makes(Callee callee, @Nullable Located options) {
        List<String> words = Words.of(callee.last());
        boolean member = callee.name().contains(".");
        boolean verb = !words.isEmpty() && MAKES.contains(words.get(0)) && words.size() > 1;
        if (verb) return true;
        boolean factory = member && Character.isUpperCase(callee.first().charAt(0));
        boolean function = !member && callee.module() != null && options != null;
        return factory || function;
    }

    private static boolean isText(Value value) {
        return value instanceof Value.Text;
    }
}
