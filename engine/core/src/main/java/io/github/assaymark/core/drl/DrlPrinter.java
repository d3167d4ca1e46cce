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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
        if (leaf instanceof Condition.VerdictOf verdicts) verdicts(verdicts);
        LeafPlan plan = plans.of(item, leaf);
        if (plan != null) matches(leaf, plan);
        if (leaf instanceof Condition.Count count) count(count, Objects.requireNonNull(plan));
        if (leaf instanceof Condition.Attested attested) attested(attested, plan);
    }

    private void matches(Condition.Leaf leaf, LeafPlan plan) {
        Pattern second = plan.partner();
        rule(candidateRule(item, leaves), plan, List.of(), null, false, null);
        if (leaf instanceof Condition.EveryMust every) {
            rule(hitRule(item, leaves), plan, every.must(), null, false, null);
        } else if (second != null) {
            rule(hitRule(item, leaves), plan, List.of(), second, !plan.hitsArePairs(), null);
        }
        doubts(plan.pattern()).keySet().forEach(doubt -> {
            rule(candidateRule(item, leaves) + " " + doubt, plan, List.of(), null, false, doubt);
        });
        if (second != null)
            doubts(second).keySet().forEach(doubt -> {
                rule(hitRule(item, leaves) + " " + doubt, plan, List.of(), second, false, doubt);
            });
        if (!plan.pattern().qualifiers().isEmpty()
                || (second != null && !second.qualifiers().isEmpty()))
            rules.append("// a fact that matches one of the rules ending in ")
                    .append(String.join(", ", words(plan)))
                    .append(" is no evidence: the first of them says why\n");
    }

    private Set<String> words(LeafPlan plan) {
        Set<String> words = new LinkedHashSet<>(doubts(plan.pattern()).keySet());
        if (plan.partner() != null) words.addAll(doubts(plan.partner()).keySet());
        return words;
    }

    private Map<String, String> doubts(Pattern pattern) {
        return doubts(pattern, "");
    }

    private Map<String, String> doubts(Pattern pattern, String outer) {
        return DrlQualifiers.of(pattern, item.judges(), exprs(outer), catalogue);
    }

    private DrlExprs exprs(String outer) {
        return new DrlExprs(catalogue, "$subject", outer, imports);
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
                    + count.quantity().text() + " " + exprs("").value(count.number());
        if (leaf instanceof Condition.Attested)
            return "holds when enough persons confirm it and nobody rejects it; till then it waits for a person";
        if (leaf instanceof Condition.VerdictOf of && of.having() != null)
            return of.having().none()
                    ? "holds when no verdict it looks at is such, open or an error"
                    : "holds when a verdict it looks at is such; open ones and errors count where none is";
        return "holds when a verdict it looks at is green and none is failing, open or an error";
    }

    /** The number of good candidates is right. */
    private void count(Condition.Count count, LeafPlan plan) {
        Pattern pattern = count.pattern();
        DrlExprs exprs = exprs("");
        List<Expr> read = new ArrayList<>(pattern.where());
        read.add(count.number());
        if (count.distinctBy() != null) read.add(count.distinctBy());
        head(candidateRule(item, leaves) + " enough", read(read, pattern));
        List<String> where = where(plan, exprs);
        doubts(pattern).values().forEach(doubt -> where.add("!(" + doubt + ")"));
        String number = "$number";
        String function = "count($candidate)";
        if (count.distinctBy() != null) {
            String value = exprs.value(count.distinctBy());
            where.add(value + " != null");
            where.add("$value : " + value);
            number = "$values.size()";
            function = "collectSet($value)";
        }
        String result = count.distinctBy() == null ? "$number" : "$values";
        rules.append("    accumulate( $candidate : ")
                .append(pattern(pattern, where))
                .append(";\n        ")
                .append(result)
                .append(" : ")
                .append(function)
                .append(" )\n    eval( ")
                .append(compared(count.quantity(), number, exprs.value(count.number())))
                .append(" )\nthen\nend\n");
    }

    private static String compared(Condition.Quantity quantity, String number, String wanted) {
        return switch (quantity) {
            case AT_LEAST -> "atLeast(" + number + ", " + wanted + ")";
            case AT_MOST -> "atMost(" + number + ", " + wanted + ")";
            case EXACTLY -> "same(" + number + ", " + wanted + ")";
        };
    }

    private void attested(Condition.Attested leaf, @Nullable LeafPlan bound) {
        DrlAttested terms = new DrlAttested(item, leaf, exprs(""), catalogue);
        type("Attestation");
        imports.add("io.github.assaymark.model.fact.Decision");
        rules.append("// who is not in a directory of people that is kept, or not in that role, does not count\n");
        terms.kinds().forEach((word, kind) -> {
            if (word.equals("other content"))
                rules.append("// one of other content, or another revision, does not count\n");
            attestations(candidateRule(item, leaves) + " " + word, leaf, bound);
            List<String> where = new ArrayList<>(terms.asked());
            where.addAll(kind);
            rules.append("    $attestation : ")
                    .append(body("Attestation", where))
                    .append("\nthen\nend\n");
        });
        attestations(candidateRule(item, leaves) + " enough", leaf, bound);
        List<String> where = new ArrayList<>(terms.asked());
        where.addAll(Objects.requireNonNull(terms.kinds().get("confirmed")));
        where.add("$by : by");
        rules.append("    accumulate( ")
                .append(body("Attestation", where))
                .append(";\n        $persons : collectSet($by) )\n    eval( ")
                .append(compared(
                        Condition.Quantity.AT_LEAST,
                        "$persons.size()",
                        exprs("").value(leaf.quorum())))
                .append(" )\nthen\nend\n");
    }

    /** The beginning of a rule about attestations: with the content they must speak of. */
    private void attestations(String name, Condition.Attested leaf, @Nullable LeafPlan bound) {
        head(name, true);
        type("TeamMember");
        imports.add("java.util.List");
        rules.append("    $people : List() from collect( TeamMember() )\n");
        if (leaf.bound() == null || bound == null) return;
        imports.add("io.github.assaymark.model.catalogue.FactCatalogue");
        rules.append("    $catalogue : FactCatalogue()\n    $content : List( size > 0 ) from collect( ")
                .append(pattern(leaf.bound(), where(bound, exprs(""))))
                .append(" )\n");
    }

    private void verdicts(Condition.VerdictOf leaf) {
        imports.add("io.github.assaymark.model.verdict.Verdict");
        DrlVerdicts.of(leaf).forEach((word, kind) -> {
            head(candidateRule(item, leaves) + " " + word, false);
            rules.append("    $verdict : ")
                    .append(body("Verdict", List.of(DrlVerdicts.asked(leaf), "concerns(this, $subject)", kind)))
                    .append("\nthen\nend\n");
        });
    }

    private static boolean read(List<Expr> exprs, Pattern pattern) {
        List<Expr> all = new ArrayList<>(exprs);
        if (pattern.qualifiers().unresolved() != null)
            all.add(pattern.qualifiers().unresolved());
        if (pattern.qualifiers().awaiting() != null)
            all.add(pattern.qualifiers().awaiting());
        if (pattern.qualifiers().by() != null) all.add(pattern.qualifiers().by());
        return Reads.of(all).environment() || DrlQualifiers.readsMoment(pattern.qualifiers());
    }

    private void head(String name, boolean environment) {
        rules.append("rule ").append(DrlExprs.quoted(name)).append("\nwhen\n");
        if (environment) {
            imports.add("io.github.assaymark.core.link.Environment");
            rules.append("    $env : Environment()\n");
        }
        rules.append("    $subject : ").append(type(item.judges())).append("()\n");
    }

    private static List<String> where(LeafPlan plan, DrlExprs exprs) {
        List<String> where = new ArrayList<>();
        if (plan.patternScoped()) where.add("owner == $subject.owner");
        plan.pattern().where().forEach(expr -> where.add(exprs.condition(expr, false)));
        return where;
    }

    /** {@code doubt} is why the last fact is questionable; null where that is not asked. */
    private void rule(
            String name,
            LeafPlan plan,
            List<Expr> must,
            @Nullable Pattern second,
            boolean absent,
            @Nullable String doubt) {
        Pattern first = plan.pattern();
        List<Expr> read = new ArrayList<>(first.where());
        read.addAll(must);
        if (second != null) read.addAll(second.where());
        String candidate = "$" + first.variable();
        String partner = second == null || !second.variable().equals(first.variable())
                ? "$" + (second == null ? "" : second.variable())
                : candidate + "2";
        Pattern doubted = second == null ? first : second;
        head(name, doubt == null ? Reads.of(read).environment() : read(read, doubted));
        DrlExprs exprs = exprs(candidate);
        List<String> where = where(plan, exprs);
        if (!must.isEmpty())
            where.add("!("
                    + must.stream().map(expr -> exprs.condition(expr, true)).collect(Collectors.joining(" && "))
                    + ")");
        if (doubt != null && second == null) where.add(doubts(first, candidate).getOrDefault(doubt, ""));
        rules.append("    ")
                .append(candidate)
                .append(" : ")
                .append(pattern(first, where))
                .append('\n');
        if (second != null) {
            List<String> its = new ArrayList<>();
            if (plan.partnerScoped()) its.add("owner == $subject.owner");
            second.where().forEach(expr -> its.add(exprs.condition(expr, false)));
            if (doubt != null) its.add(doubts(second, candidate).getOrDefault(doubt, ""));
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
        return body(type(pattern.factType()), where) + from;
    }

    private static String body(String type, List<String> where) {
        String separator = ",\n" + " ".repeat(8);
        String body = where.size() < 2
                ? String.join("", where)
                : "\n" + " ".repeat(8) + String.join(separator, where) + "\n    ";
        return type + "(" + body + ")";
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
