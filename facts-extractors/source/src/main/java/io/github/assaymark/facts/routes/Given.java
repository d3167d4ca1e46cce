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
 */
record Given(List<Located> arguments, boolean complete) {
    Given {
        arguments = List.copyOf(arguments);
    }

    static Given of(Located call, Resolver resolver) {
        List<Located> all = new ArrayList<>();
        boolean complete = true;
        SyntaxNode arguments = call.node().child("arguments");
        if (arguments == null) return new Given(all, true);
        for (SyntaxNode argument : arguments.children()) {
            if (!argument.is(SyntaxKind.SPREAD_ELEMENT) || argument.children().isEmpty()) {
                all.add(call.at(argument));
                continue;
            }
            Value value = resolver.value(call.at(argument.children().get(0)));
            if (value instanceof Value.Items items) {
                all.addAll(items.items());
                complete &= items.complete();
            } else if (value instanceof Value.CallResult result
                    && result.callee().last().equals("createHandlers")) {
                all.addAll(resolver.arguments(result.call()).items());
            } else {
                complete = false;
            }
        }
        return new Given(all, complete);
    }
}
