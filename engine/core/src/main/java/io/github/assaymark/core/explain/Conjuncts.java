package io.github.assaymark.core.explain;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.catalogue.ValueType;
import io.github.assaymark.model.rule.Expr;
import io.github.assaymark.model.rule.Function;
import io.github.assaymark.model.verdict.NearMiss;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a conjunct demands of a fact, and what the fact has instead. */
final class Conjuncts {
    /** Distance from which on a fact is about something else. */
    static final int STRANGER = 100;

    private Conjuncts() {}

    /** The conjuncts with those that are conjunctions taken apart. */
    static List<Expr> flat(List<Expr> conjuncts) {
        return conjuncts.stream().flatMap(Conjuncts::flat).toList();
    }

    private static Stream<Expr> flat(Expr expr) {
        return expr instanceof Expr.And and ? and.parts().stream().flatMap(Conjuncts::flat) : Stream.of(expr);
    }

    /** How {@code fact} fails a conjunct. */
    static NearMiss.Difference difference(Bindings bindings, Expr conjunct, Fact fact, @Nullable Fact outer) {
        Wording wording = bindings.wording(outer);
        Expr.Prop prop = property(conjunct);
        if (prop == null) return new NearMiss.Difference(wording.expr(conjunct), null, null, null);
        Object value = bindings.property(fact, prop.property());
        return new NearMiss.Difference(
                wording.expr(conjunct),
                prop.property(),
                value == null ? null : Values.literal(value, prop.type()),
                expected(wording, conjunct));
    }

    /** The one property of the pattern's own fact a conjunct reads; null when it reads none or several. */
    static Expr.@Nullable Prop property(Expr conjunct) {
        Expr.Prop found = null;
        Set<String> names = new LinkedHashSet<>();
        for (Expr.Prop prop : Wording.reads(conjunct)) {
            if (prop.role() != Expr.Role.OWN) continue;
            names.add(prop.property());
            found = prop;
        }
        return names.size() == 1 ? found : null;
    }

    private static String expected(Wording wording, Expr conjunct) {
        if (conjunct instanceof Expr.Prop) return "true";
        if (conjunct instanceof Expr.Not not && not.part() instanceof Expr.Prop) return "false";
        if (conjunct instanceof Expr.Compare compare && compare.left() instanceof Expr.Prop left && own(left)) {
            String right = wording.expr(compare.right());
            return switch (compare.comparison()) {
                case EQUAL -> right.equals("null") ? "nothing" : right;
                case NOT_EQUAL -> right.equals("null") ? "a value" : "anything but " + right;
                default -> compare.comparison().sign() + " " + right;
            };
        }
        if (conjunct instanceof Expr.Matches matches && matches.part() instanceof Expr.Prop)
            return "a match of " + Values.literal(matches.pattern(), ValueType.TEXT);
        if (conjunct instanceof Expr.In in && in.part() instanceof Expr.Prop)
            return "one of " + wording.expr(in.options());
        if (conjunct instanceof Expr.Call call
                && call.receiver() instanceof Expr.Prop
                && !call.arguments().isEmpty())
            return call.function().text() + " " + wording.expr(call.arguments().get(0));
        return wording.expr(conjunct);
    }

    private static boolean own(Expr.Prop prop) {
        return prop.role() == Expr.Role.OWN;
    }

    /**
     * How far a fact that fails a conjunct is from meeting it: a wrong number, flag or word is near, a wrongly spelt
     * text less so, another text far, and the wrong relative farthest.
     */
    static int distance(Bindings bindings, Expr conjunct, Fact fact, @Nullable Fact outer) {
        Expr.Prop prop = property(conjunct);
        if (prop == null) return 8;
        if (prop.type().kind() != ValueType.Kind.TEXT) return 1;
        boolean relative = conjunct instanceof Expr.Compare compare && related(compare);
        int kin = relative || prop.property().equals("key") ? STRANGER : 0;
        Object value = bindings.property(fact, prop.property());
        String wanted = wanted(bindings, conjunct, fact, outer);
        if (!(value instanceof String text)) return 6 + kin;
        if (wanted == null) return 6 + kin;
        if (Spelling.variants(text, wanted)) return 2;
        int typos = Spelling.distance(text, wanted);
        return typos <= 2 ? 3 : 10 + kin;
    }

    private static boolean related(Expr.Compare compare) {
        return Wording.reads(compare).stream().anyMatch(prop -> prop.role() != Expr.Role.OWN);
    }

    private static @Nullable String wanted(Bindings bindings, Expr conjunct, Fact fact, @Nullable Fact outer) {
        Expr side = null;
        if (conjunct instanceof Expr.Compare compare && compare.comparison() == Expr.Comparison.EQUAL)
            side = Wording.readsOwn(compare.left()) ? compare.right() : compare.left();
        if (conjunct instanceof Expr.Call call && call.function() == Function.EQUALS_IGNORE_CASE)
            side = call.arguments().get(0);
        if (side == null) return null;
        try {
            return bindings.value(side, fact, outer) instanceof String text ? text : null;
        } catch (RuntimeException e) {
            return null; // cannot be computed, so nothing is near it
        }
    }
}
