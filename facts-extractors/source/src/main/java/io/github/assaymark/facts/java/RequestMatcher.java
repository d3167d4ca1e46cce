package io.github.assaymark.facts.java;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a security rule is given to tell requests by.
 *
 * @param path pattern; null when it is for all paths
 * @param method HTTP method; null for all
 */
record RequestMatcher(@Nullable JavaValue path, @Nullable String method) {
    private static final Set<String> MAKERS = Set.of("antMatcher", "pathPattern", "matcher", "pattern");
    private static final Set<String> TYPES =
            Set.of("AntPathRequestMatcher", "PathPatternParserServerWebExchangeMatcher", "MvcRequestMatcher");

    /** Reads an argument; null when its pattern is not written out. */
    static @Nullable RequestMatcher read(Expression argument) {
        if (argument instanceof MethodCallExpr call && MAKERS.contains(call.getNameAsString()))
            return of(call.getArguments());
        if (argument instanceof ObjectCreationExpr made
                && TYPES.contains(made.getType().getNameAsString())) {
            List<Expression> given = made.getArguments();
            return of(
                    made.getType().getNameAsString().startsWith("Mvc")
                            ? given.subList(Math.min(1, given.size()), given.size())
                            : given);
        }
        String method = method(argument);
        if (method != null) return new RequestMatcher(null, method);
        JavaValue value = JavaTexts.value(argument);
        return texts(value) ? new RequestMatcher(value, null) : null;
    }

    private static @Nullable RequestMatcher of(List<Expression> given) {
        JavaValue path = null;
        String method = null;
        for (Expression each : given) {
            String one = method(each);
            if (one == null && path != null && each.isStringLiteralExpr())
                one = each.asStringLiteralExpr().asString();
            if (one != null) method = one;
            else if (path == null) path = JavaTexts.value(each);
            else return null;
        }
        return path == null || !texts(path) ? null : new RequestMatcher(path, method);
    }

    private static @Nullable String method(Expression argument) {
        String source = JavaTexts.source(argument);
        return source.matches("(?:[\\w.]+\\.)?HttpMethod\\.[A-Z]+")
                ? source.substring(source.lastIndexOf('.') + 1)
                : null;
    }

    private static boolean texts(JavaValue value) {
        return !value.values().isEmpty()
                && value.values().stream()
                        .allMatch(v -> v instanceof JavaValue.Text t
                                && t.parts().stream().noneMatch(JavaValue.Open.class::isInstance));
    }
}
