package io.github.assaymark.facts.schema;

import io.github.assaymark.facts.program.Callee;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Columns that a condition of Drizzle certainly compares: those of every branch of an {@code or}, none of a
 * {@code not}.
 */
final class DrizzleFilter {
    private static final Set<String> COMPARES = Set.of(
            "eq",
            "gt",
            "gte",
            "lt",
            "lte",
            "inArray",
            "isNull",
            "like",
            "ilike",
            "between",
            "arrayContains",
            "arrayContained",
            "arrayOverlaps");
    private static final Set<String> EXCLUDES =
            Set.of("ne", "not", "notInArray", "isNotNull", "notLike", "notIlike", "notBetween", "exists", "notExists");
    private static final Pattern LOOSE = Pattern.compile("(?i)\\bor\\b|\\bnot\\b|<>|!=");
    private static final int MAX_DEPTH = 12;

    private final Resolver resolver;
    private final DrizzleTables tables;
    private final @Nullable DrizzleTable context;
    private boolean open;

    /** {@code context} is the table that the parameter of a callback stands for. */
    DrizzleFilter(Resolver resolver, DrizzleTables tables, @Nullable DrizzleTable context) {
        this.resolver = resolver;
        this.tables = tables;
        this.context = context;
    }

    /** Says that a part of the condition stands somewhere out of reach. */
    void outOfReach() {
        open = true;
    }

    /** A column of a table. */
    record Compared(String table, String column) {}

    /** Whether a part of a condition was not understood. */
    boolean open() {
        return open;
    }

    Set<Compared> of(Located condition) {
        return of(condition, 0);
    }

    private Set<Compared> of(Located condition, int depth) {
        Located at = CallChain.unwrapped(condition);
        SyntaxNode node = at.node();
        if (depth > MAX_DEPTH) return unknown();
        if (node.is(SyntaxKind.TERNARY_EXPRESSION)) {
            Located yes = at.child("consequence");
            Located no = at.child("alternative");
            if (yes == null || no == null) return unknown();
            Set<Compared> both = of(yes, depth + 1);
            both.retainAll(of(no, depth + 1));
            return both;
        }
        if (node.is(SyntaxKind.BINARY_EXPRESSION)) return new LinkedHashSet<>();
        if (node.is(SyntaxKind.UNDEFINED) || node.text().equals("undefined")) return new LinkedHashSet<>();
        if (node.is(SyntaxKind.CALL_EXPRESSION)) return call(at, depth);
        Value value = resolver.value(at);
        if (value instanceof Value.CallResult made && !made.call().node().equals(node)) return call(made.call(), depth);
        return value instanceof Value.Nothing ? new LinkedHashSet<>() : unknown();
    }

    private Set<Compared> unknown() {
        open = true;
        return new LinkedHashSet<>();
    }

    private Set<Compared> call(Located call, int depth) {
        Callee callee = resolver.callee(call);
        String name = callee.last();
        boolean given = callee.root() instanceof Value.Parameter;
        if (!DrizzleTables.drizzle(callee.module()) && !given) {
            Value value = resolver.value(call);
            boolean reduced = value instanceof Value.CallResult made
                    && !made.call().node().equals(call.node());
            return reduced ? call(((Value.CallResult) value).call(), depth + 1) : unknown();
        }
        if (name.equals("sql")) return template(call);
        if (EXCLUDES.contains(name)) return new LinkedHashSet<>();
        Value.Items arguments = resolver.arguments(call);
        if (COMPARES.contains(name)) {
            Set<Compared> compared = new LinkedHashSet<>();
            for (Located argument : arguments.items()) {
                Compared column = column(argument);
                if (column != null) compared.add(column);
            }
            return compared;
        }
        if (name.equals("and")) {
            if (!arguments.complete()) open = true;
            Set<Compared> all = new LinkedHashSet<>();
            for (Located argument : arguments.items()) all.addAll(of(argument, depth + 1));
            return all;
        }
        if (name.equals("or")) {
            if (!arguments.complete()) return unknown();
            Set<Compared> common = null;
            for (Located argument : arguments.items()) {
                Set<Compared> one = of(argument, depth + 1);
                if (common == null) common = one;
                else common.retainAll(one);
            }
            return common == null ? new LinkedHashSet<>() : common;
        }
        return unknown();
    }

    private Set<Compared> template(Located call) {
        Set<Compared> compared = new LinkedHashSet<>();
        SyntaxNode template = call.node().child("arguments");
        if (template == null || !template.is(SyntaxKind.TEMPLATE_STRING)) return unknown();
        StringBuilder text = new StringBuilder();
        for (SyntaxNode child : template.children()) {
            if (!child.is(SyntaxKind.TEMPLATE_SUBSTITUTION)) {
                text.append(child.text());
                continue;
            }
            if (child.children().isEmpty()) continue;
            Compared column = column(call.at(child.children().get(0)));
            if (column != null) compared.add(column);
        }
        return LOOSE.matcher(text).find() ? new LinkedHashSet<>() : compared;
    }

    /** The column an expression names; null when it names none. */
    @Nullable
    Compared column(Located expression) {
        Located at = CallChain.unwrapped(expression);
        SyntaxNode object = at.node().child("object");
        SyntaxNode property = at.node().child("property");
        if (!at.node().is(SyntaxKind.MEMBER_EXPRESSION) || object == null || property == null) return null;
        DrizzleTable table = tables.table(at.at(object));
        if (table == null && context != null && resolver.value(at.at(object)) instanceof Value.Parameter)
            table = context;
        String column = table == null ? null : table.column(property.text());
        return table == null || column == null ? null : new Compared(table.key(), column);
    }

    /** Columns of one table among those compared. */
    static List<String> of(Set<Compared> compared, DrizzleTable table) {
        return compared.stream()
                .filter(c -> c.table().equals(table.key()))
                .map(Compared::column)
                .toList();
    }
}
