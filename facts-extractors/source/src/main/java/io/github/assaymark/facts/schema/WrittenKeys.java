package io.github.assaymark.facts.schema;

import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The properties that every row of an expression sets.
 *
 * @param complete whether there may be no others
 */
record WrittenKeys(Set<String> keys, boolean complete) {
    private static final int MAX_DEPTH = 5;

    static WrittenKeys of(Resolver resolver, @Nullable Located expression) {
        return expression == null ? new WrittenKeys(Set.of(), false) : of(resolver, expression, 0);
    }

    private static WrittenKeys of(Resolver resolver, Located expression, int depth) {
        if (depth > MAX_DEPTH) return new WrittenKeys(Set.of(), false);
        Value value = resolver.value(expression);
        if (value instanceof Value.Struct struct)
            return new WrittenKeys(new LinkedHashSet<>(struct.entries().keySet()), struct.complete());
        if (value instanceof Value.Items rows) {
            Set<String> common = null;
            boolean complete = rows.complete();
            for (Located row : rows.items()) {
                WrittenKeys one = of(resolver, row, depth + 1);
                complete &= one.complete();
                if (common == null) common = new LinkedHashSet<>(one.keys());
                else common.retainAll(one.keys());
            }
            return new WrittenKeys(rows.complete() && common != null ? common : Set.of(), complete);
        }
        if (value instanceof Value.CallResult made && made.callee().last().equals("map")) {
            List<Located> given = resolver.arguments(made.call()).items();
            if (!given.isEmpty() && resolver.value(given.get(0)) instanceof Value.Function function) {
                Located returned = resolver.returned(function.function());
                if (returned != null) return of(resolver, returned, depth + 1);
            }
        }
        return new WrittenKeys(Set.of(), false);
    }
}
