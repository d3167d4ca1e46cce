package io.github.assaymark.core.facts;

import io.github.assaymark.core.link.Environment;
import io.github.assaymark.core.link.Fn;
import io.github.assaymark.core.link.Linker;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.catalogue.FactCatalogue;
import io.github.assaymark.model.rule.Expr;
import io.github.assaymark.model.rule.Pattern;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The equalities of a pattern between a property of its fact and something that is known before the fact is: a
 * constant, a parameter, a property of the subject or of the fact that a partner is sought for. Immutable.
 */
public final class Demands {
    private final Map<String, Demand> demands;
    private final boolean ofOuter;

    private record Demand(Fn value, boolean ofOuter) {}

    private Demands(Map<String, Demand> demands) {
        this.demands = demands;
        this.ofOuter = demands.values().stream().anyMatch(Demand::ofOuter);
    }

    /** Those among the conjuncts of a pattern. */
    public static Demands of(Pattern pattern, FactCatalogue catalogue) {
        Map<String, Demand> demands = new TreeMap<>();
        for (Expr conjunct : pattern.where()) add(conjunct, demands, catalogue);
        return new Demands(demands);
    }

    /** Whether they depend on the fact that a partner is sought for. */
    public boolean isOfOuter() {
        return ofOuter;
    }

    /**
     * The values that are demanded.
     *
     * @param outer the fact that a partner is sought for; null when it is none in particular
     */
    public Fixed fixed(@Nullable Fact outer, Fact subject, Environment env) {
        if (demands.isEmpty()) return Fixed.NOTHING;
        Map<String, String> values = new TreeMap<>();
        demands.forEach((property, demand) -> {
            if (demand.ofOuter() && outer == null) return;
            Object value = demand.value().get(null, outer, subject, env);
            if (value != null) values.put(property, value.toString());
        });
        return values.isEmpty() ? Fixed.NOTHING : new Fixed(values);
    }

    private static void add(Expr conjunct, Map<String, Demand> demands, FactCatalogue catalogue) {
        if (conjunct instanceof Expr.And and) and.parts().forEach(part -> add(part, demands, catalogue));
        Expr.Compare equality = equality(conjunct);
        if (equality == null || !(equality.left() instanceof Expr.Prop own)) return;
        Expr right = equality.right();
        boolean outer = right instanceof Expr.Prop other && other.role() == Expr.Role.OUTER;
        boolean known = outer
                || right instanceof Expr.Const
                || right instanceof Expr.ParamRef
                || (right instanceof Expr.Prop other && other.role() == Expr.Role.SUBJECT);
        if (known) demands.putIfAbsent(own.property(), new Demand(Linker.link(right, catalogue), outer));
    }

    /**
     * An equality of a property of the fact with something that is not absent; also where the property may be absent as
     * well: that a file does not say it of a fact takes nothing away from what other files say they hold.
     */
    private static Expr.@Nullable Compare equality(Expr expr) {
        if (expr instanceof Expr.Or or) {
            Expr.Compare found = null;
            String property = null;
            for (Expr part : or.parts()) {
                Expr.Compare compare = compare(part);
                if (compare == null || !(compare.left() instanceof Expr.Prop own)) return null;
                if (property != null && !property.equals(own.property())) return null;
                property = own.property();
                if (isAbsence(compare)) continue;
                if (found != null) return null;
                found = compare;
            }
            return found;
        }
        Expr.Compare compare = compare(expr);
        return compare == null || isAbsence(compare) ? null : compare;
    }

    private static Expr.@Nullable Compare compare(Expr expr) {
        return expr instanceof Expr.Compare compare
                        && compare.comparison() == Expr.Comparison.EQUAL
                        && compare.left() instanceof Expr.Prop own
                        && own.role() == Expr.Role.OWN
                ? compare
                : null;
    }

    private static boolean isAbsence(Expr.Compare compare) {
        return compare.right() instanceof Expr.Const constant && constant.value() == null;
    }
}
