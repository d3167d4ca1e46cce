package io.github.assaymark.model.rule;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The identity of an expression as text: equal for equal meaning, different for different meaning. The rule network
 * merges constraints of equal identity and loses constraints that mean the same under two identities, so this is a
 * condition for right verdicts. Hence every constant is typed and quoted, and facts are named by their role in the
 * pattern, never by their variable.
 */
public final class Canonical {
    private Canonical() {}

    /** The identity of {@code expr}. */
    public static String id(Expr expr) {
        if (expr instanceof Expr.Prop p) return role(p.role()) + ":" + p.factType() + "." + p.property();
        if (expr instanceof Expr.ParamRef p)
            return "param:" + p.name() + ":" + p.type().kind();
        if (expr instanceof Expr.NowRef) return "now";
        if (expr instanceof Expr.Const c) return c.type().kind() + ":" + constant(c.value());
        if (expr instanceof Expr.Compare c)
            return "(" + id(c.left()) + " " + c.comparison().sign() + " " + id(c.right()) + ")";
        if (expr instanceof Expr.And a) return "and" + list(a.parts());
        if (expr instanceof Expr.Or o) return "or" + list(o.parts());
        if (expr instanceof Expr.Not n) return "not(" + id(n.part()) + ")";
        if (expr instanceof Expr.In i) return "(" + id(i.part()) + " in " + id(i.options()) + ")";
        if (expr instanceof Expr.Matches m) return "(" + id(m.part()) + " =~ " + quoted(m.pattern()) + ")";
        if (expr instanceof Expr.Arithmetic a)
            return "(" + id(a.left()) + (a.minus() ? " - " : " + ") + id(a.right()) + ")";
        if (expr instanceof Expr.Call c)
            return id(c.receiver()) + "." + c.function().name() + list(c.arguments());
        throw new AssertionError(expr);
    }

    /** The identity of several conjuncts, in their order. */
    public static String id(List<Expr> conjuncts) {
        return list(conjuncts);
    }

    private static String role(Expr.Role role) {
        return switch (role) {
            case OWN -> "this";
            case OUTER -> "that";
            case SUBJECT -> "subject";
        };
    }

    private static String list(List<Expr> parts) {
        return parts.stream().map(Canonical::id).collect(Collectors.joining(",", "[", "]"));
    }

    private static String constant(@Nullable Object value) {
        if (value == null) return "null";
        if (value instanceof List<?> list)
            return list.stream().map(Canonical::constant).collect(Collectors.joining(",", "[", "]"));
        return value.getClass().getSimpleName() + quoted(value.toString());
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
