package io.github.assaymark.core.explain;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.Quantity;
import io.github.assaymark.model.catalogue.FactType;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Facts that are like others but for some properties. */
final class FactCopies {
    private static final Provenance PROPOSED = new Provenance.Derived("proposal", List.of());

    private FactCopies() {}

    /** A copy with other properties, in the language's own representation; null when such a fact cannot be made. */
    static @Nullable Fact with(Fact fact, Map<String, ? extends @Nullable Object> changes) {
        try {
            RecordComponent[] components = fact.getClass().getRecordComponents();
            if (components == null) return null;
            @Nullable Object[] values = new @Nullable Object[components.length];
            for (int i = 0; i < components.length; i++) {
                String name = components[i].getName();
                values[i] = changes.containsKey(name)
                        ? carried(changes.get(name), components[i].getType())
                        : components[i].getAccessor().invoke(fact);
            }
            return make(fact.getClass(), components, values);
        } catch (ReflectiveOperationException | RuntimeException e) {
            return null; // a fact whose record refuses the value cannot be proposed
        }
    }

    /** A fact of which nothing is said but key and owner; null when such a fact cannot be made. */
    static @Nullable Fact blank(FactType type, String key, String owner, Instant now) {
        try {
            RecordComponent[] components = type.javaType().getRecordComponents();
            @Nullable Object[] values = new @Nullable Object[components.length];
            for (int i = 0; i < components.length; i++) {
                String name = components[i].getName();
                if (name.equals("key")) values[i] = key;
                else if (name.equals("owner")) values[i] = owner;
                else if (!components[i].getAnnotatedType().isAnnotationPresent(Nullable.class))
                    values[i] = blank(components[i].getType(), now);
            }
            return make(type.javaType(), components, values);
        } catch (ReflectiveOperationException | RuntimeException e) {
            return null; // a fact whose record refuses empty values cannot be proposed
        }
    }

    private static Fact make(Class<? extends Fact> type, RecordComponent[] components, @Nullable Object[] values)
            throws ReflectiveOperationException {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Constructor<? extends Fact> constructor = type.getConstructor(types);
        return constructor.newInstance(values);
    }

    private static @Nullable Object carried(@Nullable Object value, Class<?> type) {
        if (value instanceof Long number && (type == int.class || type == Integer.class))
            return Math.toIntExact(number);
        if (value instanceof String word && type.isEnum()) {
            for (Object constant : type.getEnumConstants())
                if (((Enum<?>) constant).name().equals(word)) return constant;
            throw new IllegalArgumentException(word + " is no " + type.getSimpleName());
        }
        return value;
    }

    private static @Nullable Object blank(Class<?> type, Instant now) {
        if (type == String.class) return "";
        if (type == int.class || type == Integer.class) return 0;
        if (type == long.class || type == Long.class) return 0L;
        if (type == boolean.class || type == Boolean.class) return false;
        if (type == Instant.class) return now;
        if (type == Duration.class) return Duration.ZERO;
        if (type == Quantity.class) return Quantity.of(0, Quantity.Unit.PIECES);
        if (type == List.class) return List.of();
        if (type.isEnum()) return type.getEnumConstants()[0];
        if (Provenance.class.isAssignableFrom(type)) return PROPOSED;
        return null;
    }
}
