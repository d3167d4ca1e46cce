package io.github.assaymark.dsl.internal;

import io.github.assaymark.model.rule.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a piece of text stands: its file, and within a check its arguments.
 *
 * @param arguments values of the check's arguments; null outside of checks
 * @param loop values of the variables of the {@code forEach} around
 * @param checks names of the checks around, outermost first
 */
record Scope(
        ItemReading item,
        SourceText source,
        @Nullable Map<String, Expr> arguments,
        Map<String, String> loop,
        List<String> checks) {

    static Scope of(ItemReading item, SourceText source) {
        return new Scope(item, source, null, Map.of(), List.of());
    }

    Scope inLoop(String variable, String value) {
        Map<String, String> values = new TreeMap<>(loop);
        values.put(variable, value);
        return new Scope(item, source, arguments, values, checks);
    }

    Scope inCheck(String name, SourceText text, Map<String, Expr> values) {
        List<String> names = new ArrayList<>(checks);
        names.add(name);
        return new Scope(item, text, values, Map.of(), names);
    }

    Refusal refuse(Span at, String what, @Nullable String maybe) {
        return source.refuse(at, what, maybe);
    }

    Refusal refuse(Span at, String what) {
        return source.refuse(at, what);
    }
}
