package io.github.assaymark.dsl.internal;

import io.github.assaymark.model.catalogue.ValueType;
import io.github.assaymark.model.rule.Expr;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A shared check as its file declares it; its conditions are read anew at each use, with that use's arguments.
 *
 * @param conditions statements that demand something, in order
 */
record CheckDeclaration(
        String name,
        SourceText source,
        Map<String, Argument> takes,
        List<Syntax> conditions,
        Syntax.@Nullable Call fails,
        @Nullable String fix) {

    record Argument(ValueType type, Expr.@Nullable Const standard) {}

    CheckDeclaration {
        takes = new LinkedHashMap<>(takes);
        conditions = List.copyOf(conditions);
    }
}
