package io.github.assaymark.core.drl;

import io.github.assaymark.core.link.LeafPlan;
import io.github.assaymark.core.link.LeafPlans;
import io.github.assaymark.core.link.Reads;
import io.github.assaymark.model.catalogue.FactCatalogue;
import io.github.assaymark.model.catalogue.FactType;
import io.github.assaymark.model.rule.Condition;
import io.github.assaymark.model.rule.Expr;
import io.github.assaymark.model.rule.Item;
import io.github.assaymark.model.rule.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An item as DRL. Every leaf gives one rule for what it looks at and, where that differs, one for what it objects to;
 * comments say what the rule language cannot: how matches become a verdict.
 */
public final class DrlPrinter {
    private final FactCatalogue catalogue;
    private final Item item;
    private final LeafPlans plans;
    private final Set<String> imports = new TreeSet<>();
    private final StringBuilder rules = new StringBuilder();
    private int leaves;

    private DrlPrinter(Item item, FactCatalogue catalogue) {
        this.item = item;
        this.catalogue = catalogue;
        this.plans = LeafPlans.of(List.of(item));
    }

    /** The text; ends with a line break. */
    public static String print(Item item, FactCatalogue catalogue) {
        return new DrlPrinter(item, catalogue).print();
    }

    /** Name of the rule for the candidates of a leaf; leaves are numbered from 1, those of {@code appliesIf} first. */
    public static String candidateRule(Item item, int leaf) {
        return item.id() + " " + leaf + " candidate";
    }

    /** Name of the rule for the hits of a leaf, where they differ from its candidates. */
    public static String hitRule(Item item, int leaf) {
        return item.id() + " " + leaf + " hit";
    }

    private String print() {
        if (item.appliesIf() != null) condition(item.appliesIf(), "applies if ");
        condition(item.condition(), "");
        StringBuilder out = new StringBuilder();
        out.append("// ").append(oneLine(item.title())).append('\n');
        out.append("// ")
                .append(item.id())
                .append(", judged on each ")
                .append(item.judges())
                .append(".\n");
        out.append("// Rules only match. Where the search for facts was not complete, no match proves nothing:\n");
        out.append("// the verdict is UNKNOWN then, which is not the rules' to say.\n");
        out.append("package assaymark;\n\n");
        for (String name : imports) out.append("import ").append(name).append(";\n");
        out.append("import static ").append(DrlFunctions.class.getName()).append(".*;\n");
        return out.append(rules).toString();
    }

    private void condition(Condition condition, String role) {
        if (condition instanceof Condition.AllOf all) parts("all of", all.parts(), role);
        else if (condition instanceof Condition.AnyOf any) parts("any of", any.parts(), role);
        else leaf((Condition.Leaf) condition, role);
    }

    private void parts(String word, List<Condition> parts, String role) {
        int first = leaves + 1;
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < parts.stream().flatMap(LeafPlans::leaves).count(); i++)
            names.append(i == 0 ? "" : ", ").append(first + i);
        rules.append("\n// ")
                .append(role)
                .append(word)
                .append(" leaves ")
                .append(names)
                .append('\n');
        for (Condition part : parts) condition(part, role);
    }

    private void leaf(Condition.Leaf leaf, String role) {
        leaves++;
        rules.append("\n// leaf ")
                .append(leaves)
                .append(": ")
                .append(role)
                .append(meaning(leaf))
                .append('\n');
        LeafPlan plan = plans.of(item, leaf);
        if (plan == null) return;
        Pattern first = plan.pattern();
        Pattern second = plan.partner();
        rule(candidateRule(item, leaves), plan, List.of(), null, false);
        if (leaf instanceof Condition.EveryMust every) {
            rule(hitRule(item, leaves), plan, every.must(), null, false);
        } else if (second != null) {
            rule(hitRule(item, leaves), plan, List.of(), second, !plan.hitsArePairs());
        }
        qualified(first);
        if (second != null) qualified(second);
    }

    private String meaning(Condition.Leaf leaf) {
        if (leaf instanceof Condition.Some) return "holds when there is a candidate";
        if (leaf instanceof Condition.No) return "holds when there is no candidate";
        if (leaf instanceof Condition.EveryMust || leaf instanceof Condition.EveryHas)
            return "holds when there are candidates and no hits; with neither there is nothing to judge";
        if (leaf instanceof Condition.EveryHasNo)
            return "holds when there are candidates and no hits; a hit is a pair that must not be";
        if (leaf instanceof Condition.Count count)
            return "holds when the number of " + (count.distinctBy() == null ? "" : "different values of ")
                    + "candidates is right: "
                    + count.quantity().text() + " "
                    + new DrlExprs(catalogue, "$subject", "", imports).value(count.number());
        if (leaf instanceof Condition.Attested)
            return "holds when enough persons attest it; the rules, if any, find what they must have read";
        return "holds when other items do: " + String.join(", ", ((Condition.VerdictOf) leaf).items());
    }

    private void qualified(Pattern pattern) {
        if (!pattern.qualifiers().isEmpty())
            rules.append("// a ")
                    .append(pattern.factType())
                    .append(" counts as evidence only if it is also: ")
                    .append(oneLine(DrlQualifiers.words(pattern.qualifiers())))
                    .append('\n');
    }

    private void rule(String name, LeafPlan plan, List<Expr> must, @Nullable Pattern second, boolean absent) {
        Pattern first = plan.pattern();
        List<Expr> read = new ArrayList<>(first.where());
        read.addAll(must);
        if (second != null) read.addAll(second.where());
        String candidate = "$" + first.variable();
        String partner = second == null || !second.variable().equals(first.variable())
                ? "$" + (second == null ? "" : second.variable())
                : candidate + "2";
        rules.append("rule ").append(DrlExprs.quoted(name)).append("\nwhen\n");
        if (Reads.of(read).environment()) {
            imports.add("io.github.assaymark.core.link.Environment");
            rules.append("    $env : Environment()\n");
        }
        rules.append("    $subject : ").append(type(item.judges())).append("()\n");
        DrlExprs exprs = new DrlExprs(catalogue, "$subject", candidate, imports);
        List<String> where = new ArrayList<>();
        if (plan.patternScoped()) where.add("owner == $subject.owner");
        first.where().forEach(expr -> where.add(exprs.condition(expr, false)));
        if (!must.isEmpty())
            where.add("!("
                    + must.stream()
                            .map(expr -> exprs.condition(expr, true))
                            .collect(java.util.stream.Collectors.joining(" && "))
                    + ")");
        rules.append("    ")
                .append(candidate)
                .append(" : ")
                .append(pattern(first, where))
                .append('\n');
        if (second != null) {
            List<String> its = new ArrayList<>();
            if (plan.partnerScoped()) its.add("owner == $subject.owner");
            second.where().forEach(expr -> its.add(exprs.condition(expr, false)));
            if (absent) rules.append("    not( ").append(pattern(second, its)).append(" )\n");
            else
                rules.append("    ")
                        .append(partner)
                        .append(" : ")
                        .append(pattern(second, its))
                        .append('\n');
        }
        rules.append("then\nend\n");
    }

    private String pattern(Pattern pattern, List<String> where) {
        String from = pattern.side() == Pattern.Side.BASE ? " from entry-point \"base\"" : "";
        String separator = ",\n" + " ".repeat(8);
        String body = where.size() < 2
                ? String.join("", where)
                : "\n" + " ".repeat(8) + String.join(separator, where) + "\n    ";
        return type(pattern.factType()) + "(" + body + ")" + from;
    }

    private String type(String name) {
        FactType type = catalogue.type(name);
        if (type == null)
            throw new IllegalArgumentException("no fact type " + name
                    + " in the catalogue\n  Maybe the checklist was compiled against other fact types");
        String java = type.javaType().getCanonicalName();
        imports.add(java);
        return name;
    }

    /** Text of others in a comment: never more than one line. */
    private static String oneLine(String text) {
        return text.replaceAll("\\s+|\\p{Cntrl}", " ").strip();
    }
}
