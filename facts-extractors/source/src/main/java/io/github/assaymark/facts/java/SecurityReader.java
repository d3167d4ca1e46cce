package io.github.assaymark.facts.java;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads methods that build the security filter chain of Spring. */
final class SecurityReader {
    private static final Set<String> MATCHERS = Set.of(
            "requestMatchers",
            "antMatchers",
            "mvcMatchers",
            "pathMatchers",
            "regexMatchers",
            "anyRequest",
            "anyExchange");
    private static final Set<String> FOR_PATHS = Set.of("securityMatcher", "securityMatchers");

    private SecurityReader() {}

    static @Nullable SecurityChain chain(MethodDeclaration method) {
        boolean http = method.getParameters().stream()
                .anyMatch(p -> p.getTypeAsString().equals("HttpSecurity")
                        || p.getTypeAsString().equals("ServerHttpSecurity"));
        boolean ignoring = method.getTypeAsString().equals("WebSecurityCustomizer")
                || method.getParameters().stream()
                        .anyMatch(p -> p.getTypeAsString().equals("WebSecurity"));
        if (method.getBody().isEmpty() || (!http && !ignoring)) return null;
        List<MethodCallExpr> calls = new ArrayList<>(method.getBody().get().findAll(MethodCallExpr.class));
        calls.sort(Comparator.comparing(
                call -> call.getName().getRange().map(r -> r.begin).orElseThrow()));
        List<SecurityChain.Rule> rules = new ArrayList<>();
        List<JavaValue> matchers = new ArrayList<>();
        boolean forPaths = false;
        boolean open = false;
        for (MethodCallExpr call : calls) {
            if (FOR_PATHS.contains(call.getNameAsString())) {
                forPaths = true;
                if (call.getArguments().stream().allMatch(Expression::isLambdaExpr)) continue;
                open |= !texts(call);
                call.getArguments().forEach(argument -> matchers.add(JavaTexts.value(argument)));
            } else if (MATCHERS.contains(call.getNameAsString())) {
                if (!within(call)) rules.add(rule(call, ignoring));
                else if (texts(call)) call.getArguments().forEach(argument -> matchers.add(JavaTexts.value(argument)));
                else open = true;
            }
        }
        if (ignoring && rules.isEmpty()) return null;
        return new SecurityChain(
                method.getNameAsString(),
                JavaTexts.annotations(method.getAnnotations()),
                forPaths ? List.copyOf(matchers) : null,
                open || (forPaths && matchers.isEmpty()),
                ignoring,
                List.copyOf(rules),
                JavaTexts.span(method));
    }

    private static boolean texts(MethodCallExpr call) {
        for (Expression argument : call.getArguments()) {
            boolean text = JavaTexts.value(argument).values().stream()
                    .allMatch(v -> v instanceof JavaValue.Text t
                            && t.parts().stream().noneMatch(JavaValue.Open.class::isInstance));
            if (!text) return false;
        }
        return !call.getArguments().isEmpty();
    }

    /** Whether the call says what the chain as a whole is for. */
    private static boolean within(Node call) {
        return around(call)
                .anyMatch(at -> at instanceof MethodCallExpr outer && FOR_PATHS.contains(outer.getNameAsString()));
    }

    private static SecurityChain.Rule rule(MethodCallExpr call, boolean ignoring) {
        String name = call.getNameAsString();
        boolean any = name.startsWith("any");
        List<JavaValue> paths = new ArrayList<>();
        String httpMethod = null;
        boolean open = !any && (name.equals("regexMatchers") || !texts(call));
        for (Expression argument : call.getArguments()) {
            String source = JavaTexts.source(argument);
            if (source.contains("HttpMethod.")) httpMethod = source.substring(source.lastIndexOf('.') + 1);
            else paths.add(JavaTexts.value(argument));
        }
        MethodCallExpr action = call.getParentNode()
                .filter(MethodCallExpr.class::isInstance)
                .map(MethodCallExpr.class::cast)
                .filter(parent -> parent.getScope().flatMap(Node::getRange).equals(call.getRange()))
                .orElse(null);
        boolean chained = action == null || MATCHERS.contains(action.getNameAsString());
        String asked = ignoring ? "permitAll" : chained || action == null ? "" : action.getNameAsString();
        List<JavaValue> arguments = chained || ignoring || action == null
                ? List.of()
                : action.getArguments().stream().map(JavaTexts::value).toList();
        return new SecurityChain.Rule(
                any,
                httpMethod,
                List.copyOf(paths),
                open,
                asked,
                arguments,
                conditional(call),
                JavaTexts.span(call.getName(), call));
    }

    private static boolean conditional(Node call) {
        return around(call).anyMatch(at -> at instanceof IfStmt || at instanceof ForStmt || at instanceof ForEachStmt);
    }

    /** The nodes around a call within its method. */
    private static Stream<Node> around(Node call) {
        return Stream.iterate(call.getParentNode(), Optional::isPresent, node -> node.flatMap(Node::getParentNode))
                .flatMap(Optional::stream)
                .takeWhile(node -> !(node instanceof MethodDeclaration));
    }
}
