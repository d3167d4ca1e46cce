package io.github.assaymark.facts.routes;

import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What a registration is given: spread arrays and the handlers of {@code createHandlers} in their place.
 *
 * @param complete whether these are all
 * @param known how many of the first stand in their place: behind an unknown spread none does
 * @param ended whether the last is the last
 */
record Given(List<Located> arguments, boolean complete, int known, boolean ended) {
    private static final List<String> PATHS =
            List.of("path", "paths", "prefix", "route", "routes", "base", "url", "uri", "endpoint", "join", "resolve");

    Given {
        arguments = List.copyOf(arguments);
    }

    static Given of(Located call, Resolver resolver) {
        List<Located> all = new ArrayList<>();
        boolean complete = true;
        int known = -1;
        boolean ended = true;
        SyntaxNode arguments = call.node().child("arguments");
        if (arguments == null) return new Given(all, true, 0, true);
        for (SyntaxNode argument : arguments.children()) {
            ended = true;
            if (!argument.is(SyntaxKind.SPREAD_ELEMENT) || argument.children().isEmpty()) {
                all.add(call.at(argument));
                continue;
            }
            Value value = resolver.value(call.at(argument.children().get(0)));
            if (value instanceof Value.Items items) {
                all.addAll(items.items());
                complete &= items.complete();
                ended = items.complete();
                if (!items.complete() && known < 0)
                    known = all.size() - items.items().size();
            } else if (value instanceof Value.CallResult result
                    && result.callee().last().equals("createHandlers")) {
                all.addAll(resolver.arguments(result.call()).items());
            } else {
                complete = false;
                ended = false;
                if (known < 0) known = all.size();
            }
        }
        return new Given(all, complete, known < 0 ? all.size() : known, ended);
    }

    /** Whether what stands first in a registration may be a path that is not constant. */
    static boolean mayBePath(Located first, Resolver resolver) {
        Located bare = Syntax.bare(first);
        if (bare.node().is(SyntaxKind.TEMPLATE_STRING)
                || bare.node().is(SyntaxKind.BINARY_EXPRESSION)
                || bare.node().is(SyntaxKind.TERNARY_EXPRESSION)
                || bare.node().is(SyntaxKind.REGEX)) return true;
        Value value = resolver.value(bare);
        if (value instanceof Value.Environment || value instanceof Value.Open || value instanceof Value.Parameter)
            return true;
        String name = "";
        if (value instanceof Value.External external) name = external.name();
        if (value instanceof Value.Global global) name = global.name();
        if (value instanceof Value.CallResult result) name = result.callee().last();
        if (name.isEmpty()) return false;
        String last = name.substring(name.lastIndexOf('.') + 1);
        List<String> words = GuardWords.words(last);
        return PATHS.stream().anyMatch(words::contains) || last.matches("[A-Z][A-Z0-9_]+");
    }
}
