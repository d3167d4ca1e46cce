package io.github.assaymark.facts.registry;

import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The properties of an object, found by names whose spelling does not matter: {@code requiresBaa},
 * {@code requires_baa}.
 */
public final class Attributes {
    static final Value.Struct NONE = new Value.Struct(Map.of(), true);

    private final Resolver resolver;
    private final Value.Struct struct;

    /** The properties of {@code struct}. */
    public Attributes(Resolver resolver, Value.Struct struct) {
        this.resolver = resolver;
        this.struct = struct;
    }

    /** The value of the first of these properties that is there; names are given squeezed and in lower case. */
    public @Nullable Located get(String... names) {
        for (String name : names) {
            for (Map.Entry<String, Located> entry : struct.entries().entrySet()) {
                if (Words.squeezed(entry.getKey()).equals(name)) return entry.getValue();
            }
        }
        return null;
    }

    /** The constant text of the first of these that has one. */
    public @Nullable String text(String... names) {
        for (String name : names) {
            Located located = get(name);
            if (located != null && resolver.value(located) instanceof Value.Text text) return text.text();
        }
        return null;
    }

    /** The constant truth value of the first of these that has one. */
    public @Nullable Boolean truth(String... names) {
        for (String name : names) {
            Located located = get(name);
            if (located != null && resolver.value(located) instanceof Value.Bool bool) return bool.value();
        }
        return null;
    }

    /** The constant whole number of the first of these that has one. */
    public @Nullable Long whole(String... names) {
        for (String name : names) {
            Located located = get(name);
            Long number = located == null ? null : Numbers.whole(resolver, located);
            if (number != null) return number;
        }
        return null;
    }

    /** The constant texts of a property that is a text or a list of texts. */
    public List<String> texts(String... names) {
        Located located = get(names);
        List<String> texts = new ArrayList<>();
        if (located == null) return texts;
        Value value = resolver.value(located);
        if (value instanceof Value.Text text) texts.add(text.text());
        if (value instanceof Value.Items items)
            for (Located item : items.items())
                if (resolver.value(item) instanceof Value.Text text) texts.add(text.text());
        return texts;
    }

    /** How the first of these that is there reads. */
    public @Nullable String shown(String... names) {
        Located located = get(names);
        return located == null ? null : resolver.shown(located);
    }

    /** A property that is there but not constant; null when there is none among these. */
    public @Nullable Located open(String... names) {
        Located located = get(names);
        if (located == null) return null;
        Value value = resolver.value(located);
        boolean open = value instanceof Value.Open
                || value instanceof Value.Parameter
                || value instanceof Value.External
                || value instanceof Value.CallResult
                || value instanceof Value.Environment;
        return open ? located : null;
    }
}
