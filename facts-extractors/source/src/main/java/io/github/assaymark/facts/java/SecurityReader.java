package io.github.assaymark.facts.java;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
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
    private static final Set<String> FOR_PATHS_BEFORE =
            Set.of("antMatcher", "mvcMatcher", "regexMatcher", "requestMatcher");
    private static final Set<String> RULES = Set.of("authorizeHttpRequests", "authorizeRequests", "authorizeExchange");

    private final MethodDeclaration method;
    private final boolean ignoring;
    private final List<SecurityChain.Rule> rules = new ArrayList<>();
    private final List<JavaValue> matchers = new ArrayList<>();
    private final Set<String> handles = new HashSet<>();
    private boolean forPaths;
    private boolean open;

    private SecurityReader(MethodDeclaration method, boolean ignoring) {
        this.method = method;
        this.ignoring = ignoring;
    }

    static @Nullable SecurityChain chain(MethodDeclaration method) {
        String type = method.getTypeAsString();
        List<String> http = method.getParameters().stream()
                .filter(p -> p.getTypeAsString().equals("HttpSecurity")
                        || p.getTypeAsString().equals("ServerHttpSecurity"))
                .map(p -> p.getNameAsString())
                .toList();
        // a method that is only called by others builds no chain of its own
        boolean builds =
                type.endsWith("FilterChain") || method.getNameAsString().equals("configure");
        boolean ignoring = type.equals("WebSecurityCustomizer")
                || method.getParameters().stream()
                        .anyMatch(p -> p.getTypeAsString().equals("WebSecurity"));
        if (method.getBody().isEmpty() || !((!http.isEmpty() && builds) || ignoring)) return null;
        SecurityReader reader = new SecurityReader(method, ignoring);
        reader.handles.addAll(http);
        return reader.read();
    }

    private @Nullable SecurityChain read() {
        List<MethodCallExpr> calls =
                new ArrayList<>(method.getBody().orElseThrow().findAll(MethodCallExpr.class));
        calls.sort(Comparator.comparing(
                call -> call.getName().getRange().map(r -> r.begin).orElseThrow()));
        for (MethodCallExpr call : calls) call(call);
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

    private void call(MethodCallExpr call) {
        String name = call.getNameAsString();
        boolean before = FOR_PATHS_BEFORE.contains(name)
                && root(call) instanceof NameExpr on
                && handles.contains(on.getNameAsString());
        if (FOR_PATHS.contains(name) || before) {
            forPaths = true;
            for (Expression argument : call.getArguments()) forPaths(argument, name);
        } else if (MATCHERS.contains(name)) {
            if (!within(call)) rules.add(rule(call));
            else if (name.startsWith("any")) open = true;
            else for (Expression argument : call.getArguments()) forPaths(argument, name);
        } else if (RULES.contains(name)) {
            for (Expression argument : call.getArguments()) {
                if (argument instanceof LambdaExpr lambda)
                    lambda.getParameters().forEach(p -> handles.add(p.getNameAsString()));
                else if (!(argument instanceof MethodCallExpr)) rules.add(elsewhere(call));
            }
        } else if (call.getArguments().stream()
                .anyMatch(a -> a instanceof NameExpr given && handles.contains(given.getNameAsString()))) {
            rules.add(elsewhere(call));
        }
    }

    /** The expression a chain of calls begins with. */
    private static @Nullable Expression root(MethodCallExpr call) {
        Expression at = call.getScope().orElse(null);
        while (at instanceof MethodCallExpr inner) at = inner.getScope().orElse(null);
        return at;
    }

    private void forPaths(Expression argument, String name) {
        boolean nested = argument instanceof LambdaExpr
                || (argument instanceof MethodCallExpr call && MATCHERS.contains(call.getNameAsString()));
        if (nested) return;
        RequestMatcher matcher = name.startsWith("regex") ? null : RequestMatcher.read(argument);
        if (matcher == null || matcher.method() != null || matcher.path() == null) open = true;
        else matchers.add(matcher.path());
    }

    /** Whether the call says what the chain as a whole is for. */
    private static boolean within(Node call) {
        return around(call)
                .anyMatch(at -> at instanceof MethodCallExpr outer && FOR_PATHS.contains(outer.getNameAsString()));
    }

    /** Rules that another method makes. */
    private static SecurityChain.Rule elsewhere(MethodCallExpr call) {
        return new SecurityChain.Rule(
                false,
                null,
                List.of(),
                true,
                "",
                List.of(),
                conditional(call),
                true,
                JavaTexts.span(call.getName(), call));
    }

    private SecurityChain.Rule rule(MethodCallExpr call) {
        String name = call.getNameAsString();
        boolean any = name.startsWith("any");
        List<JavaValue> paths = new ArrayList<>();
        Set<String> methods = new HashSet<>();
        boolean unknown =
                !any && (name.equals("regexMatchers") || call.getArguments().isEmpty());
        boolean apart = false;
        for (Expression argument : call.getArguments()) {
            RequestMatcher matcher = RequestMatcher.read(argument);
            unknown |= matcher == null;
            JavaValue path = matcher == null ? JavaTexts.value(argument) : matcher.path();
            if (path != null) paths.add(path);
            String httpMethod = matcher == null ? null : matcher.method();
            if (httpMethod != null) methods.add(httpMethod);
            // a method within a matcher is for its own path only
            apart |= path != null && httpMethod != null;
        }
        unknown |= methods.size() > 1 || (apart && paths.size() > 1);
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
                methods.isEmpty() ? null : methods.iterator().next(),
                List.copyOf(paths),
                unknown,
                asked,
                arguments,
                conditional(call),
                false,
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
