package io.github.assaymark.core.link;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Quantity;
import io.github.assaymark.model.catalogue.FactCatalogue;
import io.github.assaymark.model.catalogue.FactType;
import io.github.assaymark.model.catalogue.Property;
import io.github.assaymark.model.rule.Expr;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes expressions executable: composed lambdas, no byte code. */
public final class Linker {
    private final FactCatalogue catalogue;

    private Linker(FactCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * {@code expr} over the standard catalogue.
     *
     * @throws IllegalArgumentException when it names an unknown type or property, or holds a wrong regular expression
     */
    public static Fn link(Expr expr) {
        return link(expr, FactCatalogue.standard());
    }

    /** {@link #link(Expr)} over another catalogue. */
    public static Fn link(Expr expr, FactCatalogue catalogue) {
        return new Linker(catalogue).fn(expr);
    }

    /** The conjunction of expressions; true when there are none. */
    public static Fn linkAll(List<Expr> conjuncts, FactCatalogue catalogue) {
        if (conjuncts.size() == 1) return link(conjuncts.get(0), catalogue);
        Linker linker = new Linker(catalogue);
        return and(conjuncts.stream().map(linker::fn).toArray(Fn[]::new));
    }

    /** Equality as {@code ==} means it: absent equals absent, quantities by value. */
    public static boolean same(@Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) return left == right;
        if (left instanceof Quantity a && right instanceof Quantity b) return a.compareTo(b) == 0;
        return left.equals(right);
    }

    private Fn fn(Expr expr) {
        if (expr instanceof Expr.Prop p) return property(p);
        if (expr instanceof Expr.Const c) {
            Object value = c.value();
            return (own, outer, subject, env) -> value;
        }
        if (expr instanceof Expr.ParamRef p) {
            String name = p.name();
            return (own, outer, subject, env) -> env.value(name);
        }
        if (expr instanceof Expr.NowRef) return (own, outer, subject, env) -> env.now();
        if (expr instanceof Expr.Compare c) return compare(c);
        if (expr instanceof Expr.And a)
            return and(a.parts().stream().map(this::fn).toArray(Fn[]::new));
        if (expr instanceof Expr.Or o)
            return or(o.parts().stream().map(this::fn).toArray(Fn[]::new));
        if (expr instanceof Expr.Not n) {
            Fn part = fn(n.part());
            return (own, outer, subject, env) -> !part.test(own, outer, subject, env);
        }
        if (expr instanceof Expr.In i) return in(i);
        if (expr instanceof Expr.Matches m) return matches(m);
        if (expr instanceof Expr.Arithmetic a) return arithmetic(a);
        if (expr instanceof Expr.Call c) return new CallLinker(this::fn).link(c);
        throw new AssertionError(expr);
    }

    private Fn property(Expr.Prop p) {
        FactType type = catalogue.type(p.factType());
        Property property = type == null ? null : type.property(p.property());
        if (property == null)
            throw new IllegalArgumentException(p.place() + ": no property " + p.factType() + "." + p.property()
                    + " in the catalogue\n  Maybe the checklist was compiled against other fact types");
        String what = p.variable() + "." + p.property();
        return switch (p.role()) {
            case OWN -> (own, outer, subject, env) -> property.of(present(own, what));
            case OUTER -> (own, outer, subject, env) -> property.of(present(outer, what));
            case SUBJECT -> (own, outer, subject, env) -> property.of(present(subject, what));
        };
    }

    private static Fact present(@Nullable Fact fact, String what) {
        if (fact == null) throw new IllegalStateException("`" + what + "` is read where no such fact is bound");
        return fact;
    }

    private static Fn and(Fn[] parts) {
        return (own, outer, subject, env) -> {
            for (Fn part : parts) if (!part.test(own, outer, subject, env)) return false;
            return true;
        };
    }

    private static Fn or(Fn[] parts) {
        return (own, outer, subject, env) -> {
            for (Fn part : parts) if (part.test(own, outer, subject, env)) return true;
            return false;
        };
    }

    private Fn compare(Expr.Compare c) {
        Fn left = fn(c.left());
        Fn right = fn(c.right());
        return switch (c.comparison()) {
            case EQUAL ->
                (own, outer, subject, env) ->
                        same(left.get(own, outer, subject, env), right.get(own, outer, subject, env));
            case NOT_EQUAL ->
                (own, outer, subject, env) ->
                        !same(left.get(own, outer, subject, env), right.get(own, outer, subject, env));
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
                (own, outer, subject, env) -> ordered(
                        c.comparison(), left.get(own, outer, subject, env), right.get(own, outer, subject, env));
        };
    }

    @SuppressWarnings("unchecked") // the checker admits ordering only between values of one comparable type
    private static boolean ordered(Expr.Comparison comparison, @Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) return false;
        int order = ((Comparable<Object>) left).compareTo(right);
        return switch (comparison) {
            case LESS -> order < 0;
            case LESS_OR_EQUAL -> order <= 0;
            case GREATER -> order > 0;
            case GREATER_OR_EQUAL -> order >= 0;
            case EQUAL, NOT_EQUAL -> throw new AssertionError(comparison);
        };
    }

    private Fn in(Expr.In in) {
        Fn part = fn(in.part());
        if (in.options() instanceof Expr.Const c && c.value() instanceof List<?> list) {
            Set<Object> options = new HashSet<>(list);
            return (own, outer, subject, env) -> {
                Object value = part.get(own, outer, subject, env);
                return value != null && options.contains(value);
            };
        }
        Fn options = fn(in.options());
        return (own, outer, subject, env) -> {
            Object value = part.get(own, outer, subject, env);
            return value != null
                    && options.get(own, outer, subject, env) instanceof List<?> list
                    && list.contains(value);
        };
    }

    private Fn matches(Expr.Matches m) {
        Fn part = fn(m.part());
        TextPattern pattern = TextPattern.of(m.pattern(), m.place());
        return (own, outer, subject, env) ->
                part.get(own, outer, subject, env) instanceof String text && pattern.isIn(text);
    }

    private Fn arithmetic(Expr.Arithmetic a) {
        Fn left = fn(a.left());
        Fn right = fn(a.right());
        boolean minus = a.minus();
        return (own, outer, subject, env) -> {
            Object x = left.get(own, outer, subject, env);
            Object y = right.get(own, outer, subject, env);
            return x == null || y == null ? null : minus ? minus(x, y) : plus(x, y);
        };
    }

    private static Object plus(Object x, Object y) {
        if (x instanceof Long a && y instanceof Long b) return Math.addExact(a, b);
        if (x instanceof String a && y instanceof String b) return a + b;
        if (x instanceof Duration a && y instanceof Duration b) return a.plus(b);
        if (x instanceof Instant a && y instanceof Duration b) return a.plus(b);
        if (x instanceof Duration a && y instanceof Instant b) return b.plus(a);
        throw new IllegalStateException("cannot add " + x + " and " + y);
    }

    private static Object minus(Object x, Object y) {
        if (x instanceof Long a && y instanceof Long b) return Math.subtractExact(a, b);
        if (x instanceof Duration a && y instanceof Duration b) return a.minus(b);
        if (x instanceof Instant a && y instanceof Duration b) return a.minus(b);
        if (x instanceof Instant a && y instanceof Instant b) return Duration.between(b, a);
        throw new IllegalStateException("cannot take " + y + " from " + x);
    }
}
