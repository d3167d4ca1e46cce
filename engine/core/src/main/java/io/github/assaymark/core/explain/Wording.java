package io.github.assaymark.core.explain;

import io.github.assaymark.model.rule.Condition;
import io.github.assaymark.model.rule.Expr;
import io.github.assaymark.model.rule.Pattern;
import io.github.assaymark.model.rule.Qualifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Conditions as text, as an author would write them, without the variable of the pattern they belong to. With values at
 * hand, whatever does not read the pattern's own fact is replaced by its value.
 */
final class Wording {
    /** What an expression that does not read the pattern's own fact is worth here. */
    @FunctionalInterface
    interface Known {
        /** Its value as text; null to leave the expression as it is written. */
        @Nullable
        String literal(Expr expr);
    }

    private static final int MAX_LABEL = 160;

    /** As it is written. */
    static final Wording WRITTEN = new Wording(expr -> null);

    private final Known known;

    Wording(Known known) {
        this.known = known;
    }

    /** The author's label, else the condition as it is written. */
    static String label(Condition condition) {
        String label = condition.label();
        if (label != null) return label;
        String text = WRITTEN.condition(condition);
        return text.length() <= MAX_LABEL ? text : text.substring(0, MAX_LABEL) + "...";
    }

    /** The word the condition begins with. */
    static String kind(Condition condition) {
        if (condition instanceof Condition.AllOf) return "allOf";
        if (condition instanceof Condition.AnyOf) return "anyOf";
        if (condition instanceof Condition.Some) return "some";
        if (condition instanceof Condition.No) return "no";
        if (condition instanceof Condition.Count count) return count.quantity().text();
        if (condition instanceof Condition.Attested) return "attested";
        if (condition instanceof Condition.VerdictOf) return "verdictOf";
        return "every";
    }

    String condition(Condition condition) {
        if (condition instanceof Condition.AllOf) return "all of these";
        if (condition instanceof Condition.AnyOf) return "any of these";
        if (condition instanceof Condition.Some some) return "some " + pattern(some.pattern());
        if (condition instanceof Condition.No no) return "no " + pattern(no.pattern());
        if (condition instanceof Condition.EveryMust every)
            return "every " + pattern(every.pattern()) + " must " + conjuncts(every.must());
        if (condition instanceof Condition.EveryHas every)
            return "every " + pattern(every.pattern()) + " has " + WRITTEN.pattern(every.partner());
        if (condition instanceof Condition.EveryHasNo every)
            return "every " + pattern(every.pattern()) + " has no " + WRITTEN.pattern(every.partner());
        if (condition instanceof Condition.Count count)
            return words(count.quantity()) + " " + expr(count.number()) + " " + pattern(count.pattern())
                    + (count.distinctBy() == null ? "" : " with distinct " + expr(count.distinctBy()));
        if (condition instanceof Condition.Attested attested) return attested(attested);
        if (condition instanceof Condition.VerdictOf verdict) return asked(verdict);
        throw new AssertionError(condition);
    }

    private static String asked(Condition.VerdictOf verdict) {
        Condition.Having having = verdict.having();
        String what = having == null
                ? "green verdicts"
                : (having.none() ? "no verdict " : "a verdict ")
                        + having.outcomes().stream().map(Enum::name).collect(Collectors.joining(" or "));
        return what + " of " + verdict.target()
                + (verdict.upTo() == null ? "" : " up to " + verdict.upTo())
                + (verdict.except().isEmpty() ? "" : " without " + String.join(" and ", verdict.except()))
                + (verdict.waivedCounts() ? ", waived ones count" : "");
    }

    private String roles(Expr roles) {
        if (!(roles instanceof Expr.Const constant)) return expr(roles);
        return constant.value() instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(" or "))
                : Values.plain(constant.value());
    }

    static String words(Condition.Quantity quantity) {
        return switch (quantity) {
            case AT_LEAST -> "at least";
            case AT_MOST -> "at most";
            case EXACTLY -> "exactly";
        };
    }

    private String attested(Condition.Attested attested) {
        StringBuilder text = new StringBuilder("attested");
        if (attested.roles() != null) text.append(" by ").append(roles(attested.roles()));
        if (attested.within() != null) text.append(" within ").append(Values.plain(attested.within()));
        if (attested.revision()) text.append(" for this revision");
        if (attested.bound() != null) text.append(" for the content of ").append(pattern(attested.bound()));
        if (!(attested.quorum() instanceof Expr.Const c && Long.valueOf(1).equals(c.value())))
            text.append(" by ").append(expr(attested.quorum())).append(" persons");
        return text.toString();
    }

    String pattern(Pattern pattern) {
        return type(pattern) + where(pattern.where()) + qualifiers(pattern.qualifiers());
    }

    static String type(Pattern pattern) {
        return (pattern.side() == Pattern.Side.BASE ? "base " : "") + pattern.factType();
    }

    String where(List<Expr> where) {
        return where.isEmpty() ? "" : " where " + conjuncts(where);
    }

    private String qualifiers(Qualifiers qualifiers) {
        StringBuilder text = new StringBuilder();
        if (qualifiers.thisRevision()) text.append(", at this revision");
        if (qualifiers.fresh() != null) text.append(", not older than ").append(Values.plain(qualifiers.fresh()));
        if (qualifiers.settled() != null)
            text.append(", at least ")
                    .append(Values.plain(qualifiers.settled()))
                    .append(" old");
        return text.toString();
    }

    String conjuncts(List<Expr> conjuncts) {
        return conjuncts.stream()
                .map(part -> part instanceof Expr.Or && conjuncts.size() > 1 ? "(" + expr(part) + ")" : expr(part))
                .collect(Collectors.joining(" && "));
    }

    String expr(Expr expr) {
        String value = readsOwn(expr) ? null : known.literal(expr);
        return value == null ? written(expr) : value;
    }

    private String written(Expr expr) {
        if (expr instanceof Expr.Prop p) return property(p);
        if (expr instanceof Expr.ParamRef p) return "param." + p.name();
        if (expr instanceof Expr.NowRef) return "now";
        if (expr instanceof Expr.Const c) return Values.literal(c.value(), c.type());
        if (expr instanceof Expr.Compare c)
            return operand(c.left()) + " " + c.comparison().sign() + " " + operand(c.right());
        if (expr instanceof Expr.And a) return parts(a.parts(), " && ");
        if (expr instanceof Expr.Or o) return parts(o.parts(), " || ");
        if (expr instanceof Expr.Not n) return "!" + tight(n.part());
        if (expr instanceof Expr.In i) return operand(i.part()) + " in " + expr(i.options());
        if (expr instanceof Expr.Matches m)
            return operand(m.part()) + " =~ "
                    + Values.literal(m.pattern(), io.github.assaymark.model.catalogue.ValueType.TEXT);
        if (expr instanceof Expr.Arithmetic a)
            return operand(a.left())
                    + (a.minus() ? " - " : " + ")
                    + (a.right() instanceof Expr.Arithmetic ? "(" + expr(a.right()) + ")" : operand(a.right()));
        if (expr instanceof Expr.Call c)
            return tight(c.receiver()) + "." + c.function().text()
                    + c.arguments().stream().map(this::expr).collect(Collectors.joining(", ", "(", ")"));
        throw new AssertionError(expr);
    }

    private static String property(Expr.Prop prop) {
        return switch (prop.role()) {
            case OWN -> prop.property();
            case OUTER -> prop.variable() + "." + prop.property();
            case SUBJECT -> "subject." + prop.property();
        };
    }

    private String parts(List<Expr> parts, String joint) {
        return parts.stream()
                .map(part -> part instanceof Expr.And || part instanceof Expr.Or ? "(" + expr(part) + ")" : expr(part))
                .collect(Collectors.joining(joint));
    }

    private String operand(Expr expr) {
        boolean logical = expr instanceof Expr.And
                || expr instanceof Expr.Or
                || expr instanceof Expr.Compare
                || expr instanceof Expr.In
                || expr instanceof Expr.Matches;
        return logical ? "(" + expr(expr) + ")" : expr(expr);
    }

    private String tight(Expr expr) {
        boolean atom = expr instanceof Expr.Prop
                || expr instanceof Expr.Call
                || expr instanceof Expr.Const
                || expr instanceof Expr.ParamRef
                || expr instanceof Expr.NowRef;
        return atom ? expr(expr) : "(" + expr(expr) + ")";
    }

    static boolean readsOwn(Expr expr) {
        return reads(expr).stream().anyMatch(prop -> prop.role() == Expr.Role.OWN);
    }

    /** The properties an expression reads, in the order of the text, with repetitions. */
    static List<Expr.Prop> reads(Expr expr) {
        List<Expr.Prop> found = new ArrayList<>();
        collect(expr, found);
        return found;
    }

    private static void collect(Expr expr, List<Expr.Prop> into) {
        if (expr instanceof Expr.Prop p) into.add(p);
        for (Expr part : parts(expr)) collect(part, into);
    }

    /** The expressions an expression is made of. */
    static List<Expr> parts(Expr expr) {
        if (expr instanceof Expr.Compare c) return List.of(c.left(), c.right());
        if (expr instanceof Expr.And a) return a.parts();
        if (expr instanceof Expr.Or o) return o.parts();
        if (expr instanceof Expr.Not n) return List.of(n.part());
        if (expr instanceof Expr.In i) return List.of(i.part(), i.options());
        if (expr instanceof Expr.Matches m) return List.of(m.part());
        if (expr instanceof Expr.Arithmetic a) return List.of(a.left(), a.right());
        if (expr instanceof Expr.Call c) {
            List<Expr> parts = new ArrayList<>(List.of(c.receiver()));
            parts.addAll(c.arguments());
            return parts;
        }
        return List.of();
    }
}
