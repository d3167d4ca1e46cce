package io.github.assaymark.cli;

import io.github.assaymark.model.rule.Canonical;
import io.github.assaymark.model.rule.Condition;
import io.github.assaymark.model.rule.Expr;
import io.github.assaymark.model.rule.Item;
import io.github.assaymark.model.rule.Pattern;
import io.github.assaymark.model.rule.Qualifiers;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The compiled rule of an item as an indented outline. */
final class IrText {
    private final StringBuilder out = new StringBuilder();

    private IrText() {}

    static String of(Item item) {
        IrText text = new IrText();
        if (item.appliesIf() != null) {
            text.line(0, "applies if");
            text.condition(1, item.appliesIf());
        }
        text.line(0, "condition");
        text.condition(1, item.condition());
        return text.out.toString();
    }

    private void condition(int depth, Condition condition) {
        String label = condition.label() == null ? "" : " '" + condition.label() + "'";
        if (condition instanceof Condition.AllOf all) parts(depth, "all of" + label, all.parts());
        else if (condition instanceof Condition.AnyOf any) parts(depth, "any of" + label, any.parts());
        else if (condition instanceof Condition.Some some) pattern(depth, "some" + label, some.pattern());
        else if (condition instanceof Condition.No no) pattern(depth, "no" + label, no.pattern());
        else if (condition instanceof Condition.EveryMust every) {
            pattern(depth, "every" + label, every.pattern());
            line(depth, "must");
            expressions(depth + 1, every.must());
        } else if (condition instanceof Condition.EveryHas every) {
            pattern(depth, "every" + label, every.pattern());
            pattern(depth, "has", every.partner());
        } else if (condition instanceof Condition.EveryHasNo every) {
            pattern(depth, "every" + label, every.pattern());
            pattern(depth, "has no", every.partner());
        } else if (condition instanceof Condition.Count count) {
            pattern(
                    depth,
                    count.quantity().text() + " " + Canonical.id(count.number()) + " of" + label,
                    count.pattern());
            expression(depth + 1, "distinct", count.distinctBy());
        } else if (condition instanceof Condition.Attested attested) attested(depth, label, attested);
        else if (condition instanceof Condition.VerdictOf of) {
            line(
                    depth,
                    "verdict of " + of.target() + label + (of.waivedCounts() ? ", waived counts" : "")
                            + (of.having() == null
                                    ? ""
                                    : (of.having().none() ? ", none " : ", some ")
                                            + of.having().outcomes()));
            for (String item : of.items()) line(depth + 1, item);
        }
    }

    private void attested(int depth, String label, Condition.Attested attested) {
        line(depth, "attested" + label);
        expression(depth + 1, "by", attested.roles());
        if (attested.within() != null) line(depth + 1, "within " + attested.within());
        expression(depth + 1, "quorum", attested.quorum());
        if (attested.revision()) line(depth + 1, "bound to the revision");
        if (attested.bound() != null) pattern(depth + 1, "bound to", attested.bound());
    }

    private void parts(int depth, String heading, List<Condition> parts) {
        line(depth, heading);
        for (Condition part : parts) condition(depth + 1, part);
    }

    private void pattern(int depth, String heading, Pattern pattern) {
        line(
                depth,
                heading + " " + pattern.factType() + " as " + pattern.variable()
                        + (pattern.side() == Pattern.Side.BASE ? ", of the base revision" : "")
                        + (pattern.anywhere() ? ", anywhere" : ", of the subject"));
        expressions(depth + 1, pattern.where());
        Qualifiers qualifiers = pattern.qualifiers();
        expression(depth + 1, "unresolved", qualifiers.unresolved());
        if (qualifiers.thisRevision()) line(depth + 1, "at the judged revision");
        expression(depth + 1, "awaiting", qualifiers.awaiting());
        if (qualifiers.fresh() != null) line(depth + 1, "fresh " + qualifiers.fresh());
        if (qualifiers.settled() != null) line(depth + 1, "settled " + qualifiers.settled());
        expression(depth + 1, "by", qualifiers.by());
    }

    private void expressions(int depth, List<Expr> expressions) {
        for (Expr expression : expressions) line(depth, Canonical.id(expression));
    }

    private void expression(int depth, String name, @Nullable Expr expression) {
        if (expression != null) line(depth, name + " " + Canonical.id(expression));
    }

    private void line(int depth, String text) {
        out.append("  ".repeat(depth)).append(text).append('\n');
    }

    /** {@code PRE_MERGE} as {@code preMerge}. */
    static String camel(Enum<?> constant) {
        StringBuilder text = new StringBuilder();
        for (String part : constant.name().split("_", -1))
            text.append(
                    text.length() == 0
                            ? part.toLowerCase(Locale.ROOT)
                            : part.charAt(0) + part.substring(1).toLowerCase(Locale.ROOT));
        return text.toString();
    }
}
