package io.github.assaymark.facts.java;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.WhileStmt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects what a body calls, logs and writes out. */
final class BodyReader {
    private static final int MAX_LOCALS = 200;
    private static final Set<String> FACTORIES =
            Set.of("PageRequest", "Sort", "Pageable", "Limit", "Example", "Specification");
    private static final Pattern SIMPLE = Pattern.compile("!?[\\w$.]+");

    private final Map<String, String> variables;
    private final boolean test;
    private final List<JavaCall> calls = new ArrayList<>();
    private final List<JavaLog> logs = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private final List<JavaFailure> failures = new ArrayList<>();
    private final Map<String, JavaValue.Text> locals = new HashMap<>();
    private final Set<String> twice = new HashSet<>();
    private final Place start;

    /** Where the walk is. */
    private record Place(
            @Nullable String function,
            boolean conditional,
            @Nullable String condition,
            List<String> wrappedBy) {
        Place under(String text) {
            return new Place(function, true, text.length() > 200 ? text.substring(0, 200) : text, wrappedBy);
        }

        Place maybe() {
            return new Place(function, true, condition, wrappedBy);
        }

        Place in(String callee) {
            List<String> wrapped = new ArrayList<>(List.of(callee));
            wrapped.addAll(wrappedBy);
            return new Place(function, true, condition, List.copyOf(wrapped));
        }

        Place named(String name) {
            return new Place(name, conditional, condition, wrappedBy);
        }
    }

    /** {@code variables} are the types of fields and parameters in reach; {@code test} whether texts are collected. */
    BodyReader(Map<String, String> variables, @Nullable String function, boolean test) {
        this.variables = variables;
        this.test = test;
        this.start = new Place(function, false, null, List.of());
    }

    void read(Node node) {
        node.findAll(VariableDeclarator.class).forEach(this::declare);
        if (node instanceof BlockStmt) node.findAll(VariableDeclarator.class).forEach(each -> local(each, node));
        node.findAll(Parameter.class).forEach(p -> {
            if (!p.getType().isUnknownType()) variables.putIfAbsent(p.getNameAsString(), p.getTypeAsString());
        });
        node.findAll(TypePatternExpr.class).forEach(p -> variables.put(p.getNameAsString(), p.getTypeAsString()));
        walk(node, start);
    }

    /** Reads the block of a constructor. */
    void readBlock(Node node) {
        if (node instanceof BlockStmt) read(node);
    }

    /** A text that a variable is set to once is what the variable stands for. */
    private JavaValue value(Expression argument) {
        JavaValue.Text text = argument instanceof NameExpr name ? locals.get(name.getNameAsString()) : null;
        return text == null ? JavaTexts.value(argument) : new JavaValue.Text(text.parts(), JavaTexts.source(argument));
    }

    private String type(Expression argument) {
        String type = null;
        if (argument instanceof NameExpr name) type = variables.get(name.getNameAsString());
        else if (argument instanceof FieldAccessExpr access && access.getScope() instanceof ThisExpr)
            type = variables.get(access.getNameAsString());
        else if (argument instanceof ObjectCreationExpr creation)
            type = creation.getType().getNameWithScope();
        else if (argument instanceof MethodCallExpr call
                && call.getScope().filter(NameExpr.class::isInstance).isPresent()) {
            // a factory of the type it makes
            String on = call.getScope().orElseThrow().asNameExpr().getNameAsString();
            if (FACTORIES.contains(on)) type = on;
        }
        return type == null ? "" : type;
    }

    private void local(VariableDeclarator variable, Node body) {
        String name = variable.getNameAsString();
        boolean text = variable.getTypeAsString().equals("String")
                || variable.getTypeAsString().equals("var");
        Expression initial = variable.getInitializer().orElse(null);
        if (!text || initial == null || locals.size() > MAX_LOCALS) return;
        boolean again = body.findFirst(
                        AssignExpr.class,
                        assigned -> assigned.getTarget() instanceof NameExpr target
                                && target.getNameAsString().equals(name))
                .isPresent();
        JavaValue.Text value = JavaTexts.text(initial);
        boolean known = value.parts().stream().noneMatch(JavaValue.Open.class::isInstance)
                && value.parts().stream().anyMatch(JavaValue.Literal.class::isInstance);
        // a name that is used twice in a method means two things
        if (again || !known || locals.containsKey(name)) twice.add(name);
        if (known) locals.put(name, value);
        twice.forEach(locals::remove);
    }

    private void declare(VariableDeclarator variable) {
        String type = variable.getTypeAsString();
        if (type.equals("var")) {
            Expression value = variable.getInitializer().orElse(null);
            if (!(value instanceof ObjectCreationExpr creation)) return;
            type = creation.getType().getNameWithScope();
        }
        variables.put(variable.getNameAsString(), type);
    }

    List<JavaCall> calls() {
        calls.sort(Comparator.comparingInt((JavaCall c) -> c.span().startLine())
                .thenComparingInt(c -> c.span().startColumn())
                .thenComparingInt(c -> c.span().endLine())
                .thenComparingInt(c -> c.span().endColumn()));
        return List.copyOf(calls);
    }

    List<JavaLog> logs() {
        return List.copyOf(logs);
    }

    List<String> texts() {
        return List.copyOf(texts);
    }

    List<JavaFailure> failures() {
        return List.copyOf(failures);
    }

    private void walk(Node node, Place place) {
        if (node instanceof AnnotationExpr) return;
        JavaFailure failure = test ? null : FailureReader.read(node, place.function());
        if (failure != null) failures.add(failure);
        if (node instanceof MethodCallExpr call) call(call, place);
        else if (node instanceof ObjectCreationExpr creation) creation(creation, place);
        else if (node instanceof IfStmt branch) {
            walk(branch.getCondition(), place);
            String condition = JavaTexts.source(branch.getCondition());
            walk(branch.getThenStmt(), place.under(condition));
            branch.getElseStmt().ifPresent(otherwise -> walk(otherwise, place.under(not(condition))));
        } else if (node instanceof ConditionalExpr branch) {
            walk(branch.getCondition(), place);
            String condition = JavaTexts.source(branch.getCondition());
            walk(branch.getThenExpr(), place.under(condition));
            walk(branch.getElseExpr(), place.under(not(condition)));
        } else if (node instanceof BinaryExpr binary && shortens(binary)) {
            walk(binary.getLeft(), place);
            String condition = JavaTexts.source(binary.getLeft());
            boolean and = binary.getOperator() == BinaryExpr.Operator.AND;
            walk(binary.getRight(), place.under(and ? condition : not(condition)));
        } else if (node instanceof WhileStmt loop) {
            walk(loop.getCondition(), place);
            walk(loop.getBody(), place.maybe());
        } else if (node instanceof ForStmt loop) {
            loop.getInitialization().forEach(each -> walk(each, place));
            loop.getCompare().ifPresent(each -> walk(each, place));
            loop.getUpdate().forEach(each -> walk(each, place.maybe()));
            walk(loop.getBody(), place.maybe());
        } else if (node instanceof ForEachStmt loop) {
            walk(loop.getIterable(), place);
            walk(loop.getBody(), place.maybe());
        } else if (node instanceof CatchClause || node instanceof SwitchEntry || node instanceof LambdaExpr)
            children(node, place.maybe());
        else if (node instanceof DoStmt) children(node, place);
        else if (node instanceof MethodDeclaration method) children(node, place.named(method.getNameAsString()));
        else {
            if (test && node instanceof StringLiteralExpr literal) texts.add(literal.asString());
            if (test && node instanceof TextBlockLiteralExpr literal) texts.add(literal.asString());
            children(node, place);
        }
    }

    private static String not(String condition) {
        if (!SIMPLE.matcher(condition).matches()) return "!(" + condition + ")";
        return condition.startsWith("!") ? condition.substring(1) : "!" + condition;
    }

    private void children(Node node, Place place) {
        for (Node child : node.getChildNodes()) walk(child, place);
    }

    private static boolean shortens(BinaryExpr binary) {
        return binary.getOperator() == BinaryExpr.Operator.AND || binary.getOperator() == BinaryExpr.Operator.OR;
    }

    private void call(MethodCallExpr call, Place place) {
        Expression scope = call.getScope().orElse(null);
        String callee = (scope == null ? "" : chain(scope) + ".") + call.getNameAsString();
        String root = scope == null ? "" : root(scope);
        add(callee, root, call, call.getArguments(), place);
        JavaLog log =
                LogReader.log(call, callee, root.isEmpty() ? null : variables.get(root), variables, place.function());
        if (log != null) logs.add(log);
        if (scope != null) walk(scope, place);
        call.getArguments().forEach(argument -> argument(argument, callee, place));
    }

    private void creation(ObjectCreationExpr creation, Place place) {
        String type = creation.getType().getNameWithScope();
        add("new " + type, type, creation, creation.getArguments(), place);
        creation.getScope().ifPresent(scope -> walk(scope, place));
        creation.getArguments().forEach(argument -> argument(argument, "new " + type, place));
        creation.getAnonymousClassBody()
                .ifPresent(body -> body.forEach(member -> walk(member, place.in("new " + type))));
    }

    private void argument(Expression argument, String callee, Place place) {
        boolean function = argument instanceof LambdaExpr || argument instanceof MethodReferenceExpr;
        walk(argument, function ? place.in(callee) : place);
    }

    private void add(String callee, String root, Node node, List<Expression> arguments, Place place) {
        String type = variables.get(root);
        if (type == null && !root.isEmpty() && Character.isUpperCase(root.charAt(root.lastIndexOf('.') + 1)))
            type = root;
        calls.add(new JavaCall(
                callee,
                root,
                type,
                arguments.stream().map(this::value).toList(),
                arguments.stream().map(this::type).toList(),
                JavaTexts.span(node),
                place.conditional(),
                place.condition(),
                place.wrappedBy(),
                place.function()));
    }

    /** The chain of names a call is made on, {@code ()} behind those that are calls themselves. */
    private static String chain(Expression scope) {
        if (scope instanceof NameExpr name) return name.getNameAsString();
        if (scope instanceof ThisExpr) return "this";
        if (scope instanceof SuperExpr) return "super";
        if (scope instanceof FieldAccessExpr access) return chain(access.getScope()) + "." + access.getNameAsString();
        if (scope instanceof MethodCallExpr call)
            return call.getScope().map(s -> chain(s) + ".").orElse("") + call.getNameAsString() + "()";
        return "()";
    }

    /** The variable or type a chain begins with; empty when it begins with something else. */
    private static String root(Expression scope) {
        if (scope instanceof NameExpr name) return name.getNameAsString();
        if (scope instanceof FieldAccessExpr access) {
            if (access.getScope() instanceof ThisExpr) return access.getNameAsString();
            return root(access.getScope());
        }
        if (scope instanceof MethodCallExpr call)
            return call.getScope().map(BodyReader::root).orElse("");
        return "";
    }
}
