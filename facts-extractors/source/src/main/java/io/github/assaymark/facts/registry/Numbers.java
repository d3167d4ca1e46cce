package io.github.assaymark.facts.registry;

import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Whole numbers of source code, with the products and sums people write them as. */
public final class Numbers {
    private static final int DEPTH = 8;

    private Numbers() {}

    /** The whole number an expression stands for; null when it is none, or not constant. */
    public static @Nullable Long whole(Resolver resolver, Located expression) {
        return whole(resolver, expression, 0);
    }

    private static @Nullable Long whole(Resolver resolver, Located expression, int depth) {
        if (depth > DEPTH) return null;
        Value value = resolver.value(expression);
        if (value instanceof Value.Number number) return whole(number.raw());
        if (value instanceof Value.Open open) return computed(resolver, open.expression(), depth);
        return null;
    }

    private static @Nullable Long computed(Resolver resolver, Located expression, int depth) {
        SyntaxNode node = expression.node();
        if (node.is(SyntaxKind.PARENTHESIZED_EXPRESSION) && node.children().size() == 1)
            return computed(resolver, expression.at(node.children().get(0)), depth + 1);
        if (!node.is(SyntaxKind.BINARY_EXPRESSION)) return null;
        Located left = expression.child("left");
        Located right = expression.child("right");
        SyntaxNode operator = node.child("operator");
        if (left == null || right == null || operator == null) return null;
        Long a = whole(resolver, left, depth + 1);
        Long b = whole(resolver, right, depth + 1);
        if (a == null || b == null) return null;
        try {
            return switch (operator.text()) {
                case "*" -> Math.multiplyExact(a, b);
                case "+" -> Math.addExact(a, b);
                case "-" -> Math.subtractExact(a, b);
                case "/" -> b != 0 && a % b == 0 ? (Long) (a / b) : null;
                default -> null;
            };
        } catch (ArithmeticException e) {
            return null;
        }
    }

    /** The whole number that a literal such as {@code 60_000}, {@code 1e3} or {@code 0x10} writes; null when none. */
    public static @Nullable Long whole(String raw) {
        String digits = raw.replace("_", "");
        if (digits.endsWith("n")) digits = digits.substring(0, digits.length() - 1);
        if (digits.isEmpty() || digits.length() > 40) return null;
        try {
            if (digits.length() > 2 && digits.charAt(0) == '0' && Character.isLetter(digits.charAt(1))) {
                int radix = switch (digits.charAt(1)) {
                    case 'x', 'X' -> 16;
                    case 'o', 'O' -> 8;
                    case 'b', 'B' -> 2;
                    default -> 0;
                };
                return radix == 0 ? null : (Long) new BigInteger(digits.substring(2), radix).longValueExact();
            }
            BigDecimal decimal = new BigDecimal(digits);
            if (Math.abs((long) decimal.scale()) > 40) return null;
            return decimal.longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            return null;
        }
    }
}
