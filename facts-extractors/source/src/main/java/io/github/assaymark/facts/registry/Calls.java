package io.github.assaymark.facts.registry;

import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Module;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Finds calls by the name of what they call, without resolving all others. */
public final class Calls {
    private Calls() {}

    /** The calls and {@code new} of a module whose last name, with import aliases undone, is one of some. */
    public static List<Located> named(Module module, Predicate<String> wanted) {
        Map<String, String> aliases = new HashMap<>();
        for (SyntaxNode specifier : module.nodes(SyntaxKind.IMPORT_SPECIFIER)) {
            SyntaxNode name = specifier.child("name");
            SyntaxNode alias = specifier.child("alias");
            if (name != null && alias != null) aliases.put(alias.text(), name.text());
        }
        List<Located> calls = new ArrayList<>();
        for (String kind : List.of(SyntaxKind.CALL_EXPRESSION, SyntaxKind.NEW_EXPRESSION)) {
            for (SyntaxNode call : module.nodes(kind)) {
                String name = Code.called(call);
                if (!name.isEmpty() && wanted.test(aliases.getOrDefault(name, name))) calls.add(module.at(call));
            }
        }
        return calls;
    }
}
