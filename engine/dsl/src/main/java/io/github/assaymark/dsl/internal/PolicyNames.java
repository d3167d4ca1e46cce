package io.github.assaymark.dsl.internal;

import io.github.assaymark.model.rule.Expr;
import org.jspecify.annotations.Nullable;

/** {@code policyValue.name == 'x'} reads the parameter x: unset, the item is UNKNOWN. */
final class PolicyNames {
    private PolicyNames() {}

    static void note(Expr.Prop prop, @Nullable Object value, Span at, Scope scope) {
        if (!prop.factType().equals("PolicyValue") || !prop.property().equals("name")) return;
        if (!(value instanceof String name)) return;
        scope.item().params().use(name, at, scope.source());
        scope.item().paramsRead().add(name);
    }
}
