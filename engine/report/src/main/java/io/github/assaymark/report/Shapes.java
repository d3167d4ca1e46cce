package io.github.assaymark.report;

import io.github.assaymark.model.Quantity;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The shapes of Java types, read from the records by reflection when they are first needed. */
final class Shapes {
    private final Map<Type, Shape> known = new ConcurrentHashMap<>();

    /** The shape of a type facts can hold. */
    Shape of(Type type) {
        Shape shape = known.get(type);
        if (shape == null) {
            shape = make(type);
            known.put(type, shape);
        }
        return shape;
    }

    private Shape make(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class)
            return new Shape.Elements(of(list.getActualTypeArguments()[0]));
        if (type == String.class) return new Shape.Same(String.class, "a text");
        if (type == boolean.class || type == Boolean.class) return new Shape.Same(Boolean.class, "true or false");
        if (type == int.class || type == Integer.class) return new Shape.Whole(false);
        if (type == long.class || type == Long.class) return new Shape.Whole(true);
        if (type == Instant.class) return new Shape.Moment();
        if (type == Duration.class) return new Shape.Span();
        if (type == Quantity.class) return new Shape.Amount();
        if (type instanceof Class<?> c && c.isEnum()) return word(c);
        if (type instanceof Class<?> c && c.isRecord()) return record(c, null);
        if (type instanceof Class<?> c && c.isSealed()) return new OneOf(variants(c));
        throw new IllegalArgumentException("facts cannot hold a " + type.getTypeName());
    }

    private static Shape word(Class<?> type) {
        Map<String, Object> constants = new LinkedHashMap<>();
        for (Object constant : type.getEnumConstants()) constants.put(((Enum<?>) constant).name(), constant);
        return new Shape.Word(constants);
    }

    private RecordShape record(Class<?> type, @Nullable String kind) {
        List<RecordShape.Component> components = new ArrayList<>();
        RecordComponent[] declared = type.getRecordComponents();
        Class<?>[] parameters = new Class<?>[declared.length];
        for (int i = 0; i < declared.length; i++) {
            RecordComponent component = declared[i];
            parameters[i] = component.getType();
            components.add(new RecordShape.Component(
                    component.getName(),
                    component.getAccessor(),
                    component.getAnnotatedType().isAnnotationPresent(Nullable.class),
                    () -> of(component.getGenericType())));
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(parameters);
            return new RecordShape(type, constructor, components, kind);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e); // every record has it
        }
    }

    private Map<String, Variant> variants(Class<?> type) {
        Map<String, Variant> variants = new TreeMap<>();
        for (Class<?> part : type.getPermittedSubclasses()) {
            String kind = part.getSimpleName().toUpperCase(Locale.ROOT);
            variants.put(kind, new Variant(part, record(part, kind)));
        }
        return variants;
    }

    private record Variant(Class<?> type, RecordShape shape) {}

    /** One of several records, told apart by {@code kind}. */
    private record OneOf(Map<String, Variant> variants) implements Shape {
        @Override
        public Object write(Object value) {
            for (Variant variant : variants.values())
                if (variant.type() == value.getClass()) return variant.shape().write(value);
            throw new IllegalArgumentException(value.getClass().getName());
        }

        @Override
        public Object read(@Nullable Object tree, String where) throws Mismatch {
            if (!(tree instanceof Map<?, ?> map)) throw Shape.wrong(where, "an object", tree);
            Object kind = map.get("kind");
            Variant variant = kind instanceof String ? variants.get(kind) : null;
            if (variant == null) throw Shape.wrong(where + ".kind", "one of " + variants.keySet(), kind);
            return variant.shape().read(tree, where);
        }
    }
}
