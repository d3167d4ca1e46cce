package io.github.assaymark.core.facts;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.rule.Expr;
import io.github.assaymark.model.rule.Pattern;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a pattern demands of properties by an equality with a constant. Coverage that is limited to other values says
 * nothing about the facts it can match.
 *
 * @param values by property
 */
public record Fixed(Map<String, String> values) {
    /** Demands nothing. */
    public static final Fixed NOTHING = new Fixed(Map.of());

    /** Copies the map. */
    public Fixed {
        values = Map.copyOf(values);
    }

    /** The equalities among the conjuncts of a pattern. */
    public static Fixed by(Pattern pattern) {
        Map<String, String> values = new TreeMap<>();
        for (Expr conjunct : pattern.where()) add(conjunct, values);
        return values.isEmpty() ? NOTHING : new Fixed(values);
    }

    private static void add(Expr conjunct, Map<String, String> values) {
        if (conjunct instanceof Expr.And and) and.parts().forEach(part -> add(part, values));
        if (conjunct instanceof Expr.Compare compare
                && compare.comparison() == Expr.Comparison.EQUAL
                && compare.left() instanceof Expr.Prop prop
                && prop.role() == Expr.Role.OWN
                && compare.right() instanceof Expr.Const constant
                && constant.value() instanceof String value) values.putIfAbsent(prop.property(), value);
    }

    /** Whether coverage with these limits ({@link Coverage#about}) speaks of facts that the pattern can match. */
    public boolean concerns(List<String> about) {
        for (String limit : about) {
            int sign = limit.indexOf('=');
            if (sign < 1) continue;
            boolean except = limit.charAt(sign - 1) == '!';
            String value = values.get(limit.substring(0, except ? sign - 1 : sign));
            if (value == null) continue;
            if (List.of(limit.substring(sign + 1).split(",", -1)).contains(value) == except) return false;
        }
        return true;
    }
}
