package io.github.assaymark.core.explain;

import io.github.assaymark.model.Phase;
import io.github.assaymark.model.Severity;
import io.github.assaymark.model.catalogue.FactCatalogue;
import io.github.assaymark.model.catalogue.ValueType;
import io.github.assaymark.model.rule.Checklist;
import io.github.assaymark.model.rule.Condition;
import io.github.assaymark.model.rule.Expr;
import io.github.assaymark.model.rule.Function;
import io.github.assaymark.model.rule.Item;
import io.github.assaymark.model.rule.Pack;
import io.github.assaymark.model.rule.ParamDecl;
import io.github.assaymark.model.rule.Pattern;
import io.github.assaymark.model.rule.Qualifiers;
import io.github.assaymark.model.rule.Section;
import io.github.assaymark.model.rule.SourcePlace;
import io.github.assaymark.model.rule.Template;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Checklists built in Java. */
final class Ir {
    static final SourcePlace PLACE = new SourcePlace("checklists/acme/demo/docs.groovy", 7, 5, "...");

    private Ir() {}

    static Expr.Prop own(String type, String property) {
        return prop(Expr.Role.OWN, type, property);
    }

    static Expr.Prop outer(String type, String property) {
        return prop(Expr.Role.OUTER, type, property);
    }

    static Expr.Prop subject(String property) {
        return new Expr.Prop(Expr.Role.SUBJECT, "subject", "Service", property, type("Service", property), PLACE);
    }

    private static Expr.Prop prop(Expr.Role role, String type, String property) {
        String variable = type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1);
        return new Expr.Prop(role, variable, type, property, type(type, property), PLACE);
    }

    private static ValueType type(String type, String property) {
        return Objects.requireNonNull(
                        Objects.requireNonNull(FactCatalogue.standard().type(type), type)
                                .property(property),
                        property)
                .type();
    }

    static Expr.Const text(@Nullable String value) {
        return new Expr.Const(value, ValueType.TEXT, PLACE);
    }

    static Expr.Const number(long value) {
        return new Expr.Const(value, ValueType.INTEGER, PLACE);
    }

    static Expr.ParamRef param(String name, ValueType type) {
        return new Expr.ParamRef(name, type, PLACE);
    }

    static Expr compare(Expr left, Expr.Comparison comparison, Expr right) {
        return new Expr.Compare(comparison, left, right, PLACE);
    }

    static Expr eq(Expr left, Expr right) {
        return compare(left, Expr.Comparison.EQUAL, right);
    }

    static Expr atLeast(Expr left, long right) {
        return compare(left, Expr.Comparison.GREATER_OR_EQUAL, number(right));
    }

    static Expr matches(Expr part, String pattern) {
        return new Expr.Matches(part, pattern, PLACE);
    }

    static Expr not(Expr part) {
        return new Expr.Not(part, PLACE);
    }

    static Expr plus(Expr left, Expr right) {
        return new Expr.Arithmetic(false, left, right, left.type(), PLACE);
    }

    static Expr call(Expr receiver, Function function, Expr... arguments) {
        return new Expr.Call(receiver, function, List.of(arguments), PLACE);
    }

    static Pattern of(String type, Expr... where) {
        return pattern(type, false, Qualifiers.NONE, where);
    }

    static Pattern anywhere(String type, Expr... where) {
        return pattern(type, true, Qualifiers.NONE, where);
    }

    static Pattern qualified(String type, Qualifiers qualifiers, Expr... where) {
        return pattern(type, false, qualifiers, where);
    }

    private static Pattern pattern(String type, boolean anywhere, Qualifiers qualifiers, Expr... where) {
        String variable = type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1);
        return new Pattern(variable, type, Pattern.Side.HEAD, anywhere, List.of(where), qualifiers, PLACE);
    }

    static Condition.Leaf some(Pattern pattern) {
        return new Condition.Some(null, pattern, PLACE);
    }

    static Condition.Leaf no(Pattern pattern) {
        return new Condition.No(null, pattern, PLACE);
    }

    static Condition.Leaf must(Pattern pattern, Expr... must) {
        return new Condition.EveryMust(null, pattern, List.of(must), PLACE);
    }

    static Condition.Leaf has(Pattern pattern, Pattern partner) {
        return new Condition.EveryHas(null, pattern, partner, PLACE);
    }

    static Condition.Leaf hasNo(Pattern pattern, Pattern partner) {
        return new Condition.EveryHasNo(null, pattern, partner, PLACE);
    }

    static Condition.Leaf count(Condition.Quantity quantity, long number, Pattern pattern) {
        return new Condition.Count(null, quantity, number(number), pattern, null, PLACE);
    }

    static Condition.Leaf attested(@Nullable String role, @Nullable Duration within, @Nullable Pattern bound) {
        return new Condition.Attested(
                null,
                role == null ? null : new Expr.Const(List.of(role), ValueType.TEXT_LIST, PLACE),
                within,
                false,
                bound,
                number(1),
                PLACE);
    }

    static Condition all(Condition... parts) {
        return new Condition.AllOf(null, List.of(parts), PLACE);
    }

    static Condition any(Condition... parts) {
        return new Condition.AnyOf(null, List.of(parts), PLACE);
    }

    static Template template(Object... parts) {
        return new Template(Arrays.stream(parts)
                .map(part -> part instanceof Expr expr
                        ? (Template.Part) new Template.Hole(expr)
                        : new Template.Words(part.toString()))
                .toList());
    }

    static Item item(String name, Condition condition) {
        return item(name, "Title of " + name, null, condition, null, null);
    }

    static Item item(
            String name,
            String title,
            @Nullable Condition appliesIf,
            Condition condition,
            @Nullable Template fails,
            @Nullable String fix) {
        return new Item(
                "acme.demo.docs." + name,
                List.of(),
                title,
                "Service",
                Severity.BLOCKER,
                Phase.PRE_MERGE,
                Item.Rollout.BLOCK,
                null,
                null,
                List.of(),
                appliesIf,
                condition,
                fails,
                fix,
                PLACE);
    }

    static Pack pack(Item... items) {
        return pack(Checklist.WaiverPolicy.SHOWN, List.of(), items);
    }

    static Pack pack(Checklist.WaiverPolicy waivers, List<ParamDecl> params, Item... items) {
        Section section = new Section("docs", "Documents", List.of(items));
        Checklist checklist = new Checklist("acme/demo", "Demo", "Service", waivers, params, List.of(section), PLACE);
        return new Pack("acme", "0".repeat(64), List.of(checklist));
    }
}
