package io.github.assaymark.dsl.internal;

import io.github.assaymark.model.rule.Expr;
import java.util.ArrayList;
import java.util.List;

/** What an expression reads. */
final class Reads {
    private Reads() {}

    /** Whether it reads a property of the fact in that role. */
    static boolean role(Expr expr, Expr.Role role) {
        if (expr instanceof Expr.Prop prop) return prop.role() == role;
        return parts(expr).stream().anyMatch(part -> role(part, role));
    }

    /** Whether its value is the same for all facts, parameters and moments. */
    static boolean nothing(Expr expr) {
        if (expr instanceof Expr.Prop || expr instanceof Expr.ParamRef || expr instanceof Expr.NowRef) return false;
        return parts(expr).stream().allMatch(Reads::nothing);
    }

    private static List<Expr> parts(Expr expr) {
        if (expr instanceof Expr.Compare c) return List.of(c.left(), c.right());
        if (expr instanceof Expr.And a) return a.parts();
        if (expr instanceof Expr.Or o) return o.parts();
        if (expr instanceof Expr.Not n) return List.of(n.part());
        if (expr instanceof Expr.In i) return List.of(i.part(), i.options());
        if (expr instanceof Expr.Matches m) return List.of(m.part());
        if (expr instanceof Expr.Arithmetic a) return List.of(a.left(), a.right());
        if (expr instanceof Expr.Call c) {
            List<Expr> parts = new ArrayList<>(c.arguments());
            parts.add(c.receiver());
            return parts;
        }
        return List.of();
    }
}
