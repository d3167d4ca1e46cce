package io.github.assaymark.dsl.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.BooleanExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.GStringExpression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.NamedArgumentListExpression;
import org.codehaus.groovy.ast.expr.NotExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.UnaryMinusExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.EmptyStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.ReturnStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Groovy's tree to ours: a node is accepted when its exact class is known here, and refused otherwise. Exact, because
 * many dangerous nodes are subclasses of harmless ones.
 */
final class GroovyTree {
    static final int NODES = 20_000;
    static final int DEPTH = 100;

    private static final Set<String> SIGNS = Set.of("==", "!=", "<", "<=", ">", ">=", "+", "-", "=~", "in");

    private final SourceText source;
    private int nodes;
    private int depth;

    GroovyTree(SourceText source) {
        this.source = source;
    }

    List<Syntax> statements(ModuleNode module) {
        structure(module);
        List<Syntax> statements = statements(module.getStatementBlock());
        if (statements.isEmpty())
            throw source.refuse(Span.START, "the file holds nothing", "a `checklist('pack/name') { ... }` is missing");
        return statements;
    }

    private void structure(ModuleNode module) {
        if (module.hasPackageName()) throw foreign(module.getPackage(), "a package");
        List<ASTNode> imports = new ArrayList<>(module.getImports());
        imports.addAll(module.getStarImports());
        imports.addAll(module.getStaticImports().values());
        imports.addAll(module.getStaticStarImports().values());
        if (!imports.isEmpty()) throw foreign(imports.get(0), "an import");
        if (!module.getMethods().isEmpty()) throw foreign(module.getMethods().get(0), "a method");
        for (ClassNode type : module.getClasses())
            if (!type.isScript() || !type.getAnnotations().isEmpty()) throw foreign(type, "a class");
    }

    private List<Syntax> statements(Statement code) {
        if (code.getClass() != BlockStatement.class) throw foreign(code, "a statement of this kind");
        List<Syntax> statements = new ArrayList<>();
        for (Statement statement : ((BlockStatement) code).getStatements()) {
            if (statement.getStatementLabels() != null) throw foreign(statement, "a label");
            if (statement.getClass() == ExpressionStatement.class)
                statements.add(tree(((ExpressionStatement) statement).getExpression()));
            else if (statement.getClass() == ReturnStatement.class)
                statements.add(tree(((ReturnStatement) statement).getExpression()));
            else if (!(statement instanceof EmptyStatement)) throw foreign(statement, "a statement of this kind");
        }
        return List.copyOf(statements);
    }

    private Syntax tree(Expression e) {
        if (++nodes > NODES)
            throw source.refuse(span(e), "the file has more than " + NODES + " expressions", "split it");
        if (++depth > DEPTH) throw source.refuse(span(e), "more than " + DEPTH + " expressions inside one another");
        try {
            return node(e);
        } finally {
            depth--;
        }
    }

    private Syntax node(Expression e) {
        Class<?> kind = e.getClass();
        if (kind == MethodCallExpression.class) return call((MethodCallExpression) e);
        if (kind == PropertyExpression.class) return member((PropertyExpression) e);
        if (kind == VariableExpression.class) return name((VariableExpression) e);
        if (kind == ConstantExpression.class) return constant(((ConstantExpression) e).getValue(), e);
        if (kind == ClosureExpression.class) return block((ClosureExpression) e);
        if (kind == BinaryExpression.class) return binary((BinaryExpression) e);
        if (kind == NotExpression.class) return new Syntax.Not(tree(((NotExpression) e).getExpression()), span(e));
        if (kind == BooleanExpression.class) return tree(((BooleanExpression) e).getExpression());
        if (kind == ListExpression.class)
            return new Syntax.Sequence(trees(((ListExpression) e).getExpressions()), span(e));
        if (kind == GStringExpression.class) return interpolated((GStringExpression) e);
        if (kind == UnaryMinusExpression.class
                && tree(((UnaryMinusExpression) e).getExpression()) instanceof Syntax.Whole whole)
            return new Syntax.Whole(-whole.value(), span(e));
        throw foreign(e, "an expression of this kind");
    }

    private List<Syntax> trees(List<Expression> expressions) {
        return expressions.stream().map(this::tree).toList();
    }

    private Syntax name(VariableExpression e) {
        if (!e.isDynamicTyped() || e.isThisExpression() || e.isSuperExpression()) throw foreign(e, "`this`");
        return new Syntax.Name(e.getName(), span(e));
    }

    private Syntax constant(@Nullable Object value, Expression e) {
        if (value == null) return new Syntax.Null(span(e));
        if (value instanceof String text) return new Syntax.Text(text, span(e));
        if (value instanceof Boolean bool) return new Syntax.Bool(bool, span(e));
        if (value instanceof Integer || value instanceof Long)
            return new Syntax.Whole(((Number) value).longValue(), span(e));
        throw foreign(e, "a constant of this kind");
    }

    private Syntax member(PropertyExpression e) {
        if (e.isSafe() || e.isSpreadSafe() || e.isImplicitThis()) throw foreign(e, "a property of this kind");
        Syntax of = tree(e.getObjectExpression());
        return new Syntax.Member(
                of, word(e.getProperty()), span(e.getProperty()), of.span().to(span(e)));
    }

    private Syntax call(MethodCallExpression e) {
        if (e.isSafe() || e.isSpreadSafe() || e.getGenericsTypes() != null) throw foreign(e, "a call of this kind");
        Syntax receiver = e.isImplicitThis() ? null : tree(e.getObjectExpression());
        List<Syntax> arguments = new ArrayList<>();
        List<Syntax.Named> named = new ArrayList<>();
        arguments(e.getArguments(), arguments, named);
        Span span = receiver == null ? span(e) : receiver.span().to(span(e));
        return new Syntax.Call(
                receiver, word(e.getMethod()), span(e.getMethod()), List.copyOf(arguments), List.copyOf(named), span);
    }

    private void arguments(Expression from, List<Syntax> arguments, List<Syntax.Named> named) {
        if (from.getClass() != ArgumentListExpression.class && from.getClass() != TupleExpression.class)
            throw foreign(from, "an argument of this kind");
        for (Expression argument : ((TupleExpression) from).getExpressions())
            if (argument.getClass() == MapExpression.class || argument.getClass() == NamedArgumentListExpression.class)
                named((MapExpression) argument, named);
            else arguments.add(tree(argument));
    }

    private void named(MapExpression map, List<Syntax.Named> named) {
        for (MapEntryExpression entry : map.getMapEntryExpressions()) {
            if (entry.getClass() != MapEntryExpression.class) throw foreign(entry, "an argument of this kind");
            Expression key = entry.getKeyExpression();
            named.add(new Syntax.Named(word(key), span(key), tree(entry.getValueExpression())));
        }
    }

    private Syntax block(ClosureExpression e) {
        List<String> parameters = new ArrayList<>();
        Parameter[] declared = e.getParameters();
        if (declared != null)
            for (Parameter parameter : declared) {
                if (parameter.hasInitialExpression()
                        || !parameter.isDynamicTyped()
                        || !parameter.getAnnotations().isEmpty()) throw foreign(parameter, "a parameter of this kind");
                parameters.add(parameter.getName());
            }
        return new Syntax.Block(List.copyOf(parameters), statements(e.getCode()), span(e));
    }

    private Syntax binary(BinaryExpression e) {
        String sign = e.getOperation().getText();
        if (sign.equals("&&") || sign.equals("||")) return chain(e, sign);
        if (!SIGNS.contains(sign)) throw foreign(e, "`" + sign + "`");
        Syntax left = tree(e.getLeftExpression());
        Syntax right = tree(e.getRightExpression());
        boolean own = span(e).startsBefore(left.span());
        return new Syntax.Operation(sign, left, right, own, span(e));
    }

    /** Along the left spine in a loop: a chain may be longer than any stack. */
    private Syntax chain(BinaryExpression e, String sign) {
        List<Syntax> parts = new ArrayList<>();
        Expression left = e;
        while (left.getClass() == BinaryExpression.class
                && ((BinaryExpression) left).getOperation().getText().equals(sign)) {
            parts.add(tree(((BinaryExpression) left).getRightExpression()));
            left = ((BinaryExpression) left).getLeftExpression();
        }
        parts.add(tree(left));
        Collections.reverse(parts);
        return new Syntax.Chain(sign.equals("&&"), List.copyOf(parts), span(e));
    }

    private Syntax interpolated(GStringExpression e) {
        List<Syntax> parts = new ArrayList<>();
        for (int i = 0; i < e.getStrings().size(); i++) {
            parts.add(tree(e.getStrings().get(i)));
            if (i < e.getValues().size()) parts.add(tree(e.getValues().get(i)));
        }
        return new Syntax.Interpolated(List.copyOf(parts), span(e));
    }

    private String word(Expression e) {
        if (e.getClass() == ConstantExpression.class && ((ConstantExpression) e).getValue() instanceof String word)
            return word;
        throw foreign(e, "a computed name");
    }

    private Refusal foreign(ASTNode node, String what) {
        return source.refuse(span(node), what + " is not part of the checklist language");
    }

    /** Generated nodes have line -1. */
    private static Span span(ASTNode node) {
        int line = Math.max(1, node.getLineNumber());
        int column = Math.max(1, node.getColumnNumber());
        return new Span(
                line, column, Math.max(line, node.getLastLineNumber()), Math.max(1, node.getLastColumnNumber()));
    }
}
