package io.github.assaymark.facts.registry;

import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One element of a literal that lists things.
 *
 * @param key its key in an object; empty in an array
 * @param located the expression of its value
 * @param value what that stands for
 * @param text its text when it is one
 * @param named the text it is constructed with, as in {@code defineScope('a.read', {...})}
 * @param struct its properties, also those it is constructed with
 */
public record Entry(
        String key,
        Located located,
        Value value,
        @Nullable String text,
        @Nullable String named,
        Value.@Nullable Struct struct) {

    /** The elements of a literal that {@link Literal#of} gave. */
    public static List<Entry> of(Resolver resolver, Value literal) {
        List<Entry> entries = new ArrayList<>();
        if (literal instanceof Value.Struct struct)
            struct.entries().forEach((key, located) -> entries.add(of(resolver, key, located)));
        if (literal instanceof Value.Items items)
            for (Located located : items.items()) entries.add(of(resolver, "", located));
        return entries;
    }

    private static Entry of(Resolver resolver, String key, Located located) {
        Value value = resolver.value(located);
        String text = value instanceof Value.Text constant ? constant.text() : null;
        String named = null;
        Value.Struct struct = value instanceof Value.Struct direct ? direct : null;
        if (value instanceof Value.CallResult made && made.callee().plain()) {
            List<Located> arguments = resolver.arguments(made.call()).items();
            int next = 0;
            if (!arguments.isEmpty() && resolver.value(arguments.get(0)) instanceof Value.Text first) {
                named = first.text();
                next = 1;
            }
            if (next < arguments.size() && resolver.value(arguments.get(next)) instanceof Value.Struct given)
                struct = given;
        }
        return new Entry(key, located, value, text, named, struct);
    }

    /** Its properties; none when it has none that are known. */
    public Attributes attributes(Resolver resolver) {
        return new Attributes(resolver, struct == null ? Attributes.NONE : struct);
    }

    /** Where a reader should look: the key and the value. */
    public Located place() {
        SyntaxNode parent = located.node().parent();
        return parent != null && parent.is(SyntaxKind.PAIR) ? located.at(parent) : located;
    }

    /** Whether there is nothing constant about it. */
    public boolean open() {
        return text == null
                && named == null
                && struct == null
                && !(value instanceof Value.Number)
                && !(value instanceof Value.Bool)
                && !(value instanceof Value.Nothing)
                && !(value instanceof Value.Items)
                && !(value instanceof Value.Function);
    }
}
