package io.github.assaymark.facts.code;

import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import io.github.assaymark.model.fact.FileKind;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The functions and methods of shipping code that a piece of a test calls for certain, as {@code path#name}. */
record ShippedCalls(Resolver resolver) {

    /** Sorted. */
    List<String> in(Located piece) {
        Set<String> found = new TreeSet<>();
        for (SyntaxNode call : Syntax.below(piece.node(), SyntaxKind.CALL_EXPRESSION)) {
            String name = of(piece.at(call));
            if (name != null) found.add(name);
        }
        return List.copyOf(found);
    }

    /** What one call calls; null when it is no function of shipping code, or not known. */
    @Nullable
    String of(Located call) {
        Located declared = resolver.callee(call).declaration();
        if (declared == null || declared.module().kind() != FileKind.PRODUCTION) return null;
        if (!Syntax.function(declared.node())) return null;
        String name = Enclosing.nameOf(declared.node());
        return name == null ? null : declared.module().path() + "#" + name;
    }
}
