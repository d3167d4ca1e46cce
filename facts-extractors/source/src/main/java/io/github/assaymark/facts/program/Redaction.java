package io.github.assaymark.facts.program;

import io.github.assaymark.facts.repository.work.Secrets;
import io.github.assaymark.model.Fact;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The last gate of facts from source code: whatever looks like a credential is taken out of every text of every fact,
 * however the extractor came by it. The same text always becomes the same text, so that facts still find each other by
 * their keys. Safe for use by many threads.
 */
public final class Redaction {
    /** Shorter texts hold no credential of a known form. */
    private static final int SHORTEST = 12;

    /** Names of files and of what repositories are made of: told apart by their place, not by their looks. */
    private static final Set<String> PLACES = Set.of(
            "owner",
            "file",
            "path",
            "fromFile",
            "toFile",
            "toModule",
            "handlerFile",
            "schemaFile",
            "importPath",
            "fromContext",
            "toContext",
            "toOwner",
            "validatedBy",
            "contentHash",
            "checksum",
            "sha",
            "blob");

    private static final Map<Class<?>, Shape> SHAPES = new ConcurrentHashMap<>();

    private Redaction() {}

    /** Takes facts and hands them on without credentials. */
    public static Consumer<Fact> before(Consumer<Fact> facts) {
        return fact -> facts.accept(of(fact));
    }

    /** The fact, or the same without what looks like a credential. */
    static Fact of(Fact fact) {
        if (!fact.getClass().isRecord()) return fact;
        Shape shape = SHAPES.computeIfAbsent(fact.getClass(), Redaction::shape);
        @Nullable Object[] values = null;
        for (int i = 0; i < shape.components.length; i++) {
            if (!shape.texts[i]) continue;
            Object value = shape.value(fact, i);
            Object without = without(value);
            if (without == value) continue;
            if (values == null) {
                values = new @Nullable Object[shape.components.length];
                for (int j = 0; j < values.length; j++) values[j] = shape.value(fact, j);
            }
            values[i] = without;
        }
        return values == null ? fact : shape.made(values);
    }

    /** The very same object when nothing is taken out. */
    private static @Nullable Object without(@Nullable Object value) {
        if (value instanceof String text) {
            if (text.length() < SHORTEST) return text;
            String redacted = Secrets.redacted(text);
            return redacted.equals(text) ? text : redacted;
        }
        if (!(value instanceof List<?> list)) return value;
        List<Object> redacted = new ArrayList<>();
        boolean changed = false;
        for (Object element : list) {
            Object one = without(element);
            changed |= one != element;
            redacted.add(one == null ? "" : one);
        }
        return changed ? redacted : value;
    }

    private static Shape shape(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        boolean[] texts = new boolean[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            texts[i] =
                    (types[i] == String.class || types[i] == List.class) && !PLACES.contains(components[i].getName());
        }
        try {
            return new Shape(components, texts, type.getDeclaredConstructor(types));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(
                    "the record `" + type.getSimpleName() + "` has no canonical constructor", e);
        }
    }

    private static final class Shape {
        private final RecordComponent[] components;
        private final boolean[] texts;
        private final Constructor<?> constructor;

        Shape(RecordComponent[] components, boolean[] texts, Constructor<?> constructor) {
            this.components = components;
            this.texts = texts;
            this.constructor = constructor;
        }

        @Nullable
        Object value(Fact fact, int component) {
            try {
                return components[component].getAccessor().invoke(fact);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("`" + components[component] + "` cannot be read", e);
            }
        }

        Fact made(@Nullable Object[] values) {
            try {
                return (Fact) constructor.newInstance(values);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("`" + constructor + "` failed", e);
            }
        }
    }
}
