package io.github.assaymark.facts.infrastructure;

import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the parameters of functions stand for, while one call of them is looked at. */
final class Bindings {
    static final Bindings NONE = new Bindings(Map.of());

    private final Map<Located, Located> calls;

    private Bindings(Map<Located, Located> calls) {
        this.calls = calls;
    }

    /** These and one more call. */
    Bindings with(Located function, Located call) {
        Map<Located, Located> more = new HashMap<>(calls);
        more.put(function, call);
        return new Bindings(more);
    }

    /** How many calls deep this is. */
    int depth() {
        return calls.size();
    }

    /** The value of an expression, with what its parameter is given. */
    Value value(Resolver resolver, Located expression) {
        Value value = resolver.value(expression);
        Located argument = value instanceof Value.Parameter parameter ? argument(resolver, parameter) : null;
        return argument == null ? value : resolver.value(argument);
    }

    /** What a call gives for a parameter, or the member of it that is asked for; null when that is not known. */
    @Nullable
    Located argument(Resolver resolver, Value.Parameter parameter) {
        Located call = calls.get(parameter.function());
        if (call == null) return null;
        Value.Items arguments = resolver.arguments(call);
        if (!arguments.complete() || parameter.index() >= arguments.items().size()) return null;
        Located argument = arguments.items().get(parameter.index());
        String[] names = parameter.name().split("\\.", -1);
        List<Located> parameters = resolver.parameters(parameter.function());
        if (parameter.index() >= parameters.size()) return null;
        SyntaxNode node = parameters.get(parameter.index()).node();
        SyntaxNode pattern = node.child("pattern");
        boolean destructured = (pattern == null ? node : pattern).is(SyntaxKind.OBJECT_PATTERN);
        for (int i = destructured ? 0 : 1; i < names.length; i++) {
            Located member = resolver.value(argument) instanceof Value.Struct struct ? struct.get(names[i]) : null;
            if (member == null) return null;
            argument = member;
        }
        return argument;
    }
}
