package io.github.assaymark.dsl.internal;

import static io.github.assaymark.dsl.internal.ExprReader.quoted;

import io.github.assaymark.model.catalogue.FactType;
import io.github.assaymark.model.catalogue.Property;
import io.github.assaymark.model.catalogue.ValueType;
import io.github.assaymark.model.catalogue.ValueType.Kind;
import io.github.assaymark.model.rule.Canonical;
import io.github.assaymark.model.rule.Expr;
import io.github.assaymark.model.rule.Expr.Comparison;
import io.github.assaymark.model.rule.SourcePlace;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code == != < <= > >=}. */
final class Comparisons {
    private static final Set<Kind> ORDERED = EnumSet.of(Kind.INTEGER, Kind.INSTANT, Kind.DURATION, Kind.QUANTITY);

    private final ExprReader reader;
    private final Scope scope;

    Comparisons(ExprReader reader) {
        this.reader = reader;
        this.scope = reader.scope();
    }

    Expr read(Syntax.Operation o) {
        Comparison comparison = comparison(o.sign());
        if (o.left() instanceof Syntax.Null || o.right() instanceof Syntax.Null) return absence(o, comparison);
        Expr left;
        Expr right;
        if (flexible(o.left()) && !flexible(o.right())) {
            right = reader.read(o.right(), null);
            left = reader.read(o.left(), right.type());
        } else {
            left = reader.read(o.left(), null);
            right = reader.read(o.right(), left.type());
        }
        compatible(o, comparison, left, right);
        Expr result = ordered(comparison, left, right, scope.source().place(o.span()));
        if (result instanceof Expr.Compare c
                && c.comparison() == Comparison.EQUAL
                && c.left() instanceof Expr.Prop prop
                && c.right() instanceof Expr.Const constant) PolicyNames.note(prop, constant.value(), o.span(), scope);
        return result;
    }

    private static Comparison comparison(String sign) {
        for (Comparison comparison : Comparison.values()) if (comparison.sign().equals(sign)) return comparison;
        throw new AssertionError(sign);
    }

    /** Whether its type depends on what it is compared with. */
    private boolean flexible(Syntax s) {
        if (s instanceof Syntax.Name word) return !word.text().equals("now");
        if (s instanceof Syntax.Text || s instanceof Syntax.Sequence) return true;
        if (!(s instanceof Syntax.Member member)) return false;
        if (member.of() instanceof Syntax.Whole) return true;
        return member.of() instanceof Syntax.Name of && of.text().equals("arg");
    }

    private Expr absence(Syntax.Operation o, Comparison comparison) {
        Syntax operand = o.left() instanceof Syntax.Null ? o.right() : o.left();
        if (comparison != Comparison.EQUAL && comparison != Comparison.NOT_EQUAL)
            throw scope.refuse(o.span(), "`null` can only be compared with `==` and `!=`");
        if (operand instanceof Syntax.Null) throw scope.refuse(o.span(), "two constants are compared");
        Expr value = reader.read(operand, null);
        if (!(value instanceof Expr.Prop prop))
            throw scope.refuse(operand.span(), "only a property can be compared with `null`");
        FactType type = scope.item().catalogue().type(prop.factType());
        Property property = type == null ? null : type.property(prop.property());
        if (property != null && !property.nullable())
            throw scope.refuse(
                    o.span(),
                    quoted(prop) + " is never absent",
                    prop.type().kind() == Kind.TEXT
                            ? "`" + ExprReader.shown(prop) + ".isBlank()`"
                            : "leave the comparison out");
        SourcePlace place = scope.source().place(o.span());
        return new Expr.Compare(comparison, prop, new Expr.Const(null, prop.type(), place), place);
    }

    private void compatible(Syntax.Operation o, Comparison comparison, Expr left, Expr right) {
        ValueType a = left.type();
        ValueType b = right.type();
        if (left instanceof Expr.Const && right instanceof Expr.Const)
            throw scope.refuse(o.span(), "two constants are compared");
        if (a.kind() != b.kind() || (a.kind() == Kind.ENUM && !a.equals(b)))
            throw scope.refuse(
                    o.span(),
                    "cannot compare " + quoted(left) + " (" + a.display() + ") with " + quoted(right) + " ("
                            + b.display() + ")",
                    advice(left, right));
        boolean equality = comparison == Comparison.EQUAL || comparison == Comparison.NOT_EQUAL;
        if (a.kind() == Kind.TEXT_LIST)
            throw scope.refuse(
                    o.span(), "lists cannot be compared", "`containsAll`, `containsAny`, `size` or `isEmpty`");
        if (!equality && !ORDERED.contains(a.kind()))
            throw scope.refuse(
                    o.span(),
                    quoted(left) + " (" + a.display() + ") has no order, `" + comparison.sign() + "` needs one",
                    "`==` or `!=`");
        if (sameValue(left, right)) throw scope.refuse(o.span(), quoted(left) + " is compared with itself");
    }

    private static boolean sameValue(Expr left, Expr right) {
        return Canonical.id(left).equals(Canonical.id(right));
    }

    private static @Nullable String advice(Expr left, Expr right) {
        if (left.type().kind() == Kind.ENUM && right instanceof Expr.Const c && c.value() instanceof String text)
            return "`" + text + "` without quotes";
        if (right.type().kind() == Kind.ENUM && left instanceof Expr.Const c && c.value() instanceof String text)
            return "`" + text + "` without quotes";
        if (left.type().kind() == Kind.TEXT_LIST && right.type().kind() == Kind.TEXT)
            return "`" + ExprReader.shown(left) + ".contains(" + ExprReader.shown(right) + ")`";
        return null;
    }

    /** The pattern's own fact to the left, the most constant side to the right. */
    private static Expr ordered(Comparison comparison, Expr left, Expr right, SourcePlace place) {
        if (rank(left) <= rank(right)) return new Expr.Compare(comparison, left, right, place);
        Comparison turned = switch (comparison) {
            case LESS -> Comparison.GREATER;
            case LESS_OR_EQUAL -> Comparison.GREATER_OR_EQUAL;
            case GREATER -> Comparison.LESS;
            case GREATER_OR_EQUAL -> Comparison.LESS_OR_EQUAL;
            case EQUAL, NOT_EQUAL -> comparison;
        };
        return new Expr.Compare(turned, right, left, place);
    }

    private static int rank(Expr expr) {
        if (Reads.role(expr, Expr.Role.OWN)) return 0;
        if (Reads.role(expr, Expr.Role.OUTER)) return 1;
        if (Reads.role(expr, Expr.Role.SUBJECT)) return 2;
        return expr instanceof Expr.Const ? 4 : 3;
    }
}
