package io.github.assaymark.facts.registry;

import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parameters that names stand for, also those of functions with one caller, which are as good as constant. */
public final class Parameters {
    private Parameters() {}

    /** The parameter that a name is declared as; null when it is none. */
    public static Value.@Nullable Parameter of(Resolver resolver, Located expression) {
        Located bare = Code.bare(expression);
        boolean name =
                bare.node().is(SyntaxKind.IDENTIFIER) || bare.node().is(SyntaxKind.SHORTHAND_PROPERTY_IDENTIFIER);
        Located declaration = name ? resolver.declaration(bare) : null;
        if (declaration == null
                || !declaration.module().path().equals(bare.module().path())) return null;
        SyntaxNode declared = declaration.node();
        SyntaxNode function = Code.isFunction(declared) ? null : Code.functionAround(declared);
        if (function == null) return null;
        List<Located> parameters = resolver.parameters(declaration.at(function));
        for (int i = 0; i < parameters.size(); i++) {
            SyntaxNode parameter = parameters.get(i).node();
            if (declared.start() < parameter.start() || declared.end() > parameter.end()) continue;
            return new Value.Parameter(
                    declaration.at(function), i, member(parameter, bare.node().text()));
        }
        return null;
    }

    /** The member of a pattern that a name is taken from; the name itself when there is no pattern. */
    private static String member(SyntaxNode parameter, String name) {
        SyntaxNode pattern = parameter.child("pattern");
        for (SyntaxNode one : (pattern == null ? parameter : pattern).children()) {
            SyntaxNode key = one.child("key");
            SyntaxNode value = one.child("value");
            if (one.is(SyntaxKind.PAIR_PATTERN)
                    && key != null
                    && value != null
                    && value.text().equals(name)) return key.text();
        }
        return name;
    }
}
