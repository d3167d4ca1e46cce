package io.github.assaymark.facts.registry;

import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Module;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Finds calls by the name of what they call, without resolving all others. */
public final class Calls {
    private static final Function<Module, List<Called>> CALLED = Calls::all;

    private static final Function<Module, Set<String>> NAMES = Calls::names;

    private record Called(String name, Located call) {}

    private Calls() {}

    /** The calls and {@code new} of a module whose last name, with import aliases undone, is one of some. */
    public static List<Located> named(Module module, Predicate<String> wanted) {
        if (module.once(NAMES).stream().noneMatch(wanted)) return List.of();
        return module.once(CALLED).stream()
                .filter(called -> wanted.test(called.name()))
                .map(Called::call)
                .toList();
    }

    private static Set<String> names(Module module) {
        Set<String> names = new HashSet<>();
        for (Called called : module.once(CALLED)) names.add(called.name());
        return Set.copyOf(names);
    }

    private static List<Called> all(Module module) {
        Map<String, String> aliases = new HashMap<>();
        for (SyntaxNode specifier : module.nodes(SyntaxKind.IMPORT_SPECIFIER)) {
            SyntaxNode name = specifier.child("name");
            SyntaxNode alias = specifier.child("alias");
            if (name != null && alias != null) aliases.put(alias.text(), name.text());
        }
        List<Called> calls = new ArrayList<>();
        for (String kind : List.of(SyntaxKind.CALL_EXPRESSION, SyntaxKind.NEW_EXPRESSION)) {
            for (SyntaxNode call : module.nodes(kind)) {
                String name = Code.called(call);
                if (!name.isEmpty()) calls.add(new Called(aliases.getOrDefault(name, name), module.at(call)));
            }
        }
        return List.copyOf(calls);
    }
}
