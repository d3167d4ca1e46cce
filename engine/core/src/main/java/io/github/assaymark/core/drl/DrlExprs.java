package io.github.assaymark.core.drl;

import io.github.assaymark.model.Quantity;
import io.github.assaymark.model.catalogue.FactCatalogue;
import io.github.assaymark.model.catalogue.FactType;
import io.github.assaymark.model.catalogue.Property;
import io.github.assaymark.model.catalogue.ValueType;
import io.github.assaymark.model.rule.Expr;
import io.github.assaymark.model.rule.Function;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Expressions as DRL: its own operators where they mean the same, {@link DrlFunctions} where they do not. */
final class DrlExprs {
    private final FactCatalogue catalogue;
    private final String subject;
    private final String outer;
    private final Set<String> imports;

    /** {@code imports} collects the enumerations that are named. */
    DrlExprs(FactCatalogue catalogue, String subject, String outer, Set<String> imports) {
        this.catalogue = catalogue;
        this.subject = subject;
        this.outer = outer;
        this.imports = imports;
    }

    /** A condition, in parentheses where it is a part of another one. */
    String condition(Expr expr, boolean part) {
        if (expr instanceof Expr.And and) return joined(and.parts(), " && ", part);
        if (expr instanceof Expr.Or or) return joined(or.parts(), " || ", part);
        if (expr instanceof Expr.Not not) return "!(" + condition(not.part(), false) + ")";
        if (expr instanceof Expr.Compare compare) return compare(compare);
        if (expr instanceof Expr.In in) return "oneOf(" + value(in.part()) + ", " + value(in.options()) + ")";
        if (expr instanceof Expr.Matches matches)
            return "matchesRe2(" + value(matches.part()) + ", " + quoted(matches.pattern()) + ")";
        if (expr instanceof Expr.Prop prop) return value(prop) + " == true";
        if (expr instanceof Expr.ParamRef || expr instanceof Expr.Const) return "same(" + value(expr) + ", true)";
        return value(expr);
    }

    private String joined(List<Expr> parts, String by, boolean part) {
        String all = parts.stream().map(p -> condition(p, true)).collect(Collectors.joining(by));
        return part ? "(" + all + ")" : all;
    }

    private String compare(Expr.Compare compare) {
        Expr left = compare.left();
        Expr right = compare.right();
        String sign = " " + compare.comparison().sign() + " ";
        return switch (compare.comparison()) {
            case EQUAL, NOT_EQUAL -> {
                String enumeration = enumeration(left, right);
                if (enumeration != null) yield value(left) + sign + enumeration;
                if (isNative(left, right)) yield value(left) + sign + value(right);
                String same = "same(" + value(left) + ", " + value(right) + ")";
                yield compare.comparison() == Expr.Comparison.EQUAL ? same : "!" + same;
            }
            case LESS -> ordered("less", sign, left, right);
            case LESS_OR_EQUAL -> ordered("atMost", sign, left, right);
            case GREATER -> ordered("greater", sign, left, right);
            case GREATER_OR_EQUAL -> ordered("atLeast", sign, left, right);
        };
    }

    private String ordered(String function, String sign, Expr left, Expr right) {
        boolean whole = left.type().kind() == ValueType.Kind.INTEGER
                && left instanceof Expr.Prop
                && isPresent(left)
                && right instanceof Expr.Const
                && isPresent(right);
        return whole ? value(left) + sign + value(right) : function + "(" + value(left) + ", " + value(right) + ")";
    }

    /** Whether DRL's own equality of these two means the same. */
    private boolean isNative(Expr left, Expr right) {
        ValueType.Kind kind = left.type().kind();
        boolean simple = left instanceof Expr.Prop && (right instanceof Expr.Prop || right instanceof Expr.Const);
        if (kind == ValueType.Kind.INTEGER || kind == ValueType.Kind.BOOLEAN)
            return simple && isPresent(left) && isPresent(right) && !(right instanceof Expr.Prop);
        if (right instanceof Expr.Const none && none.value() == null)
            return left instanceof Expr.Prop && !isPresent(left);
        if (kind != ValueType.Kind.TEXT) return false;
        return left instanceof Expr.Prop
                && (simple || right instanceof Expr.Arithmetic || right instanceof Expr.ParamRef);
    }

    /** The constant of an enumeration a property is compared with; null when that is not what is compared. */
    private @Nullable String enumeration(Expr left, Expr right) {
        if (!(left instanceof Expr.Prop prop)
                || left.type().kind() != ValueType.Kind.ENUM
                || !(right instanceof Expr.Const constant)
                || !(constant.value() instanceof String word)) return null;
        for (RecordComponent component : type(prop.factType()).javaType().getRecordComponents())
            if (component.getName().equals(prop.property())) {
                String name = Objects.requireNonNull(component.getType().getCanonicalName());
                imports.add(name);
                return component.getType().getSimpleName() + "." + word;
            }
        return null;
    }

    private boolean isPresent(Expr expr) {
        if (expr instanceof Expr.Const constant) return constant.value() != null;
        if (expr instanceof Expr.Prop prop) return !property(prop).nullable();
        return expr instanceof Expr.NowRef;
    }

    String value(Expr expr) {
        if (expr instanceof Expr.Prop prop)
            return switch (prop.role()) {
                case OWN -> prop.property();
                case OUTER -> outer + "." + prop.property();
                case SUBJECT -> subject + "." + prop.property();
            };
        if (expr instanceof Expr.ParamRef param) return param(param);
        if (expr instanceof Expr.NowRef) return "$env.now()";
        if (expr instanceof Expr.Const constant) return constant(constant.value());
        if (expr instanceof Expr.Arithmetic sum) return arithmetic(sum);
        if (expr instanceof Expr.Call call) return call(call);
        return condition(expr, true);
    }

    private static String param(Expr.ParamRef param) {
        String function = switch (param.type().kind()) {
            case TEXT -> "text";
            case TEXT_LIST -> "texts";
            default -> "param";
        };
        return function + "($env, " + quoted(param.name()) + ")";
    }

    private String arithmetic(Expr.Arithmetic sum) {
        String left = value(sum.left());
        String right = value(sum.right());
        if (sum.type().kind() != ValueType.Kind.TEXT)
            return (sum.minus() ? "minus(" : "plus(") + left + ", " + right + ")";
        boolean present = isPresent(sum.left()) && isPresent(sum.right());
        return present ? left + " + " + right : "join(" + left + ", " + right + ")";
    }

    private String call(Expr.Call call) {
        List<String> arguments = new ArrayList<>();
        arguments.add(value(call.receiver()));
        call.arguments().forEach(argument -> arguments.add(value(argument)));
        return name(call.function()) + "(" + String.join(", ", arguments) + ")";
    }

    private static String name(Function function) {
        return switch (function) { // `contains` is an operator of DRL
            case CONTAINS_TEXT -> "containsText";
            case CONTAINS_ITEM -> "containsItem";
            case REQUESTS_TEXT -> "requestsText";
            case REQUESTS_ITEM -> "requestsItem";
            default -> function.text();
        };
    }

    private static String constant(@Nullable Object value) {
        if (value == null) return "null";
        if (value instanceof String text) return quoted(text);
        if (value instanceof Long number) return number == number.intValue() ? number.toString() : number + "L";
        if (value instanceof java.time.Duration d) return "duration(" + quoted(d.toString()) + ")";
        if (value instanceof java.time.Instant i) return "instant(" + quoted(i.toString()) + ")";
        if (value instanceof Quantity q)
            return "quantity(" + quoted(q.amount().toPlainString()) + ", "
                    + quoted(q.unit().name()) + ")";
        if (value instanceof List<?> list)
            return list.stream().map(DrlExprs::constant).collect(Collectors.joining(", ", "list(", ")"));
        return value.toString();
    }

    static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ' || c > '~') out.append(String.format(java.util.Locale.ROOT, "\\u%04x", (int) c));
                    else out.append(c);
                }
            }
        }
        return out.append('"').toString();
    }

    private Property property(Expr.Prop prop) {
        return Objects.requireNonNull(type(prop.factType()).property(prop.property()), prop.property());
    }

    private FactType type(String name) {
        FactType type = catalogue.type(name);
        if (type == null)
            throw new IllegalArgumentException("no fact type " + name
                    + " in the catalogue\n  Maybe the checklist was compiled against other fact types");
        return type;
    }
}
