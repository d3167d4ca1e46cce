package io.github.assaymark.facts.code;

import io.github.assaymark.facts.program.Callee;
import io.github.assaymark.facts.program.FactSink;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Module;
import io.github.assaymark.facts.program.Program;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.SourceExtractor;
import io.github.assaymark.facts.repository.work.Secrets;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import io.github.assaymark.model.fact.CodeCall;
import java.util.ArrayList;
import java.util.List;

/**
 * Calls by name in TypeScript and JavaScript that ships. Safe for use by many threads.
 *
 * <p>A fact for each call and {@code new} whose target is a chain of names, such as {@code c.set} or
 * {@code this.orders.create}. Left out are calls on the result of another call ({@code db.select().from} gives
 * {@code db.select} only), decorators, and what the language brings along ({@code items.map}, {@code Number(x)}),
 * unless it is imported.
 */
public final class CallExtractor extends SourceExtractor {
    /** For {@link java.util.ServiceLoader}. */
    public CallExtractor() {
        super("source-calls", 1, List.of(CodeCall.class));
    }

    @Override
    protected void extract(Program program, FactSink facts) {
        facts.alone(program.modules(), module -> extract(module, program.resolver(), facts));
    }

    private static void extract(Module module, Resolver resolver, FactSink facts) {
        Callbacks callbacks = new Callbacks(module, resolver);
        for (SyntaxNode call : callbacks.calls()) {
            SyntaxNode parent = call.parent();
            if (parent != null && parent.is(SyntaxKind.DECORATOR)) continue;
            String written = Syntax.dotted(Syntax.target(call));
            if (written == null || written.equals("super") || written.equals("import")) continue;
            Callee callee = callbacks.callee(call);
            if (!callee.plain()) continue;
            String name = shown(call, callee);
            if (callee.module() == null && BuiltIn.call(name)) continue;
            facts.fact(fact(module.at(call), callee, name, callbacks, resolver, facts));
        }
    }

    private static CodeCall fact(
            Located call, Callee callee, String name, Callbacks callbacks, Resolver resolver, FactSink facts) {
        SyntaxNode node = call.node();
        String path = call.module().path();
        return new CodeCall(
                facts.key(path + "#" + Enclosing.label(node) + ":" + name),
                facts.owner(),
                facts.place(call),
                name,
                callee.last(),
                callee.module(),
                arguments(call, callee, resolver),
                Enclosing.function(node),
                Enclosing.className(node),
                callbacks.transaction(node),
                wrappers(node, callbacks),
                Condition.of(node),
                call.module().kind(),
                path);
    }

    private static List<String> arguments(Located call, Callee callee, Resolver resolver) {
        List<String> shown = new ArrayList<>();
        // What is made or set by such a name is its value from the second argument on.
        boolean secret = Secrets.names(callee.name());
        for (Located argument : resolver.arguments(call).items())
            shown.add(secret && !shown.isEmpty() ? Secrets.REDACTED : resolver.shown(argument));
        return shown;
    }

    private static List<String> wrappers(SyntaxNode node, Callbacks callbacks) {
        List<String> names = new ArrayList<>();
        for (SyntaxNode call : callbacks.around(node)) {
            Callee callee = callbacks.callee(call);
            String name = shown(call, callee);
            if (callee.name().isEmpty() || (callee.module() == null && BuiltIn.call(name))) continue;
            names.add(name);
        }
        return names;
    }

    private static String shown(SyntaxNode call, Callee callee) {
        return call.is(SyntaxKind.NEW_EXPRESSION) ? "new " + callee.name() : callee.name();
    }
}
