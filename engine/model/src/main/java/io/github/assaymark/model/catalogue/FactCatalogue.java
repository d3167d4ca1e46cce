package io.github.assaymark.model.catalogue;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Quantity;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The known fact types, read once by reflection from their records. Immutable and safe for use by many threads. The
 * checker of the language, the generated reference, {@code assay facts} and the snapshot codec all use it.
 */
public final class FactCatalogue {
    private final Map<String, FactType> byName;
    private final Map<Class<?>, FactType> byClass;
    private final String digest;

    private FactCatalogue(Map<String, FactType> byName) {
        this.byName = Collections.unmodifiableMap(byName);
        Map<Class<?>, FactType> classes = new LinkedHashMap<>();
        byName.values().forEach(type -> classes.put(type.javaType(), type));
        this.byClass = classes;
        this.digest = digestOf(byName.values());
    }

    /** The catalogue of these record types. */
    public static FactCatalogue of(Collection<Class<? extends Fact>> types) {
        Map<String, FactType> byName = new TreeMap<>();
        for (Class<? extends Fact> type : types) {
            FactType known = read(type);
            FactType other = byName.put(known.name(), known);
            if (other != null)
                throw new IllegalArgumentException("two fact types are called " + known.name() + ": "
                        + other.javaType().getName() + " and " + type.getName());
        }
        return new FactCatalogue(byName);
    }

    /** The types shipped with this library. */
    public static FactCatalogue standard() {
        return Standard.CATALOGUE;
    }

    /** In order of their names. */
    public Collection<FactType> types() {
        return byName.values();
    }

    /** The type of that name; null when there is none. */
    public @Nullable FactType type(String name) {
        return byName.get(name);
    }

    /**
     * The type of a fact.
     *
     * @throws IllegalArgumentException when the fact's class is not in this catalogue
     */
    public FactType typeOf(Fact fact) {
        FactType type = byClass.get(fact.getClass());
        if (type == null)
            throw new IllegalArgumentException("fact type " + fact.getClass().getName()
                    + " is not in the catalogue\n  Maybe it is missing in FactCatalogue.of(...)");
        return type;
    }

    /** Changes whenever a name, property or property type changes: part of the key of every cache of compiled rules. */
    public String digest() {
        return digest;
    }

    private static FactType read(Class<? extends Fact> type) {
        Describe description = type.getAnnotation(Describe.class);
        if (!type.isRecord() || description == null)
            throw new IllegalArgumentException(type.getName() + " must be a record with @Describe");
        Map<String, Property> properties = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Describe meaning = component.getAnnotation(Describe.class);
            if (meaning != null) add(properties, property(type, component, meaning, properties.size()));
        }
        return new FactType(type, description.value(), properties);
    }

    private static void add(Map<String, Property> properties, Property property) {
        properties.put(property.name(), property);
    }

    private static Property property(Class<?> owner, RecordComponent component, Describe meaning, int index) {
        if (!Modifier.isPublic(owner.getModifiers()))
            throw new IllegalArgumentException(owner.getName() + " must be public");
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return new Property(
                component.getName(),
                typeOf(owner, component),
                nullable,
                meaning.value(),
                index,
                component.getAccessor());
    }

    private static ValueType typeOf(Class<?> owner, RecordComponent component) {
        Class<?> type = component.getType();
        if (type == String.class) return ValueType.TEXT;
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class)
            return ValueType.INTEGER;
        if (type == boolean.class || type == Boolean.class) return ValueType.BOOLEAN;
        if (type == Instant.class) return ValueType.INSTANT;
        if (type == Duration.class) return ValueType.DURATION;
        if (type == Quantity.class) return ValueType.QUANTITY;
        if (type.isEnum()) {
            List<String> words = Arrays.stream(type.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .toList();
            return new ValueType(ValueType.Kind.ENUM, type.getSimpleName(), words);
        }
        if (component.getGenericType().getTypeName().equals("java.util.List<java.lang.String>"))
            return ValueType.TEXT_LIST;
        throw new IllegalArgumentException(owner.getName() + "." + component.getName() + " has type "
                + component.getGenericType().getTypeName() + ", which facts cannot hold");
    }

    private static String digestOf(Collection<FactType> types) {
        StringBuilder text = new StringBuilder();
        for (FactType type : types) {
            text.append(type.javaType().getName());
            for (Property property : type.properties())
                text.append('\n').append(property).append(property.nullable() ? "?" : "");
            text.append('\n');
        }
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has SHA-256
        }
    }

    private static final class Standard {
        static final FactCatalogue CATALOGUE = FactCatalogue.of(new ArrayList<>(StandardFacts.TYPES));
    }
}
