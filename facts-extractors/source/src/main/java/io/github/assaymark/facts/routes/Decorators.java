package io.github.assaymark.facts.routes;

import io.github.assaymark.facts.program.Callee;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The decorators of a class or method. */
final class Decorators {
    private Decorators() {}

    /**
     * A decorator.
     *
     * @param name of it, without the module it was imported from
     * @param module it is declared in; null when that is not known
     */
    record Decorator(String name, @Nullable String module, List<Located> arguments, Located at, Callee callee) {
        boolean nest() {
            return module == null || module.startsWith("@nestjs/");
        }
    }

    static List<Decorator> of(Located decorated, Resolver resolver) {
        List<Decorator> found = new ArrayList<>();
        for (SyntaxNode node : decorated.node().children("decorator")) {
            Located at = decorated.at(node);
            Callee callee = resolver.callee(at);
            found.add(new Decorator(
                    callee.last(), callee.module(), resolver.arguments(at).items(), at, callee));
        }
        return found;
    }

    static @Nullable Decorator named(List<Decorator> decorators, String name) {
        for (Decorator one : decorators) if (one.name.equals(name)) return one;
        return null;
    }
}
