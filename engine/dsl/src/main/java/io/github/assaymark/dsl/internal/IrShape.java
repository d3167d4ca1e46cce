package io.github.assaymark.dsl.internal;

import io.github.assaymark.model.Quantity;
import io.github.assaymark.model.rule.Pack;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the codec knows of the rule records, read by reflection: it follows the model without being told. */
final class IrShape {
    /** What a constant can hold, in the order of their tags. */
    static final List<Class<?>> CONSTANTS = List.of(
            String.class,
            Long.class,
            Boolean.class,
            java.time.Duration.class,
            java.time.Instant.class,
            Quantity.class,
            List.class);

    private static final Map<Class<?>, RecordShape> RECORDS = new HashMap<>();
    private static final Map<Class<?>, List<Class<?>>> CHOICES = new HashMap<>();

    private IrShape() {}

    static final class RecordShape {
        final Constructor<?> constructor;
        final RecordComponent[] components;
        final Type[] types;

        private RecordShape(Class<?> type) {
            components = type.getRecordComponents();
            types = Arrays.stream(components)
                    .map(RecordComponent::getGenericType)
                    .toArray(Type[]::new);
            Class<?>[] raw =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            try {
                constructor = type.getDeclaredConstructor(raw);
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("no canonical constructor of " + type, e);
            }
        }
    }

    static synchronized RecordShape record(Class<?> type) {
        return RECORDS.computeIfAbsent(type, RecordShape::new);
    }

    /** The records of a sealed interface in a fixed order. */
    static synchronized List<Class<?>> choices(Class<?> sealed) {
        List<Class<?>> known = CHOICES.get(sealed);
        if (known != null) return known;
        List<Class<?>> found = new ArrayList<>();
        collect(sealed, found);
        found.sort(Comparator.comparing(Class::getName));
        CHOICES.put(sealed, found);
        return found;
    }

    private static void collect(Class<?> type, List<Class<?>> into) {
        if (type.isRecord()) into.add(type);
        else for (Class<?> permitted : type.getPermittedSubclasses()) collect(permitted, into);
    }

    /** Changes with every component, choice and word of the rule records. */
    static String digest() {
        Map<String, String> seen = new TreeMap<>();
        describe(Pack.class, seen);
        describe(Quantity.class, seen);
        byte[] hash = Reading.sha256().digest(seen.toString().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash);
    }

    private static void describe(Type type, Map<String, String> seen) {
        if (type instanceof java.lang.reflect.ParameterizedType list) {
            describe(list.getActualTypeArguments()[0], seen);
            return;
        }
        Class<?> raw = (Class<?>) type;
        if (!raw.getName().startsWith("io.github.assaymark") || seen.containsKey(raw.getName())) return;
        if (raw.isEnum()) seen.put(raw.getName(), Arrays.toString(raw.getEnumConstants()));
        else if (raw.isRecord()) {
            RecordShape shape = record(raw);
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < shape.types.length; i++)
                text.append(shape.components[i].getName())
                        .append(':')
                        .append(shape.types[i].getTypeName())
                        .append(' ');
            seen.put(raw.getName(), text.toString());
            for (Type component : shape.types) describe(component, seen);
        } else {
            List<Class<?>> choices = choices(raw);
            seen.put(raw.getName(), choices.toString());
            for (Class<?> choice : choices) describe(choice, seen);
        }
    }
}
