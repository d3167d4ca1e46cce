package io.github.assaymark.facts.registry;

import io.github.assaymark.facts.program.FactSink;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Module;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import io.github.assaymark.model.Fact;
import java.util.List;
import java.util.function.Predicate;

/** Registries that are imported from outside of the repository: what they hold is not known, so nothing is absent. */
public final class Elsewhere {
    private Elsewhere() {}

    /** A gap for every imported name that {@code registry} knows as one of a registry. */
    public static void note(
            Module module,
            Resolver resolver,
            Predicate<List<String>> registry,
            FactSink facts,
            Class<? extends Fact> type) {
        for (SyntaxNode specifier : module.nodes(SyntaxKind.IMPORT_SPECIFIER)) {
            SyntaxNode name = specifier.child("name");
            if (name == null || specifier.child("typeonly") != null || !registry.test(Words.of(name.text()))) continue;
            SyntaxNode statement = specifier.ancestor(SyntaxKind.IMPORT_STATEMENT);
            if (statement == null || statement.child("typeonly") != null) continue;
            SyntaxNode alias = specifier.child("alias");
            Located local = module.at(alias == null ? name : alias);
            if (resolver.value(local) instanceof Value.External external)
                facts.gap(
                        local,
                        "`" + name.text() + "` is declared outside of the repository, in " + external.module(),
                        List.of(type));
        }
    }
}
