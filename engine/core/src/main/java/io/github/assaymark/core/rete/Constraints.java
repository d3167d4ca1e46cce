package io.github.assaymark.core.rete;

import static org.drools.model.PatternDSL.alphaIndexedBy;
import static org.drools.model.PatternDSL.betaIndexedBy;

import io.github.assaymark.core.link.Fn;
import io.github.assaymark.core.link.Linker;
import io.github.assaymark.core.link.Reads;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.catalogue.FactCatalogue;
import io.github.assaymark.model.catalogue.FactType;
import io.github.assaymark.model.catalogue.Property;
import io.github.assaymark.model.catalogue.ValueType;
import io.github.assaymark.model.rule.Canonical;
import io.github.assaymark.model.rule.Expr;
import java.util.Objects;
import org.drools.model.BetaIndex;
import org.drools.model.Index;
import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.Variable;
import org.jspecify.annotations.Nullable;

/**
 * Turns conjuncts into constraints. The network shares constraints of one id whatever their predicate, and of several
 * ids for one indexed value it keeps only one: so the id is the canonical text of the expression, and index and
 * predicate follow from the same expression.
 */
final class Constraints {
    /** Index number of the owner in types whose owner is no property. */
    private static final int OWNER = 1_000;

    /** Whole numbers beyond are not told apart by the network's hash of constants, which goes through double. */
    private static final long EXACT = 1L << 53;

    private final FactCatalogue catalogue;

    Constraints(FactCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    FactType type(String name) {
        FactType type = catalogue.type(name);
        if (type == null)
            throw new IllegalArgumentException("no fact type " + name
                    + " in the catalogue\n  Maybe the checklist was compiled against other fact types");
        return type;
    }

    /** Adds {@code expr} to the pattern of a fact. */
    PatternDef<Fact> add(PatternDef<Fact> pattern, Expr expr, Bound bound) {
        Expr normal = normal(expr);
        String id = Canonical.id(normal);
        Fn fn = Linker.link(normal, catalogue);
        Reads reads = Reads.of(normal);
        Expr.Compare equality = normal instanceof Expr.Compare c && c.comparison() == Expr.Comparison.EQUAL ? c : null;
        if (!reads.outer() && !reads.subject() && !reads.environment())
            return alpha(pattern, id, fn, equality == null ? null : constant(equality), equality);
        return beta(pattern, id, fn, reads, bound, equality);
    }

    /** Demands that the fact has the owner of {@code other}. */
    PatternDef<Fact> sameOwner(
            PatternDef<Fact> pattern, FactType type, Variable<Fact> other, String role, FactType its) {
        Property property = type.property("owner");
        return pattern.expr(
                "(this:" + type + ".owner == " + role + ":" + its + ".owner)",
                other,
                (fact, that) -> fact.owner().equals(that.owner()),
                betaIndexedBy(
                        Object.class,
                        Index.ConstraintType.EQUAL,
                        property == null ? OWNER : property.index(),
                        Fact::owner,
                        Fact::owner,
                        Object.class));
    }

    /** The own property on the left, and a constant of the property's type: one text for one meaning. */
    private static Expr normal(Expr expr) {
        if (!(expr instanceof Expr.Compare c)
                || (c.comparison() != Expr.Comparison.EQUAL && c.comparison() != Expr.Comparison.NOT_EQUAL))
            return expr;
        boolean swap = isOwn(c.right()) && !isOwn(c.left());
        Expr left = swap ? c.right() : c.left();
        Expr right = swap ? c.left() : c.right();
        if (isOwn(left) && right instanceof Expr.Const k) right = new Expr.Const(k.value(), left.type(), k.place());
        return new Expr.Compare(c.comparison(), left, right, c.place());
    }

    private static boolean isOwn(Expr expr) {
        return expr instanceof Expr.Prop p && p.role() == Expr.Role.OWN;
    }

    private PatternDef<Fact> alpha(
            PatternDef<Fact> pattern, String id, Fn fn, @Nullable Object constant, Expr.@Nullable Compare equality) {
        if (constant == null || equality == null)
            return pattern.expr(id, fact -> fn.test(fact, null, null, Surroundings.NONE));
        Property property = property((Expr.Prop) equality.left());
        return indexed(pattern, id, fn, property, constant);
    }

    @SuppressWarnings("unchecked") // the class of a value is a class of that value
    private static <T> PatternDef<Fact> indexed(
            PatternDef<Fact> pattern, String id, Fn fn, Property property, T constant) {
        return pattern.expr(
                id,
                fact -> fn.test(fact, null, null, Surroundings.NONE),
                alphaIndexedBy(
                        (Class<T>) constant.getClass(),
                        Index.ConstraintType.EQUAL,
                        property.index(),
                        fact -> (T) property.of(fact),
                        constant));
    }

    /** The constant of an equality that can be indexed; null when it cannot. */
    private static @Nullable Object constant(Expr.Compare equality) {
        if (!isOwn(equality.left()) || !(equality.right() instanceof Expr.Const k)) return null;
        Object value = k.value();
        if (value instanceof Long number) return Math.abs(number) < EXACT ? number : null;
        return value instanceof String || value instanceof Boolean ? value : null;
    }

    private PatternDef<Fact> beta(
            PatternDef<Fact> pattern, String id, Fn fn, Reads reads, Bound bound, Expr.@Nullable Compare equality) {
        Variable<Fact> outer = reads.outer() ? Objects.requireNonNull(bound.outer(), id) : null;
        Variable<Fact> subject = reads.subject() ? Objects.requireNonNull(bound.subject(), id) : null;
        Variable<Surroundings> env = reads.environment() ? Objects.requireNonNull(bound.surroundings(), id) : null;
        if (outer != null && subject != null && env != null)
            return pattern.expr(id, outer, subject, env, (f, o, s, e) -> fn.test(f, o, s, e.environment()));
        if (outer != null && subject != null)
            return pattern.expr(id, outer, subject, (f, o, s) -> fn.test(f, o, s, Surroundings.NONE));
        if (outer != null && env != null)
            return pattern.expr(id, outer, env, (f, o, e) -> fn.test(f, o, null, e.environment()));
        if (subject != null && env != null)
            return pattern.expr(id, subject, env, (f, s, e) -> fn.test(f, null, s, e.environment()));
        Fn key = equality == null ? null : key(equality);
        if (outer != null) {
            if (key == null) return pattern.expr(id, outer, (f, o) -> fn.test(f, o, null, Surroundings.NONE));
            return pattern.expr(
                    id,
                    outer,
                    (f, o) -> fn.test(f, o, null, Surroundings.NONE),
                    index(equality, o -> key.get(null, o, null, Surroundings.NONE)));
        }
        if (subject != null) {
            if (key == null) return pattern.expr(id, subject, (f, s) -> fn.test(f, null, s, Surroundings.NONE));
            return pattern.expr(
                    id,
                    subject,
                    (f, s) -> fn.test(f, null, s, Surroundings.NONE),
                    index(equality, s -> key.get(null, null, s, Surroundings.NONE)));
        }
        Objects.requireNonNull(env);
        if (key == null) return pattern.expr(id, env, (f, e) -> fn.test(f, null, null, e.environment()));
        return pattern.expr(
                id,
                env,
                (f, e) -> fn.test(f, null, null, e.environment()),
                index(equality, e -> key.get(null, null, null, e.environment())));
    }

    /** The side of an equality an own property is looked up by; null when the equality cannot be indexed. */
    private @Nullable Fn key(Expr.Compare equality) {
        if (!isOwn(equality.left()) || Reads.of(equality.right()).own()) return null;
        ValueType.Kind kind = equality.left().type().kind();
        boolean hashed = kind != ValueType.Kind.QUANTITY && kind != ValueType.Kind.TEXT_LIST; // equals is not `==`
        return hashed ? Linker.link(equality.right(), catalogue) : null;
    }

    private interface Key<U> {
        @Nullable
        Object of(U other);
    }

    private <U> BetaIndex<Fact, U, Object> index(Expr.@Nullable Compare equality, Key<U> key) {
        Property property =
                property((Expr.Prop) Objects.requireNonNull(equality).left());
        return betaIndexedBy(
                Object.class, Index.ConstraintType.EQUAL, property.index(), property::of, key::of, Object.class);
    }

    private Property property(Expr.Prop prop) {
        return Objects.requireNonNull(type(prop.factType()).property(prop.property()), prop.property());
    }
}
