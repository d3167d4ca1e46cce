package io.github.assaymark.facts.java;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which requests a route of a router function is for.
 *
 * @param methods HTTP methods; empty for all
 * @param path at most one pattern
 */
record RouterPredicate(List<String> methods, List<JavaValue> path) {
    private static final Set<String> VERBS = Set.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS");

    /** What says nothing of method and path. */
    private static final Set<String> NEUTRAL =
            Set.of("accept", "contentType", "headers", "queryParam", "param", "all", "pathExtension", "version");

    /** Reads an expression; null when it is not understood. */
    static @Nullable RouterPredicate read(Expression expression) {
        if (!(expression instanceof MethodCallExpr call)) return null;
        Expression scope = call.getScope().orElse(null);
        List<Expression> given = call.getArguments();
        String name = call.getNameAsString();
        if (name.equals("and") && scope != null && given.size() == 1) return and(read(scope), read(given.get(0)));
        boolean plain = scope == null
                || (scope instanceof NameExpr type && type.getNameAsString().equals("RequestPredicates"));
        if (!plain) return null;
        if (NEUTRAL.contains(name)) return new RouterPredicate(List.of(), List.of());
        if (VERBS.contains(name) && given.size() <= 1)
            return new RouterPredicate(
                    List.of(name), given.stream().map(JavaTexts::value).toList());
        if (name.equals("path") && given.size() == 1)
            return new RouterPredicate(List.of(), List.of(JavaTexts.value(given.get(0))));
        if (!name.equals("method") && !name.equals("methods")) return null;
        List<String> methods = new ArrayList<>();
        for (Expression each : given) {
            if (each instanceof FieldAccessExpr access) methods.add(access.getNameAsString());
            else if (each instanceof NameExpr constant && VERBS.contains(constant.getNameAsString()))
                methods.add(constant.getNameAsString());
            else return null;
        }
        return methods.isEmpty() ? null : new RouterPredicate(methods, List.of());
    }

    private static @Nullable RouterPredicate and(@Nullable RouterPredicate one, @Nullable RouterPredicate other) {
        if (one == null || other == null) return null;
        boolean twice =
                (!one.path.isEmpty() && !other.path.isEmpty()) || (!one.methods.isEmpty() && !other.methods.isEmpty());
        if (twice) return null;
        return new RouterPredicate(
                one.methods.isEmpty() ? other.methods : one.methods, one.path.isEmpty() ? other.path : one.path);
    }
}
