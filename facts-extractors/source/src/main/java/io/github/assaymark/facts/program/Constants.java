package io.github.assaymark.facts.program;

import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts constant texts and numbers together. Used by one thread. */
final class Constants {
    private static final int MAX_TEXT = 10_000;

    private final OwnerProgram program;
    private final Evaluation evaluation;

    Constants(OwnerProgram program, Evaluation evaluation) {
        this.program = program;
        this.evaluation = evaluation;
    }

    Value joined(Located at, @Nullable Frame frame, int depth) {
        StringBuilder text = new StringBuilder();
        for (SyntaxNode child : at.node().children()) {
            String part;
            if (child.is(SyntaxKind.TEMPLATE_SUBSTITUTION)) {
                if (child.children().isEmpty()) return Evaluation.left(at, "a part of it is damaged");
                Value value = evaluation.eval(at.at(child.children().get(0)), frame, depth);
                part = Evaluation.plain(value);
                if (part == null)
                    return value instanceof Value.Open ? value : Evaluation.left(at, "a part of it is no constant");
            } else {
                part = Literals.unescape(child.text());
                if (part == null) return Evaluation.left(at, "a part of it is damaged");
            }
            text.append(part);
            if (text.length() > MAX_TEXT) return Evaluation.left(at, "it is longer than " + MAX_TEXT + " characters");
        }
        return new Value.Text(text.toString());
    }

    Value binary(Located at, @Nullable Frame frame, int depth) {
        SyntaxNode operator = at.node().child("operator");
        String sign = operator == null ? "" : operator.text();
        switch (sign) {
            case "+" -> {
                return sum(at, frame, depth);
            }
            case "-", "*", "/", "%" -> {
                return calculated(at, sign, frame, depth);
            }
            case "??", "||" -> {
                return either(at, sign, frame, depth);
            }
            default -> {
                return Evaluation.left(at, "it is only known when it runs");
            }
        }
    }

    private List<SyntaxNode> summands(SyntaxNode sum) {
        List<SyntaxNode> all = new ArrayList<>();
        SyntaxNode node = sum;
        while (true) {
            SyntaxNode operator = node.child("operator");
            SyntaxNode right = node.child("right");
            SyntaxNode next = node.child("left");
            boolean plus = node.is(SyntaxKind.BINARY_EXPRESSION)
                    && operator != null
                    && operator.text().equals("+");
            if (!plus || right == null || next == null) break;
            all.add(0, right);
            node = Kinds.unwrap(next);
        }
        all.add(0, node);
        return all;
    }

    private Value sum(Located at, @Nullable Frame frame, int depth) {
        List<SyntaxNode> summands = summands(at.node());
        if (summands.size() == 1) return Evaluation.left(at, "it is damaged");
        Value total = null;
        for (SyntaxNode summand : summands) {
            Value value = evaluation.eval(at.at(summand), frame, depth);
            String part = Evaluation.plain(value);
            if (part == null)
                return value instanceof Value.Open ? value : Evaluation.left(at, "a part of it is no constant");
            if (total == null) {
                total = value;
            } else if (total instanceof Value.Text || value instanceof Value.Text) {
                total = new Value.Text(Evaluation.plain(total) + part);
                if (String.valueOf(Evaluation.plain(total)).length() > MAX_TEXT)
                    return Evaluation.left(at, "it is longer than " + MAX_TEXT + " characters");
            } else {
                Value number = number(at, total, "+", value);
                if (number instanceof Value.Open) return number;
                total = number;
            }
        }
        return total == null ? Evaluation.left(at, "it is damaged") : total;
    }

    private Value calculated(Located at, String sign, @Nullable Frame frame, int depth) {
        SyntaxNode one = at.node().child("left");
        SyntaxNode other = at.node().child("right");
        if (one == null || other == null) return Evaluation.left(at, "it is damaged");
        Value a = evaluation.eval(at.at(one), frame, depth);
        return a instanceof Value.Open ? a : number(at, a, sign, evaluation.eval(at.at(other), frame, depth));
    }

    private static Value number(Located at, Value one, String sign, Value other) {
        Long a = one instanceof Value.Number n ? Literals.whole(n.raw()) : null;
        Long b = other instanceof Value.Number n ? Literals.whole(n.raw()) : null;
        if (other instanceof Value.Open) return other;
        if (a == null || b == null) return Evaluation.left(at, "only whole numbers are calculated with");
        boolean divides = sign.equals("/") || sign.equals("%");
        if (divides && (b == 0 || (sign.equals("/") && a % b != 0)))
            return Evaluation.left(at, "only whole numbers are calculated with");
        if (Math.abs(a) > Integer.MAX_VALUE || Math.abs(b) > Integer.MAX_VALUE)
            return Evaluation.left(at, "only small whole numbers are calculated with");
        long result = switch (sign) {
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            case "/" -> a / b;
            default -> a % b;
        };
        return new Value.Number(Long.toString(result));
    }

    /** What stands before {@code ??} or {@code ||} when it is constant, otherwise open. */
    private Value either(Located at, String sign, @Nullable Frame frame, int depth) {
        SyntaxNode one = at.node().child("left");
        SyntaxNode other = at.node().child("right");
        if (one == null || other == null) return Evaluation.left(at, "it is damaged");
        Value value = evaluation.eval(at.at(one), frame, depth);
        boolean falsy = value instanceof Value.Nothing;
        if (value instanceof Value.Nothing) return evaluation.eval(at.at(other), frame, depth);
        if (sign.equals("||")) {
            if (value instanceof Value.Bool bool) falsy = !bool.value();
            else if (value instanceof Value.Text text) falsy = text.text().isEmpty();
            else if (value instanceof Value.Number number) {
                Long whole = Literals.whole(number.raw());
                if (whole == null) return Evaluation.left(at, "it depends on a condition");
                falsy = whole == 0;
            }
        }
        if (falsy) return evaluation.eval(at.at(other), frame, depth);
        boolean sure = Evaluation.plain(value) != null
                || value instanceof Value.Items
                || value instanceof Value.Struct
                || value instanceof Value.Function
                || value instanceof Value.Class;
        return sure ? value : Evaluation.left(at, "it depends on a condition");
    }

    Value unary(Located at, @Nullable Frame frame, int depth) {
        SyntaxNode operator = at.node().child("operator");
        SyntaxNode argument = at.node().child("argument");
        if (operator == null || argument == null) return Evaluation.left(at, "it is damaged");
        if (operator.text().equals("void")) return new Value.Nothing();
        Value value = evaluation.eval(at.at(argument), frame, depth);
        switch (operator.text()) {
            case "-" -> {
                if (value instanceof Value.Number number)
                    return new Value.Number(
                            number.raw().startsWith("-") ? number.raw().substring(1) : "-" + number.raw());
            }
            case "!" -> {
                if (value instanceof Value.Bool bool) return new Value.Bool(!bool.value());
            }
            default -> {}
        }
        return Evaluation.left(at, "it is only known when it runs");
    }

    Value ternary(Located at, @Nullable Frame frame, int depth) {
        SyntaxNode condition = at.node().child("condition");
        SyntaxNode yes = at.node().child("consequence");
        SyntaxNode no = at.node().child("alternative");
        if (condition == null || yes == null || no == null) return Evaluation.left(at, "it is damaged");
        Value when = evaluation.eval(at.at(condition), frame, depth);
        if (when instanceof Value.Bool bool) return evaluation.eval(at.at(bool.value() ? yes : no), frame, depth);
        Value one = evaluation.eval(at.at(yes), frame, depth);
        boolean constant = Evaluation.plain(one) != null || one instanceof Value.Nothing;
        return constant && one.equals(evaluation.eval(at.at(no), frame, depth))
                ? one
                : Evaluation.left(at, "it depends on a condition");
    }

    /** The text of an expression with {@code {}} for what is not constant. */
    String template(Located expression) {
        StringBuilder text = new StringBuilder();
        template(expression, text, 0);
        return text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text.toString();
    }

    private void template(Located expression, StringBuilder text, int depth) {
        if (text.length() > MAX_TEXT) return;
        Located at = expression.at(Kinds.unwrap(expression.node()));
        String plain = Evaluation.plain(evaluation.value(at));
        SyntaxNode node = at.node();
        if (plain != null) {
            text.append(plain);
        } else if (node.is(SyntaxKind.TEMPLATE_STRING)) {
            for (SyntaxNode child : node.children()) {
                if (!child.is(SyntaxKind.TEMPLATE_SUBSTITUTION)) {
                    String part = Literals.unescape(child.text());
                    text.append(part == null ? "{}" : part);
                } else if (child.children().isEmpty()) {
                    text.append("{}");
                } else {
                    template(at.at(child.children().get(0)), text, depth);
                }
            }
        } else if (node.is(SyntaxKind.BINARY_EXPRESSION) && summands(node).size() > 1) {
            for (SyntaxNode summand : summands(node)) template(at.at(summand), text, depth);
        } else {
            Located initial = depth < Evaluation.MAX_DEPTH ? initial(at) : null;
            if (initial == null) text.append("{}");
            else template(initial, text, depth + 1);
        }
    }

    /** What a constant name is declared as; null when that is not known. */
    private @Nullable Located initial(Located at) {
        if (!at.node().is(SyntaxKind.IDENTIFIER)) return null;
        Binding binding = at.module().binding(at.node(), at.node().text());
        if (binding == null || binding.reassigned()) return null;
        if (binding.sort == Binding.Sort.IMPORT)
            return program.targets().of(at.module(), binding) instanceof Target.Found found ? found.at() : null;
        SyntaxNode value = binding.value;
        boolean plain = binding.sort == Binding.Sort.VARIABLE && binding.path.isEmpty();
        return plain && value != null ? at.at(value) : null;
    }
}
