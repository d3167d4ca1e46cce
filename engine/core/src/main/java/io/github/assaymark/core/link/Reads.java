package io.github.assaymark.core.link;

import io.github.assaymark.model.catalogue.ValueType;
import io.github.assaymark.model.rule.Expr;
import io.github.assaymark.model.rule.Function;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * What expressions read.
 *
 * @param own the fact of their own pattern
 * @param outer the fact of the pattern before
 * @param subject the judged fact
 * @param now the moment of the assessment
 * @param parameters names of checklist parameters, sorted
 */
public record Reads(boolean own, boolean outer, boolean subject, boolean now, Set<String> parameters) {

    /** Whether they read {@code now} or a parameter. */
    public boolean environment() {
        return now || !parameters.isEmpty();
    }

    /** What one expression reads. */
    public static Reads of(Expr expr) {
        return of(List.of(expr));
    }

    /** What expressions read together. */
    public static Reads of(Collection<? extends Expr> exprs) {
        List<Expr> nodes = nodes(exprs);
        return new Reads(
                role(nodes, Expr.Role.OWN),
                role(nodes, Expr.Role.OUTER),
                role(nodes, Expr.Role.SUBJECT),
                nodes.stream().anyMatch(Expr.NowRef.class::isInstance),
                parameters(nodes));
    }

    /** The properties an expression reads, in the order of the text. */
    public static List<Expr.Prop> properties(Expr expr) {
        return nodes(List.of(expr)).stream()
                .filter(Expr.Prop.class::isInstance)
                .map(Expr.Prop.class::cast)
                .toList();
    }

    /**
     * Whether evaluating the expression may throw: quantities of different dimensions, arithmetic that overflows, globs
     * that are no constants.
     */
    public static boolean canFail(Expr expr) {
        return nodes(List.of(expr)).stream().anyMatch(Reads::nodeCanFail);
    }

    private static boolean nodeCanFail(Expr node) {
        if (node instanceof Expr.Compare c) return c.left().type().kind() == ValueType.Kind.QUANTITY;
        if (node instanceof Expr.Call c)
            return c.function() == Function.GLOB && !(c.arguments().get(0) instanceof Expr.Const);
        if (node instanceof Expr.Arithmetic a)
            return switch (a.type().kind()) {
                case TEXT -> false;
                case DURATION -> a.left().type().kind() != ValueType.Kind.INSTANT; // a difference of instants is safe
                default -> true;
            };
        return false;
    }

    private static boolean role(List<Expr> nodes, Expr.Role role) {
        return nodes.stream().anyMatch(node -> node instanceof Expr.Prop p && p.role() == role);
    }

    private static Set<String> parameters(List<Expr> nodes) {
        Set<String> names = new TreeSet<>();
        for (Expr node : nodes) if (node instanceof Expr.ParamRef p) names.add(p.name());
        return names;
    }

    private static List<Expr> nodes(Collection<? extends Expr> exprs) {
        List<Expr> nodes = new ArrayList<>();
        exprs.forEach(expr -> walk(expr, nodes::add));
        return nodes;
    }

    /** Visits an expression and all its parts, outermost first, in the order of the text. */
    public static void walk(Expr expr, Consumer<Expr> visitor) {
        visitor.accept(expr);
        if (expr instanceof Expr.Compare c) {
            walk(c.left(), visitor);
            walk(c.right(), visitor);
        } else if (expr instanceof Expr.And a) {
            a.parts().forEach(part -> walk(part, visitor));
        } else if (expr instanceof Expr.Or o) {
            o.parts().forEach(part -> walk(part, visitor));
        } else if (expr instanceof Expr.Not n) {
            walk(n.part(), visitor);
        } else if (expr instanceof Expr.In i) {
            walk(i.part(), visitor);
            walk(i.options(), visitor);
        } else if (expr instanceof Expr.Matches m) {
            walk(m.part(), visitor);
        } else if (expr instanceof Expr.Arithmetic a) {
            walk(a.left(), visitor);
            walk(a.right(), visitor);
        } else if (expr instanceof Expr.Call c) {
            walk(c.receiver(), visitor);
            c.arguments().forEach(argument -> walk(argument, visitor));
        }
    }
}
