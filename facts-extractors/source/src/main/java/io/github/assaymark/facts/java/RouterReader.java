package io.github.assaymark.facts.java;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.EmptyStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads methods that put together a router function of Spring: builders, also nested ones, and the static functions.
 * What is put together in another way is left open.
 */
final class RouterReader {
    private static final Set<String> VERBS = Set.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS");
    private static final Set<String> FILTERS = Set.of("filter", "before");

    /** What leaves routes as they are. */
    private static final Set<String> HARMLESS =
            Set.of("after", "onError", "resources", "resource", "withAttribute", "withAttributes", "invocation");

    private static final int MAX_DEPTH = 12;

    private final List<JavaRouter.Entry> entries = new ArrayList<>();
    private final List<JavaRouter.Other> others = new ArrayList<>();
    private final List<JavaRouter.Open> opens = new ArrayList<>();
    private final Map<String, Expression> locals = new HashMap<>();
    private final Set<String> builders = new HashSet<>();
    private boolean filtered;

    private RouterReader() {}

    static @Nullable JavaRouter router(MethodDeclaration method) {
        if (!method.getTypeAsString().matches("RouterFunction(<.*)?")
                || method.getBody().isEmpty()) return null;
        RouterReader reader = new RouterReader();
        reader.block(method.getBody().get(), List.of(), 0);
        return new JavaRouter(
                method.getNameAsString(),
                List.copyOf(reader.entries),
                List.copyOf(reader.others),
                List.copyOf(reader.opens),
                reader.filtered,
                JavaTexts.span(method));
    }

    private void block(BlockStmt block, List<JavaValue> path, int depth) {
        for (Statement statement : block.getStatements()) {
            if (statement instanceof ReturnStmt given && given.getExpression().isPresent())
                router(given.getExpression().get(), path, depth);
            else if (statement instanceof ExpressionStmt one) expression(one.getExpression(), path, depth);
            else if (!(statement instanceof EmptyStmt) && routes(statement))
                open(statement, "it is registered under a condition or in a loop");
        }
    }

    private void expression(Expression expression, List<JavaValue> path, int depth) {
        if (expression instanceof VariableDeclarationExpr declared) {
            for (VariableDeclarator variable : declared.getVariables()) {
                Expression value = variable.getInitializer().orElse(null);
                if (value == null) continue;
                if (building(value)) {
                    builders.add(variable.getNameAsString());
                    builder(value, path, depth);
                } else locals.put(variable.getNameAsString(), value);
            }
        } else if (expression instanceof AssignExpr assigned) {
            if (routes(assigned.getValue())) open(assigned, "a variable is set anew");
        } else if (building(expression)) {
            builder(expression, path, depth);
        } else if (routes(expression)) {
            open(expression, "it is not understood");
        }
    }

    /** Whether a chain of calls ends with a builder and not with the router it builds. */
    private boolean building(Expression expression) {
        Expression at = expression;
        if (at instanceof MethodCallExpr last && last.getNameAsString().equals("build")) return false;
        while (at instanceof MethodCallExpr call) {
            Expression scope = call.getScope().orElse(null);
            boolean begins = call.getNameAsString().equals("route")
                    && call.getArguments().isEmpty();
            if (begins
                    && (scope == null
                            || (scope instanceof NameExpr name
                                    && name.getNameAsString().equals("RouterFunctions")))) return true;
            if (scope == null) return false;
            at = scope;
        }
        return at instanceof NameExpr name && builders.contains(name.getNameAsString());
    }

    /** Whether something in a node names HTTP methods or routes. */
    private static boolean routes(Node node) {
        return node.findFirst(
                        MethodCallExpr.class,
                        call -> VERBS.contains(call.getNameAsString())
                                || call.getNameAsString().equals("route")
                                || call.getNameAsString().equals("andRoute"))
                .isPresent();
    }

    private void router(Expression expression, List<JavaValue> path, int depth) {
        if (depth > MAX_DEPTH) {
            open(expression, "it is nested too deeply");
        } else if (expression instanceof EnclosedExpr enclosed) {
            router(enclosed.getInner(), path, depth);
        } else if (expression instanceof NameExpr name) {
            Expression local = locals.get(name.getNameAsString());
            if (local == null) open(expression, "where it comes from is decided when the code runs");
            else router(local, path, depth + 1);
        } else if (expression instanceof MethodCallExpr call) {
            call(call, path, depth);
        } else {
            open(expression, "which of several routers it is, or how it is made, is decided when the code runs");
        }
    }

    private void call(MethodCallExpr call, List<JavaValue> path, int depth) {
        Expression scope = call.getScope().orElse(null);
        boolean onFunctions = scope == null
                || (scope instanceof NameExpr name && name.getNameAsString().equals("RouterFunctions"));
        List<Expression> given = call.getArguments();
        switch (call.getNameAsString()) {
            case "build" -> {
                if (scope == null) open(call, "it is not understood");
                else builder(scope, path, depth);
            }
            case "route" -> {
                if (given.size() == 2 && onFunctions) route(call, path, given);
                else open(call, "it is not understood");
            }
            case "nest" -> {
                if (given.size() == 2 && onFunctions) nest(call, path, given, depth);
                else open(call, "it is not understood");
            }
            case "andRoute", "andNest", "and", "andOther", "filter" -> {
                if (scope == null || given.isEmpty()) {
                    open(call, "it is not understood");
                    return;
                }
                router(scope, path, depth + 1);
                if (call.getNameAsString().equals("filter")) filtered = true;
                else if (call.getNameAsString().equals("andRoute") && given.size() == 2) route(call, path, given);
                else if (call.getNameAsString().equals("andNest") && given.size() == 2) nest(call, path, given, depth);
                else if (given.size() == 1) router(given.get(0), path, depth + 1);
                else open(call, "it is not understood");
            }
            case "resources" -> {}
            default -> {
                if (scope == null || scope.isThisExpr())
                    others.add(new JavaRouter.Other(call.getNameAsString(), path, JavaTexts.span(call)));
                else if (scope instanceof MethodCallExpr && HARMLESS.contains(call.getNameAsString()))
                    router(scope, path, depth + 1);
                else open(call, "it is made in another class");
            }
        }
    }

    private void builder(Expression expression, List<JavaValue> path, int depth) {
        List<MethodCallExpr> calls = new ArrayList<>();
        Expression at = expression;
        while (at instanceof MethodCallExpr call) {
            calls.add(0, call);
            at = call.getScope().orElse(null);
        }
        boolean known = at == null
                || (at instanceof NameExpr name
                        && (builders.contains(name.getNameAsString())
                                || name.getNameAsString().equals("RouterFunctions")));
        if (!known || depth > MAX_DEPTH) {
            open(expression, "where the builder comes from is not known");
            return;
        }
        for (int i = 0; i < calls.size(); i++) {
            boolean begins = i == 0
                    && calls.get(i).getNameAsString().equals("route")
                    && calls.get(i).getArguments().isEmpty();
            if (!begins) step(calls.get(i), path, depth);
        }
    }

    private void step(MethodCallExpr call, List<JavaValue> path, int depth) {
        String name = call.getNameAsString();
        List<Expression> given = call.getArguments();
        if (VERBS.contains(name) && !given.isEmpty()) {
            verb(call, path, given);
        } else if (name.equals("route") && given.size() == 2) {
            route(call, path, given);
        } else if (name.equals("path") && given.size() == 2) {
            within(given.get(1), joined(path, JavaTexts.value(given.get(0))), depth);
        } else if (name.equals("nest") && given.size() == 2) {
            nest(call, path, given, depth);
        } else if (name.equals("add") && given.size() == 1) {
            router(given.get(0), path, depth + 1);
        } else if (FILTERS.contains(name)) {
            filtered = true;
        } else if (!HARMLESS.contains(name)) {
            open(call, "it is not understood");
        }
    }

    /** {@code GET(handler)}, {@code GET("/x", handler)}, {@code GET(predicate, handler)}, or all three. */
    private void verb(MethodCallExpr call, List<JavaValue> path, List<Expression> given) {
        List<JavaValue> whole = new ArrayList<>(path);
        List<Expression> before = given.subList(0, given.size() - 1);
        for (int i = 0; i < before.size(); i++) {
            if (i == 0 && !(before.get(0) instanceof MethodCallExpr && RouterPredicate.read(before.get(0)) != null)) {
                whole.add(JavaTexts.value(before.get(0)));
                continue;
            }
            RouterPredicate predicate = RouterPredicate.read(before.get(i));
            if (predicate == null) {
                open(before.get(i), "which requests it is for is decided when the code runs");
                return;
            }
            whole.addAll(predicate.path());
        }
        entry(call, List.of(call.getNameAsString()), whole, given.get(given.size() - 1));
    }

    private void route(MethodCallExpr call, List<JavaValue> path, List<Expression> given) {
        RouterPredicate predicate = RouterPredicate.read(given.get(0));
        if (predicate == null) {
            open(given.get(0), "which requests it is for is decided when the code runs");
            return;
        }
        List<JavaValue> whole = new ArrayList<>(path);
        whole.addAll(predicate.path());
        entry(call, predicate.methods(), whole, given.get(1));
    }

    private void nest(MethodCallExpr call, List<JavaValue> path, List<Expression> given, int depth) {
        RouterPredicate predicate = RouterPredicate.read(given.get(0));
        if (predicate == null || !predicate.methods().isEmpty()) {
            open(call, "which requests it is for is decided when the code runs");
            return;
        }
        List<JavaValue> whole = new ArrayList<>(path);
        whole.addAll(predicate.path());
        within(given.get(1), List.copyOf(whole), depth);
    }

    private static List<JavaValue> joined(List<JavaValue> path, JavaValue more) {
        List<JavaValue> whole = new ArrayList<>(path);
        whole.add(more);
        return List.copyOf(whole);
    }

    /** What is nested: a function that is given a builder, one that gives a router, or a router. */
    private void within(Expression nested, List<JavaValue> path, int depth) {
        if (depth > MAX_DEPTH) {
            open(nested, "it is nested too deeply");
        } else if (nested instanceof LambdaExpr lambda) {
            Statement body = lambda.getBody();
            boolean takes = lambda.getParameters().size() == 1;
            if (takes) builders.add(lambda.getParameter(0).getNameAsString());
            if (body instanceof BlockStmt block) block(block, path, depth + 1);
            else if (body instanceof ExpressionStmt one && takes) expression(one.getExpression(), path, depth + 1);
            else if (body instanceof ExpressionStmt one) router(one.getExpression(), path, depth + 1);
        } else if (nested instanceof MethodReferenceExpr reference
                && reference.getScope().isThisExpr()) {
            others.add(new JavaRouter.Other(reference.getIdentifier(), path, JavaTexts.span(reference)));
        } else {
            router(nested, path, depth + 1);
        }
    }

    private void entry(MethodCallExpr call, List<String> methods, List<JavaValue> path, Expression handler) {
        String on = null;
        String name = null;
        if (handler instanceof MethodReferenceExpr reference) {
            on = JavaTexts.source(reference.getScope());
            name = reference.getIdentifier();
        }
        entries.add(new JavaRouter.Entry(methods, List.copyOf(path), on, name, JavaTexts.span(call.getName(), call)));
    }

    private void open(Node at, String reason) {
        opens.add(new JavaRouter.Open(JavaTexts.source(at), reason, JavaTexts.span(at)));
    }
}
