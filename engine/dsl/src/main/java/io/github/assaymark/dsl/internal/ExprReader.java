package io.github.assaymark.dsl.internal;

import io.github.assaymark.model.catalogue.FactType;
import io.github.assaymark.model.catalogue.Property;
import io.github.assaymark.model.catalogue.ValueType;
import io.github.assaymark.model.catalogue.ValueType.Kind;
import io.github.assaymark.model.rule.Expr;
import io.github.assaymark.model.rule.ParamDecl;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Expressions, typed and in their normal form. */
final class ExprReader {
    private final Scope scope;
    private final SourceText source;
    private final Bindings bindings;

    ExprReader(Scope scope, Bindings bindings) {
        this.scope = scope;
        this.source = scope.source();
        this.bindings = bindings;
    }

    Scope scope() {
        return scope;
    }

    Bindings bindings() {
        return bindings;
    }

    /** A truth value. */
    Expr condition(Syntax s) {
        if (s instanceof Syntax.Chain chain) return chain(chain);
        if (s instanceof Syntax.Not not) return new Expr.Not(condition(not.part()), source.place(not.span()));
        Expr expr = read(s, null);
        if (expr.type().kind() != Kind.BOOLEAN)
            throw scope.refuse(
                    s.span(),
                    "a condition must be true or false, " + quoted(expr) + " is "
                            + expr.type().display(),
                    "compare it: `" + shown(expr) + " == ...`");
        return expr;
    }

    private Expr chain(Syntax.Chain chain) {
        List<Expr> parts = new ArrayList<>();
        for (Syntax part : chain.parts()) {
            Expr expr = condition(part);
            if (chain.and() && expr instanceof Expr.And and) parts.addAll(and.parts());
            else if (!chain.and() && expr instanceof Expr.Or or) parts.addAll(or.parts());
            else parts.add(expr);
        }
        return chain.and()
                ? new Expr.And(parts, source.place(chain.span()))
                : new Expr.Or(parts, source.place(chain.span()));
    }

    /**
     * Any value.
     *
     * @param expected type of the value it is compared with, for words of enumerations; null when nothing says
     */
    Expr read(Syntax s, @Nullable ValueType expected) {
        if (s instanceof Syntax.Chain || s instanceof Syntax.Not) return condition(s);
        if (s instanceof Syntax.Name name) return name(name, expected);
        if (s instanceof Syntax.Text text) return text(text, expected);
        if (s instanceof Syntax.Whole whole) return constant(whole.value(), ValueType.INTEGER, whole.span());
        if (s instanceof Syntax.Bool bool) return constant(bool.value(), ValueType.BOOLEAN, bool.span());
        if (s instanceof Syntax.Sequence list) return list(list, expected);
        if (s instanceof Syntax.Member member) return member(member, expected);
        if (s instanceof Syntax.Operation operation) return operation(operation);
        if (s instanceof Syntax.Call call) return new CallReader(this).read(call);
        if (s instanceof Syntax.Null) throw scope.refuse(s.span(), "`null` can only be compared with `==` and `!=`");
        if (s instanceof Syntax.Interpolated)
            throw scope.refuse(s.span(), "a text in a condition has no `${...}`", "`'...' + x.name`");
        throw scope.refuse(s.span(), "braces are not part of an expression");
    }

    private Expr.Const constant(@Nullable Object value, ValueType type, Span span) {
        return new Expr.Const(value, type, source.place(span));
    }

    private Expr text(Syntax.Text text, @Nullable ValueType expected) {
        if (expected != null && expected.kind() == Kind.INSTANT)
            return constant(Literals.instant(text.value(), text.span(), source), ValueType.INSTANT, text.span());
        return constant(text.value(), ValueType.TEXT, text.span());
    }

    private Expr name(Syntax.Name name, @Nullable ValueType expected) {
        String word = name.text();
        if (word.equals("now")) return new Expr.NowRef(source.place(name.span()));
        String looped = scope.loop().get(word);
        if (looped != null) return substituted(constant(looped, ValueType.TEXT, name.span()), expected, name.span());
        if (word.equals("subject") || bound(word) != null)
            throw scope.refuse(name.span(), "`" + word + "` is a fact, not a value", "`" + word + ".key`");
        if (word.equals("param") || word.equals("arg"))
            throw scope.refuse(name.span(), "`" + word + "` needs a name", "`" + word + ".name`");
        if (expected != null && expected.kind() == Kind.ENUM) return enumWord(word, expected, name.span());
        throw unknownName(word, name.span());
    }

    /** The text of an argument or loop, read as the word of an enumeration where one is wanted. */
    private Expr substituted(Expr value, @Nullable ValueType expected, Span at) {
        if (expected != null
                && expected.kind() == Kind.ENUM
                && value instanceof Expr.Const c
                && c.value() instanceof String word) return enumWord(word, expected, at);
        return value;
    }

    private Expr enumWord(String word, ValueType type, Span at) {
        if (type.words().contains(word)) return constant(word, type, at);
        throw scope.refuse(
                at, "`" + word + "` is no word of " + type.enumName(), Suggestion.nearOrAll(word, type.words()));
    }

    private Refusal unknownName(String word, Span at) {
        TreeSet<String> legal = new TreeSet<>(List.of("now", "subject", "param"));
        legal.addAll(scope.loop().keySet());
        if (scope.arguments() != null) legal.add("arg");
        if (bindings.own() != null) legal.add(bindings.own().variable());
        if (bindings.outer() != null) legal.add(bindings.outer().variable());
        return scope.refuse(at, "unknown name `" + word + "`", Suggestion.nearOrAll(word, legal));
    }

    private Bindings.@Nullable Bound bound(String variable) {
        if (bindings.own() != null && bindings.own().variable().equals(variable)) return bindings.own();
        if (bindings.outer() != null && bindings.outer().variable().equals(variable)) return bindings.outer();
        return null;
    }

    private Expr list(Syntax.Sequence list, @Nullable ValueType expected) {
        if (list.elements().isEmpty()) throw scope.refuse(list.span(), "the list is empty");
        TreeSet<String> values = new TreeSet<>();
        for (Syntax element : list.elements()) {
            Expr value = read(element, expected);
            Kind wanted = expected != null && expected.kind() == Kind.ENUM ? Kind.ENUM : Kind.TEXT;
            if (!(value instanceof Expr.Const c) || !(c.value() instanceof String text))
                throw scope.refuse(
                        element.span(), "a list holds constant texts only, " + quoted(value) + " is none", null);
            if (c.type().kind() != wanted)
                throw scope.refuse(
                        element.span(),
                        quoted(value) + " is " + value.type().display() + ", the list holds " + wanted,
                        wanted == Kind.ENUM ? "`" + text + "` without quotes" : null);
            values.add(text);
        }
        return constant(List.copyOf(values), ValueType.TEXT_LIST, list.span());
    }

    private Expr member(Syntax.Member member, @Nullable ValueType expected) {
        if (member.of() instanceof Syntax.Whole) return measured(member, expected);
        if (!(member.of() instanceof Syntax.Name of))
            throw scope.refuse(member.nameSpan(), "only `variable.property` is a value, not a property of a property");
        String word = of.text();
        if (word.equals("param")) return param(member);
        if (word.equals("arg")) return substituted(argument(member), expected, member.span());
        if (word.equals("subject"))
            return property(Expr.Role.SUBJECT, word, scope.item().subject().type(), member);
        Bindings.Bound bound = bound(word);
        if (bound == null) throw unknownName(word, of.span());
        Expr.Role role = bound.equals(bindings.own()) ? Expr.Role.OWN : Expr.Role.OUTER;
        return property(role, word, bound.type(), member);
    }

    private Expr measured(Syntax.Member member, @Nullable ValueType expected) {
        Duration duration = Literals.duration(member, source);
        if (duration == null) return constant(Literals.quantity(member, source), ValueType.QUANTITY, member.span());
        if (expected != null && expected.kind() == Kind.QUANTITY)
            return constant(Literals.asQuantity(duration), ValueType.QUANTITY, member.span());
        return constant(duration, ValueType.DURATION, member.span());
    }

    private Expr property(Expr.Role role, String variable, FactType type, Syntax.Member member) {
        Property property = type.property(member.name());
        if (property == null)
            throw scope.refuse(
                    member.nameSpan(),
                    "`" + type.name() + "` has no property `" + member.name() + "`",
                    Suggestion.nearOrAll(
                            member.name(),
                            type.properties().stream().map(Property::name).toList()));
        return new Expr.Prop(
                role, variable, type.name(), property.name(), property.type(), source.place(member.span()));
    }

    Expr.ParamRef param(Syntax.Member member) {
        ParamDecl param = scope.item().params().use(member.name(), member.nameSpan(), source);
        scope.item().paramsRead().add(param.name());
        return new Expr.ParamRef(param.name(), param.type(), source.place(member.span()));
    }

    Expr argument(Syntax.Member member) {
        if (scope.arguments() == null)
            throw scope.refuse(member.span(), "`arg` is known in checks only", "`param." + member.name() + "`");
        Expr value = scope.arguments().get(member.name());
        if (value == null)
            throw scope.refuse(
                    member.nameSpan(),
                    "the check takes no argument `" + member.name() + "`",
                    Suggestion.nearOrAll(member.name(), scope.arguments().keySet()));
        return value;
    }

    private Expr operation(Syntax.Operation o) {
        return switch (o.sign()) {
            case "in" -> membership(o);
            case "=~" -> matches(o);
            case "+", "-" -> arithmetic(o);
            default -> new Comparisons(this).read(o);
        };
    }

    private Expr membership(Syntax.Operation o) {
        Expr part = read(o.left(), null);
        Kind kind = part.type().kind();
        if (part instanceof Expr.Const) throw scope.refuse(o.left().span(), "a constant is always or never in a list");
        if (kind == Kind.INTEGER && o.right() instanceof Syntax.Sequence list) return oneOf(part, list, o);
        if (kind != Kind.TEXT && kind != Kind.ENUM)
            throw scope.refuse(
                    o.left().span(),
                    "`in` looks for a text, " + quoted(part) + " is "
                            + part.type().display(),
                    kind == Kind.TEXT_LIST ? "`" + shown(part) + ".containsAny([...])`" : null);
        Expr options = read(o.right(), part.type());
        if (options.type().kind() != Kind.TEXT_LIST || (!(options instanceof Expr.Const) && kind == Kind.ENUM))
            throw scope.refuse(
                    o.right().span(),
                    "`in` needs a list of constants" + (kind == Kind.ENUM ? "" : " or a parameter of type list") + ", "
                            + quoted(options) + " is " + options.type().display(),
                    null);
        if (options instanceof Expr.Const c && c.value() instanceof List<?> values) {
            TreeSet<String> sorted = new TreeSet<>();
            values.forEach(value -> sorted.add((String) value));
            options = new Expr.Const(List.copyOf(sorted), ValueType.TEXT_LIST, c.place());
            if (part instanceof Expr.Prop prop)
                sorted.forEach(value -> PolicyNames.note(prop, value, o.right().span(), scope));
        }
        return new Expr.In(part, options, source.place(o.span()));
    }

    /** Whole numbers: the model's lists hold texts only. */
    private Expr oneOf(Expr part, Syntax.Sequence list, Syntax.Operation o) {
        List<Expr> parts = new ArrayList<>();
        TreeSet<Long> seen = new TreeSet<>();
        for (Syntax element : list.elements()) {
            if (!(read(element, part.type()) instanceof Expr.Const c) || !(c.value() instanceof Long value))
                throw scope.refuse(element.span(), "the list holds whole numbers only");
            seen.add(value);
        }
        if (seen.isEmpty()) throw scope.refuse(list.span(), "the list is empty");
        for (Long value : seen)
            parts.add(new Expr.Compare(
                    Expr.Comparison.EQUAL,
                    part,
                    constant(value, ValueType.INTEGER, list.span()),
                    source.place(o.span())));
        return parts.size() == 1 ? parts.get(0) : new Expr.Or(parts, source.place(o.span()));
    }

    private Expr matches(Syntax.Operation o) {
        Expr part = read(o.left(), null);
        if (part.type().kind() != Kind.TEXT || part instanceof Expr.Const)
            throw scope.refuse(
                    o.left().span(),
                    "`=~` looks into a text that a fact or parameter holds, " + quoted(part) + " is "
                            + part.type().display());
        String pattern = Literals.text(o.right());
        if (pattern == null && read(o.right(), null) instanceof Expr.Const c && c.value() instanceof String text)
            pattern = text;
        if (pattern == null) throw scope.refuse(o.right().span(), "the pattern after `=~` must be a constant text");
        Regex.check(pattern, o.right().span(), source);
        return new Expr.Matches(part, pattern, source.place(o.span()));
    }

    private Expr arithmetic(Syntax.Operation o) {
        boolean minus = o.sign().equals("-");
        Expr left = read(o.left(), null);
        Expr right = read(o.right(), null);
        ValueType type = arithmeticType(left.type().kind(), right.type().kind(), minus);
        if (type == null)
            throw scope.refuse(
                    o.span(),
                    "cannot " + (minus ? "subtract " : "add ") + quoted(left) + " ("
                            + left.type().display() + ") and " + quoted(right) + " ("
                            + right.type().display() + ")");
        if (left instanceof Expr.Const a
                && right instanceof Expr.Const b
                && a.value() instanceof String x
                && b.value() instanceof String y) return constant(x + y, ValueType.TEXT, o.span());
        return new Expr.Arithmetic(minus, left, right, type, source.place(o.span()));
    }

    private static @Nullable ValueType arithmeticType(Kind left, Kind right, boolean minus) {
        if (left == Kind.INTEGER && right == Kind.INTEGER) return ValueType.INTEGER;
        if (left == Kind.DURATION && right == Kind.DURATION) return ValueType.DURATION;
        if (left == Kind.INSTANT && right == Kind.DURATION) return ValueType.INSTANT;
        if (left == Kind.INSTANT && right == Kind.INSTANT && minus) return ValueType.DURATION;
        if (left == Kind.TEXT && right == Kind.TEXT && !minus) return ValueType.TEXT;
        return null;
    }

    /** How messages show an expression. */
    static String shown(Expr expr) {
        return expr.place().text();
    }

    static String quoted(Expr expr) {
        return "`" + shown(expr) + "`";
    }
}
