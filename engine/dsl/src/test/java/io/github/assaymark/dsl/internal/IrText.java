package io.github.assaymark.dsl.internal;

import io.github.assaymark.model.rule.Canonical;
import io.github.assaymark.model.rule.Condition;
import io.github.assaymark.model.rule.Expr;
import io.github.assaymark.model.rule.Item;
import io.github.assaymark.model.rule.Pack;
import io.github.assaymark.model.rule.Pattern;
import io.github.assaymark.model.rule.Qualifiers;
import io.github.assaymark.model.rule.Template;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rules as text for golden files: canonical expressions, no places. */
final class IrText {
    private IrText() {}

    static String of(Pack pack) {
        return pack.items().map(IrText::of).collect(Collectors.joining("\n"));
    }

    static String of(Item item) {
        StringBuilder out =
                new StringBuilder(item.id() + " judges " + item.judges() + " params " + item.params() + "\n");
        Condition applies = item.appliesIf();
        if (applies != null) out.append("  appliesIf\n").append(of(applies, "    "));
        out.append(of(item.condition(), "  "));
        Template fails = item.fails();
        if (fails != null) out.append("  fails ").append(of(fails)).append('\n');
        return out.toString();
    }

    static String of(Template template) {
        return template.parts().stream()
                .map(part -> part instanceof Template.Hole hole
                        ? "<" + Canonical.id(hole.value()) + " of "
                                + hole.value().place().text() + ">"
                        : ((Template.Words) part).text())
                .collect(Collectors.joining());
    }

    static String of(Condition condition, String indent) {
        String label = condition.label() == null ? "" : " '" + condition.label() + "'";
        if (condition instanceof Condition.AllOf all)
            return indent + "allOf" + label + "\n" + parts(all.parts(), indent);
        if (condition instanceof Condition.AnyOf any)
            return indent + "anyOf" + label + "\n" + parts(any.parts(), indent);
        return indent + leaf(condition) + label + "\n";
    }

    private static String parts(List<Condition> parts, String indent) {
        return parts.stream().map(part -> of(part, indent + "  ")).collect(Collectors.joining());
    }

    private static String leaf(Condition c) {
        if (c instanceof Condition.Some some) return "some " + of(some.pattern());
        if (c instanceof Condition.No no) return "no " + of(no.pattern());
        if (c instanceof Condition.EveryMust must)
            return "every " + of(must.pattern()) + " must " + Canonical.id(must.must());
        if (c instanceof Condition.EveryHas has) return "every " + of(has.pattern()) + " has " + of(has.partner());
        if (c instanceof Condition.EveryHasNo no) return "every " + of(no.pattern()) + " hasNo " + of(no.partner());
        if (c instanceof Condition.Count count)
            return count.quantity().text() + " " + id(count.number()) + " of " + of(count.pattern()) + " distinct "
                    + id(count.distinctBy());
        if (c instanceof Condition.Attested a)
            return "attested by " + id(a.roles()) + " within " + a.within() + " quorum " + id(a.quorum())
                    + (a.revision() ? " revision" : "") + (a.bound() == null ? "" : " bound " + of(a.bound()));
        if (c instanceof Condition.VerdictOf v)
            return "verdictOf " + v.items() + (v.waivedCounts() ? " waived" : "")
                    + (v.having() == null
                            ? ""
                            : (v.having().none() ? " no " : " some ")
                                    + v.having().outcomes());
        throw new AssertionError(c);
    }

    static String of(Pattern p) {
        return p.variable() + ":" + p.factType() + (p.side() == Pattern.Side.BASE ? " base" : "")
                + (p.anywhere() ? " anywhere" : "") + " " + Canonical.id(p.where()) + of(p.qualifiers());
    }

    private static String of(Qualifiers q) {
        if (q.isEmpty()) return "";
        return " {unresolved " + id(q.unresolved()) + ", revision " + q.thisRevision() + ", awaiting "
                + id(q.awaiting()) + ", fresh " + q.fresh() + ", settled " + q.settled() + ", by " + id(q.by()) + "}";
    }

    private static String id(@Nullable Expr expr) {
        return expr == null ? "-" : Canonical.id(expr);
    }
}
