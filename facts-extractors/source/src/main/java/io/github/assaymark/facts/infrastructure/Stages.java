package io.github.assaymark.facts.infrastructure;

import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Module;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.registry.Code;
import io.github.assaymark.facts.registry.Words;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The stages that infrastructure code tells apart, and what it chooses for each of them. */
final class Stages {
    /** Every stage that is not named. */
    static final String OTHER = "*";

    private static final Set<String> USUAL = Set.of("dev", "staging", "prod");
    private static final Set<String> WORDS = Set.of(
            "dev",
            "development",
            "staging",
            "stage",
            "prod",
            "production",
            "preview",
            "sandbox",
            "qa",
            "uat",
            "test",
            "local",
            "demo",
            "default");
    private static final int DEPTH = 12;

    private final Resolver resolver;
    private final Bindings bindings;

    /**
     * What is chosen.
     *
     * @param expression what is left once the stage is known; null when nothing is chosen
     * @param open whether it is not known what is chosen
     */
    record Choice(@Nullable Located expression, boolean open) {
        private static final Choice NOTHING = new Choice(null, false);
    }

    Stages(Resolver resolver, Bindings bindings) {
        this.resolver = resolver;
        this.bindings = bindings;
    }

    /** The stages of a module, sorted, with {@link #OTHER} as the last. */
    static List<String> of(Module module, Resolver resolver) {
        Stages stages = new Stages(resolver, Bindings.NONE);
        Set<String> named = new TreeSet<>();
        for (Located comparison : module.all(SyntaxKind.BINARY_EXPRESSION)) {
            for (String[] sides : List.of(new String[] {"left", "right"}, new String[] {"right", "left"})) {
                Located one = comparison.child(sides[0]);
                Located two = comparison.child(sides[1]);
                if (one == null || two == null || !stages.isStage(one)) continue;
                resolver.text(two).ifPresent(named::add);
            }
        }
        for (Located call : module.all(SyntaxKind.CALL_EXPRESSION)) named.addAll(stages.included(call));
        for (Located object : module.all(SyntaxKind.OBJECT))
            if (resolver.value(object) instanceof Value.Struct struct && keyed(struct))
                named.addAll(struct.entries().keySet());
        named.remove("default");
        Set<String> all = new TreeSet<>(named);
        for (String usual : USUAL) if (!named.contains(otherName(usual))) all.add(usual);
        List<String> sorted = new ArrayList<>(all);
        sorted.add(OTHER);
        return sorted;
    }

    private static String otherName(String stage) {
        return switch (stage) {
            case "dev" -> "development";
            case "prod" -> "production";
            default -> "stage";
        };
    }

    /** Whether the keys of an object are stages. */
    static boolean keyed(Value.Struct struct) {
        Set<String> keys = struct.entries().keySet();
        boolean usual = keys.stream()
                .anyMatch(key -> USUAL.contains(key) || key.equals("production") || key.equals("development"));
        return usual && WORDS.containsAll(keys);
    }

    /** Whether an expression is the name of the stage that is deployed. */
    boolean isStage(Located expression) {
        return isStage(bindings.value(resolver, expression));
    }

    private static boolean isStage(Value value) {
        if (value instanceof Value.Environment variable) return Words.any(variable.name(), Set.of("stage"));
        String name = null;
        if (value instanceof Value.Global global) name = global.name();
        if (value instanceof Value.Parameter parameter) name = parameter.name();
        if (value instanceof Value.External external) name = external.name();
        return name != null && (name.equals("stage") || name.endsWith(".stage"));
    }

    /** What an expression comes down to at a stage. */
    Choice at(Located expression, String stage) {
        return at(expression, stage, 0);
    }

    private Choice at(Located expression, String stage, int depth) {
        Located bare = Code.bare(expression);
        SyntaxNode node = bare.node();
        if (depth > DEPTH) return new Choice(bare, true);
        if (node.is(SyntaxKind.TERNARY_EXPRESSION)) return ternary(bare, stage, depth);
        if (node.is(SyntaxKind.SUBSCRIPT_EXPRESSION)) {
            Choice looked = lookup(bare, stage, depth);
            if (looked != null) return looked;
        }
        if (node.is(SyntaxKind.BINARY_EXPRESSION)) {
            Choice fallback = fallback(bare, stage, depth);
            if (fallback != null) return fallback;
        }
        Value value = resolver.value(bare);
        Located bound = value instanceof Value.Parameter parameter ? bindings.argument(resolver, parameter) : null;
        if (bound != null) return at(bound, stage, depth + 1);
        if (value instanceof Value.Open open && !open.expression().equals(bare))
            return at(open.expression(), stage, depth + 1);
        if (value instanceof Value.Nothing) return Choice.NOTHING;
        return new Choice(bare, false);
    }

    private Choice ternary(Located expression, String stage, int depth) {
        Located condition = expression.child("condition");
        Located yes = expression.child("consequence");
        Located no = expression.child("alternative");
        Boolean truth = condition == null ? null : truth(condition, stage);
        if (truth == null || yes == null || no == null) return new Choice(expression, true);
        return at(truth ? yes : no, stage, depth + 1);
    }

    /** {@code sizes[$app.stage]}; null when it is another subscript. */
    private @Nullable Choice lookup(Located expression, String stage, int depth) {
        Located object = expression.child("object");
        Located index = expression.child("index");
        if (object == null || index == null || !isStage(index)) return null;
        Choice table = at(object, stage, depth + 1);
        if (table.expression() == null || !(resolver.value(table.expression()) instanceof Value.Struct struct))
            return new Choice(expression, true);
        Located chosen = struct.get(stage);
        if (chosen != null) return at(chosen, stage, depth + 1);
        return struct.complete() ? Choice.NOTHING : new Choice(expression, true);
    }

    /** {@code a ?? b}; null when it is another operator. */
    private @Nullable Choice fallback(Located expression, String stage, int depth) {
        SyntaxNode operator = expression.node().child("operator");
        Located left = expression.child("left");
        Located right = expression.child("right");
        if (operator == null || left == null || right == null) return null;
        if (!operator.text().equals("??") && !operator.text().equals("||")) return null;
        Choice first = at(left, stage, depth + 1);
        if (first.open()) return first;
        if (first.expression() == null) return at(right, stage, depth + 1);
        Value value = resolver.value(first.expression());
        boolean there = value instanceof Value.Struct
                || value instanceof Value.Items
                || value instanceof Value.CallResult
                || (value instanceof Value.Text text && !text.text().isEmpty())
                || (value instanceof Value.Number number && !number.raw().equals("0"));
        return there ? first : new Choice(expression, true);
    }

    /** Whether a condition holds at a stage; null when that is not known. */
    @Nullable
    Boolean truth(Located condition, String stage) {
        return truth(condition, stage, 0);
    }

    private @Nullable Boolean truth(Located condition, String stage, int depth) {
        Located bare = Code.bare(condition);
        SyntaxNode node = bare.node();
        if (depth > DEPTH) return null;
        if (node.is(SyntaxKind.UNARY_EXPRESSION)) {
            Located argument = bare.child("argument");
            SyntaxNode operator = node.child("operator");
            if (argument == null || operator == null || !operator.text().equals("!")) return null;
            Boolean inner = truth(argument, stage, depth + 1);
            return inner == null ? null : (Boolean) !inner;
        }
        if (node.is(SyntaxKind.BINARY_EXPRESSION)) return binary(bare, stage, depth);
        if (node.is(SyntaxKind.CALL_EXPRESSION)) {
            List<String> included = included(bare);
            return included.isEmpty() ? null : (Boolean) included.contains(stage);
        }
        Value value = resolver.value(bare);
        if (value instanceof Value.Bool bool) return bool.value();
        Located bound = value instanceof Value.Parameter parameter ? bindings.argument(resolver, parameter) : null;
        if (bound != null) return truth(bound, stage, depth + 1);
        if (value instanceof Value.Open open && !open.expression().equals(bare))
            return truth(open.expression(), stage, depth + 1);
        if (value instanceof Value.CallResult made && !made.call().equals(bare))
            return truth(made.call(), stage, depth + 1);
        return null;
    }

    private @Nullable Boolean binary(Located comparison, String stage, int depth) {
        Located left = comparison.child("left");
        Located right = comparison.child("right");
        SyntaxNode operator = comparison.node().child("operator");
        if (left == null || right == null || operator == null) return null;
        String sign = operator.text();
        if (sign.equals("&&") || sign.equals("||")) {
            Boolean a = truth(left, stage, depth + 1);
            Boolean b = truth(right, stage, depth + 1);
            boolean decisive = sign.equals("||");
            if ((a != null && a == decisive) || (b != null && b == decisive)) return decisive;
            if (a == null || b == null) return null;
            return !decisive;
        }
        boolean equal = sign.equals("===") || sign.equals("==");
        if (!equal && !sign.equals("!==") && !sign.equals("!=")) return null;
        Located other = isStage(left) ? right : isStage(right) ? left : null;
        String text = other == null ? null : resolver.text(other).orElse(null);
        return text == null ? null : (Boolean) (text.equals(stage) == equal);
    }

    /** The texts of {@code ['staging', 'prod'].includes(stage)}; none when it is another call. */
    private List<String> included(Located call) {
        List<String> texts = new ArrayList<>();
        Located function = call.child("function");
        Located object = function == null ? null : function.child("object");
        if (object == null || !Code.called(call.node()).equals("includes")) return texts;
        List<Located> arguments = resolver.arguments(call).items();
        if (arguments.size() != 1 || !isStage(arguments.get(0))) return texts;
        if (!(resolver.value(object) instanceof Value.Items items) || !items.complete()) return texts;
        for (Located item : items.items()) {
            String text = resolver.text(item).orElse(null);
            if (text == null) return new ArrayList<>();
            texts.add(text);
        }
        return texts;
    }
}
