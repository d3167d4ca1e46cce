package io.github.assaymark.facts.java;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Recognises what ends a request with an error, statement by statement. */
final class FailureReader {
    /** Functions that take an exception, or a function that makes one. */
    private static final Set<String> FAILED = Set.of("orElseThrow", "error", "failedFuture", "failure");

    private static final Map<String, Set<String>> REPLIES = Map.of(
            "ResponseEntity",
            Set.of(
                    "status",
                    "notFound",
                    "badRequest",
                    "unprocessableEntity",
                    "unprocessableContent",
                    "internalServerError"),
            "ServerResponse",
            Set.of("status", "notFound", "badRequest", "unprocessableEntity", "unprocessableContent"),
            "Response",
            Set.of("status", "serverError"),
            "RestResponse",
            Set.of("status", "notFound", "serverError"),
            "ProblemDetail",
            Set.of("forStatus", "forStatusAndDetail"));

    private FailureReader() {}

    /** What a node is; null when it ends nothing. */
    static @Nullable JavaFailure read(Node node, @Nullable String function) {
        if (node instanceof ThrowStmt thrown) return thrown(thrown.getExpression(), node, function);
        if (node instanceof ExplicitConstructorInvocationStmt call && !call.isThis())
            return new JavaFailure(
                    JavaFailure.Sort.SUPER, "super", values(call.getArguments()), JavaTexts.span(node), function);
        if (node instanceof ObjectCreationExpr made) {
            boolean reply = made.getType().getNameAsString().equals("ResponseEntity")
                    && !made.getArguments().isEmpty();
            return reply
                    ? new JavaFailure(
                            JavaFailure.Sort.REPLIED,
                            "new ResponseEntity",
                            values(made.getArguments()),
                            JavaTexts.span(node),
                            function)
                    : null;
        }
        return node instanceof MethodCallExpr call ? call(call, function) : null;
    }

    private static @Nullable JavaFailure call(MethodCallExpr call, @Nullable String function) {
        String name = call.getNameAsString();
        List<Expression> given = call.getArguments();
        if (FAILED.contains(name) && given.size() == 1) return handedOn(given.get(0), function);
        Expression scope = call.getScope().orElse(null);
        if (name.equals("sendError") && scope != null && !given.isEmpty())
            return new JavaFailure(JavaFailure.Sort.REPLIED, name, values(given), JavaTexts.span(call), function);
        if (!(scope instanceof NameExpr on)
                || !REPLIES.getOrDefault(on.getNameAsString(), Set.of()).contains(name)) return null;
        return new JavaFailure(
                JavaFailure.Sort.REPLIED,
                on.getNameAsString() + "." + name,
                values(given),
                JavaTexts.span(call),
                function);
    }

    /**
     * {@code orElseThrow(NotFound::new)}, {@code orElseThrow(() -> new NotFound())}, {@code Mono.error(new
     * NotFound())}.
     */
    private static @Nullable JavaFailure handedOn(Expression given, @Nullable String function) {
        if (given instanceof MethodReferenceExpr reference
                && reference.getIdentifier().equals("new"))
            return new JavaFailure(
                    JavaFailure.Sort.THROWN,
                    JavaTexts.source(reference.getScope()),
                    List.of(),
                    JavaTexts.span(given),
                    function);
        Expression made = given;
        if (given instanceof LambdaExpr lambda) {
            if (!(lambda.getBody() instanceof ExpressionStmt one)) return null;
            made = one.getExpression();
        }
        return made instanceof ObjectCreationExpr ? thrown(made, given, function) : null;
    }

    private static @Nullable JavaFailure thrown(Expression thrown, Node at, @Nullable String function) {
        Expression bare = thrown;
        while (bare instanceof EnclosedExpr enclosed) bare = enclosed.getInner();
        // what is caught and thrown again was thrown before
        if (bare instanceof NameExpr) return null;
        if (bare instanceof ObjectCreationExpr made)
            return new JavaFailure(
                    JavaFailure.Sort.THROWN,
                    made.getType().getNameWithScope(),
                    values(made.getArguments()),
                    JavaTexts.span(at),
                    function);
        String callee = bare instanceof MethodCallExpr call && call.getScope().isEmpty() ? call.getNameAsString() : "";
        return new JavaFailure(
                JavaFailure.Sort.THROWN,
                callee.isEmpty() ? "" : callee + "()",
                List.of(JavaTexts.value(bare)),
                JavaTexts.span(at),
                function);
    }

    private static List<JavaValue> values(List<Expression> expressions) {
        return expressions.stream().map(JavaTexts::value).toList();
    }
}
