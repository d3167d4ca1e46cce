package io.github.assaymark.facts.code;

import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What assertions of a test are called, and the constants they name: of {@code expect(x).not.toBe(404)} it is
 * {@code not toBe} and {@code not 404}, of {@code fc.assert(p, { numRuns: 50 })} it is {@code fc.assert} and
 * {@code numRuns=50}. Used by one thread.
 */
final class AssertedConstants {
    private static final int MAX = 100;

    private final Resolver resolver;
    private final Set<String> matchers = new TreeSet<>();
    private final Set<String> expected = new TreeSet<>();

    AssertedConstants(Resolver resolver) {
        this.resolver = resolver;
    }

    List<String> matchers() {
        return List.copyOf(matchers);
    }

    List<String> expected() {
        return List.copyOf(expected);
    }

    /** @param assertion a call that {@link Assertions} found */
    void add(Located assertion) {
        SyntaxNode target = Syntax.target(assertion.node());
        if (target == null) return;
        String name = Syntax.dotted(Syntax.bare(target));
        if (name != null && Syntax.first(name).equals("expect")) chain(assertion);
        else {
            SyntaxNode property = Syntax.bare(target).child("property");
            String shown = name == null ? (property == null ? "" : property.text()) : name;
            boolean negated = name == null && target.text().contains(".not.");
            told(shown, assertion, negated);
        }
    }

    /** The matchers behind {@code expect(x)}. */
    private void chain(Located expect) {
        boolean negated = false;
        SyntaxNode node = expect.node();
        SyntaxNode around = Syntax.around(node);
        while (around != null && around.is(SyntaxKind.MEMBER_EXPRESSION)) {
            SyntaxNode property = around.child("property");
            SyntaxNode outer = Syntax.around(around);
            boolean called = outer != null && outer.is(SyntaxKind.CALL_EXPRESSION);
            if (property != null && property.text().equals("not")) negated = !negated;
            if (property != null && called && outer != null) {
                told(property.text(), expect.at(outer), negated);
                return;
            }
            around = outer;
        }
    }

    private void told(String name, Located call, boolean negated) {
        String not = negated ? "not " : "";
        if (!name.isEmpty() && matchers.size() < MAX) matchers.add(not + Syntax.line(name));
        for (Located argument : resolver.arguments(call).items()) {
            Value value = resolver.value(argument);
            if (value instanceof Value.Struct struct) {
                struct.entries().forEach((key, of) -> {
                    String text = constant(of, resolver.value(of));
                    if (text != null) add(not + Syntax.line(key) + "=" + text);
                });
            } else {
                String text = constant(argument, value);
                if (text != null) add(not + text);
            }
        }
    }

    private void add(String text) {
        if (expected.size() < MAX) expected.add(text);
    }

    private @Nullable String constant(Located at, Value value) {
        if (value instanceof Value.Number number) return number.raw();
        if (value instanceof Value.Bool bool) return Boolean.toString(bool.value());
        if (value instanceof Value.Items items)
            return items.complete() && items.items().isEmpty() ? "[]" : null;
        if (!(value instanceof Value.Text)) return null;
        String shown = Syntax.line(resolver.shown(at));
        return shown.isEmpty() || shown.length() > 100 ? null : shown;
    }
}
