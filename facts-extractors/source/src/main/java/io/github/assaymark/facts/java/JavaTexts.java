package io.github.assaymark.facts.java;

import com.github.javaparser.JavaToken;
import com.github.javaparser.Range;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.CharLiteralExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LiteralStringValueExpr;
import com.github.javaparser.ast.expr.MarkerAnnotationExpr;
import com.github.javaparser.ast.expr.MemberValuePair;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.NormalAnnotationExpr;
import com.github.javaparser.ast.expr.SingleMemberAnnotationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns expressions into values that hold no syntax tree. */
final class JavaTexts {
    private static final int MAX_SOURCE = 400;
    private static final int MAX_PARTS = 200;
    private static final Set<String> LISTS = Set.of("List.of", "Set.of", "Arrays.asList", "Stream.of");

    private JavaTexts() {}

    static JavaSpan span(Node node) {
        Range range = node.getRange().orElse(Range.range(1, 1, 1, 1));
        return new JavaSpan(range.begin.line, range.begin.column, range.end.line, range.end.column + 1);
    }

    /** From the beginning of one node to the end of another. */
    static JavaSpan span(Node from, Node to) {
        JavaSpan first = span(from);
        JavaSpan last = span(to);
        return new JavaSpan(first.startLine(), first.startColumn(), last.endLine(), last.endColumn());
    }

    /** As written, with single spaces; cut when it is long. */
    static String source(Node node) {
        StringBuilder text = new StringBuilder();
        if (node.getTokenRange().isEmpty()) return "";
        Iterator<JavaToken> tokens = node.getTokenRange().get().iterator();
        while (tokens.hasNext() && text.length() < MAX_SOURCE) {
            JavaToken token = tokens.next();
            if (token.getCategory().isComment()) continue;
            if (!token.getCategory().isWhitespaceOrComment()) text.append(token.getText());
            else if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') text.append(' ');
        }
        return text.toString().strip();
    }

    static JavaValue value(Expression expression) {
        if (expression instanceof EnclosedExpr enclosed) return value(enclosed.getInner());
        if (expression instanceof CastExpr cast) return value(cast.getExpression());
        if (expression instanceof AnnotationExpr annotation)
            return new JavaValue.Nested(annotation(annotation), source(annotation));
        if (expression instanceof ArrayInitializerExpr array) return many(array.getValues(), array);
        if (expression instanceof ArrayCreationExpr array
                && array.getInitializer().isPresent())
            return many(array.getInitializer().get().getValues(), array);
        if (expression instanceof MethodCallExpr call
                && LISTS.contains(call.getScope().map(Node::toString).orElse("") + "." + call.getNameAsString()))
            return many(call.getArguments(), call);
        return text(expression);
    }

    private static JavaValue many(List<Expression> expressions, Node node) {
        List<JavaValue> values = new ArrayList<>();
        for (Expression each : expressions) values.add(value(each));
        return new JavaValue.Many(values, source(node));
    }

    static JavaValue.Text text(Expression expression) {
        List<JavaValue.Part> parts = new ArrayList<>();
        parts(expression, parts);
        if (parts.size() > MAX_PARTS) parts = List.of(new JavaValue.Open());
        return new JavaValue.Text(List.copyOf(parts), source(expression));
    }

    private static void parts(Expression expression, List<JavaValue.Part> parts) {
        if (expression instanceof EnclosedExpr enclosed) parts(enclosed.getInner(), parts);
        else if (expression instanceof CastExpr cast) parts(cast.getExpression(), parts);
        else if (expression instanceof StringLiteralExpr literal) parts.add(new JavaValue.Literal(literal.asString()));
        else if (expression instanceof TextBlockLiteralExpr block) parts.add(new JavaValue.Literal(block.asString()));
        else if (expression instanceof CharLiteralExpr literal) parts.add(new JavaValue.Literal(literal.asChar() + ""));
        else if (expression instanceof BooleanLiteralExpr literal && !parts.isEmpty())
            parts.add(new JavaValue.Literal(literal.toString()));
        else if (expression instanceof LiteralStringValueExpr number && !parts.isEmpty())
            parts.add(new JavaValue.Literal(number.getValue()));
        else if (expression instanceof BinaryExpr binary && binary.getOperator() == BinaryExpr.Operator.PLUS) {
            parts(binary.getLeft(), parts);
            parts(binary.getRight(), parts);
        } else {
            String name = dotted(expression);
            parts.add(name == null ? new JavaValue.Open() : new JavaValue.Reference(name));
        }
    }

    /** A chain of names; null when it is anything else. */
    static @Nullable String dotted(Expression expression) {
        if (expression instanceof NameExpr name) return name.getNameAsString();
        if (expression instanceof ThisExpr) return "this";
        if (expression instanceof FieldAccessExpr access) {
            String scope = dotted(access.getScope());
            return scope == null ? null : scope + "." + access.getNameAsString();
        }
        return null;
    }

    static List<JavaAnnotation> annotations(List<AnnotationExpr> expressions) {
        return expressions.stream().map(JavaTexts::annotation).toList();
    }

    private static JavaAnnotation annotation(AnnotationExpr expression) {
        Map<String, JavaValue> values = new LinkedHashMap<>();
        if (expression instanceof SingleMemberAnnotationExpr single)
            values.put("value", value(single.getMemberValue()));
        else if (expression instanceof NormalAnnotationExpr normal) {
            for (MemberValuePair pair : normal.getPairs()) values.put(pair.getNameAsString(), value(pair.getValue()));
        } else if (!(expression instanceof MarkerAnnotationExpr)) values.clear();
        return new JavaAnnotation(expression.getName().getIdentifier(), values, span(expression));
    }
}
