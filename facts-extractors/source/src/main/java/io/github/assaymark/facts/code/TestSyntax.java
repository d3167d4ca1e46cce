package io.github.assaymark.facts.code;

import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells calls that declare tests and suites, with their modifiers. */
final class TestSyntax {
    private static final Set<String> TESTS = Set.of("it", "test", "specify", "fit", "xit", "xtest", "bench");
    private static final Set<String> SUITES = Set.of("describe", "suite", "context", "fdescribe", "xdescribe");
    private static final Set<String> MODIFIERS = Set.of(
            "skip",
            "only",
            "todo",
            "each",
            "for",
            "skipIf",
            "runIf",
            "if",
            "todoIf",
            "fails",
            "failing",
            "fixme",
            "concurrent",
            "sequential",
            "serial",
            "parallel",
            "shuffle",
            "describe",
            "prop",
            "extend",
            "effect",
            "live",
            "scoped",
            "slow");

    private static final Set<String> CALLED =
            Set.of("each", "for", "skipIf", "runIf", "if", "todoIf", "extend", "prop", "slow");

    /**
     * A call that declares a test or a suite.
     *
     * @param body function that holds it; null when it is still to be written
     * @param each whether it runs once for each of some values
     */
    record Declared(
            Located call,
            boolean suite,
            SyntaxNode name,
            @Nullable SyntaxNode body,
            boolean skipped,
            boolean exclusive,
            boolean each) {}

    private record Modifier(String name, @Nullable SyntaxNode call) {}

    private final Resolver resolver;

    TestSyntax(Resolver resolver) {
        this.resolver = resolver;
    }

    /** What a call declares; null when it declares neither a test nor a suite. */
    @Nullable
    Declared of(Located call) {
        SyntaxNode target = Syntax.target(call.node());
        if (target == null || !call.node().is(SyntaxKind.CALL_EXPRESSION)) return null;
        List<Modifier> modifiers = new ArrayList<>();
        String root = root(target, modifiers);
        if (root == null) return null;
        boolean suite = SUITES.contains(root)
                || modifiers.stream().anyMatch(m -> m.name().equals("describe"));
        if (!suite && !TESTS.contains(root)) return null;
        List<SyntaxNode> arguments = Syntax.arguments(call.node());
        if (arguments.isEmpty() || !name(call, arguments.get(0))) return null;
        SyntaxNode body = body(call, arguments);
        // skip(condition, reason) of Playwright within a test declares none
        boolean named = body != null || (arguments.size() == 1 && !suite) || has(modifiers, "todo");
        if (!named) return null;
        boolean skipped = root.startsWith("x")
                || (body == null && !suite)
                || off(call, modifiers)
                || option(call, arguments, "skip")
                || option(call, arguments, "todo");
        boolean exclusive = root.equals("fit")
                || root.equals("fdescribe")
                || has(modifiers, "only")
                || option(call, arguments, "only");
        boolean each = has(modifiers, "each") || has(modifiers, "for");
        return new Declared(call, suite, arguments.get(0), body, skipped, exclusive, each);
    }

    private static boolean has(List<Modifier> modifiers, String name) {
        return modifiers.stream().anyMatch(modifier -> modifier.name().equals(name));
    }

    /** The first name of {@code it.skip.each([…])}; null when the chain holds what no runner knows. */
    private static @Nullable String root(SyntaxNode target, List<Modifier> modifiers) {
        SyntaxNode node = Syntax.bare(target);
        SyntaxNode call = null;
        for (int i = 0; i < 8; i++) {
            if (node.is(SyntaxKind.CALL_EXPRESSION)) {
                call = node;
                SyntaxNode inner = Syntax.target(node);
                if (inner == null || Syntax.bare(inner).is(SyntaxKind.CALL_EXPRESSION)) return null;
                node = Syntax.bare(inner);
            } else if (node.is(SyntaxKind.MEMBER_EXPRESSION)) {
                SyntaxNode property = node.child("property");
                SyntaxNode object = node.child("object");
                if (property == null || object == null) return null;
                String name = property.text();
                boolean own = TESTS.contains(name) || SUITES.contains(name);
                if (!MODIFIERS.contains(name) && !(own && call == null && subtest(object))) return null;
                if (own && !MODIFIERS.contains(name)) return name;
                // it.each(…) alone declares nothing, what it gives does
                if (call == null && CALLED.contains(name)) return null;
                modifiers.add(new Modifier(name, call));
                call = null;
                node = Syntax.bare(object);
            } else {
                boolean plain = node.is(SyntaxKind.IDENTIFIER) && call == null;
                return plain ? node.text() : null;
            }
        }
        return null;
    }

    /** {@code t.test(…)} of node:test, {@code Deno.test}. */
    private static boolean subtest(SyntaxNode object) {
        String text = Syntax.bare(object).text();
        return text.equals("t") || text.equals("ctx") || text.equals("Deno") || text.equals("QUnit");
    }

    private boolean name(Located call, SyntaxNode argument) {
        SyntaxNode bare = Syntax.bare(argument);
        if (Syntax.function(bare) || bare.is(SyntaxKind.OBJECT) || bare.is(SyntaxKind.ARRAY)) return false;
        return !(resolver.value(call.at(bare)) instanceof Value.Bool);
    }

    private static @Nullable SyntaxNode callback(SyntaxNode argument) {
        SyntaxNode bare = Syntax.bare(argument);
        return Syntax.function(bare) ? bare : null;
    }

    private @Nullable SyntaxNode body(Located call, List<SyntaxNode> arguments) {
        for (int i = arguments.size() - 1; i > 0; i--) {
            SyntaxNode function = callback(arguments.get(i));
            if (function != null) return function;
        }
        for (int i = arguments.size() - 1; i > 0; i--) {
            SyntaxNode bare = Syntax.bare(arguments.get(i));
            if (bare.is(SyntaxKind.CALL_EXPRESSION)) {
                // fakeAsync(() => …), withDatabase(async (db) => …)
                for (SyntaxNode inner : Syntax.arguments(bare)) {
                    SyntaxNode function = callback(inner);
                    if (function != null) return function;
                }
                return bare;
            }
            if (resolver.value(call.at(bare)) instanceof Value.Function function
                    && function.function().module().equals(call.module()))
                return function.function().node();
        }
        return null;
    }

    /** Whether a modifier keeps it from running, always or under a condition. */
    private boolean off(Located call, List<Modifier> modifiers) {
        for (Modifier modifier : modifiers) {
            switch (modifier.name()) {
                case "skip", "todo", "fixme" -> {
                    return true;
                }
                case "skipIf", "todoIf" -> {
                    if (!known(call, modifier, false)) return true;
                }
                case "runIf", "if" -> {
                    if (!known(call, modifier, true)) return true;
                }
                default -> {
                    // changes how it runs, not whether
                }
            }
        }
        return false;
    }

    private boolean known(Located call, Modifier modifier, boolean wanted) {
        SyntaxNode condition = modifier.call() == null ? null : Syntax.argument(modifier.call(), 0);
        return condition != null
                && resolver.value(call.at(condition)) instanceof Value.Bool truth
                && truth.value() == wanted;
    }

    /** An option that is given and not false. */
    private boolean option(Located call, List<SyntaxNode> arguments, String key) {
        for (SyntaxNode argument : arguments) {
            SyntaxNode value = Syntax.entry(argument, key);
            if (value != null) return !(resolver.value(call.at(value)) instanceof Value.Bool truth && !truth.value());
        }
        return false;
    }

    /** Whether the body of a test skips it: {@code t.skip()}, {@code test.skip(condition)}, {@code this.skip()}. */
    static boolean skips(SyntaxNode body) {
        for (SyntaxNode call : Syntax.below(body, SyntaxKind.CALL_EXPRESSION)) {
            String name = Syntax.dotted(Syntax.target(call));
            if (name == null) continue;
            boolean skip = name.matches("(t|ctx|context|test|this|testInfo)\\.(skip|fixme|todo)");
            if (!skip) continue;
            List<SyntaxNode> arguments = Syntax.arguments(call);
            boolean declares =
                    arguments.size() > 1 && Syntax.function(Syntax.bare(arguments.get(arguments.size() - 1)));
            if (!declares) return true;
        }
        return false;
    }
}
