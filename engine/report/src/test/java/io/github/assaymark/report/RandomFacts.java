package io.github.assaymark.report;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Quantity;
import io.github.assaymark.model.catalogue.FactCatalogue;
import io.github.assaymark.model.catalogue.FactType;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Facts of every type with nasty values, made by reflection. */
final class RandomFacts {
    private static final List<String> TEXTS = List.of(
            "",
            "plain",
            "services/billing",
            "with \"quotes\" and \\",
            "line\nbreak\r\ttab",
            "\u0000\u0001\u001b[31mred\u007f\u009b",
            "\u2028\u2029\u202e\u200f\ufeff",
            "\ud83d\ude00 \u00e9 \u4e2d",
            "lonely \ud800 and \udc00",
            "\udc00\ud800",
            "\ud800",
            "</script>\u20ac",
            "null",
            "9007199254740993");
    private static final long[] NUMBERS = {
        0,
        1,
        -1,
        42,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        (1L << 53) - 1,
        1L << 53,
        -(1L << 53),
        9007199254740993L,
        Long.MAX_VALUE,
        Long.MIN_VALUE
    };
    private static final List<Instant> INSTANTS = List.of(
            Instant.EPOCH,
            Instant.parse("2026-11-22T06:37:50Z"),
            Instant.parse("2026-11-22T06:37:50.123456789Z"),
            Instant.parse("1969-12-31T23:59:59.999999999Z"),
            Instant.MAX,
            Instant.MIN);

    private final Random random;

    RandomFacts(long seed) {
        this.random = new Random(seed);
    }

    /** {@code each} facts of every standard type. */
    List<Fact> ofEveryType(int each) {
        List<Fact> facts = new ArrayList<>();
        for (FactType type : FactCatalogue.standard().types())
            for (int i = 0; i < each; i++) facts.add((Fact) make(type.javaType(), 0));
        return facts;
    }

    private Object make(Type type, int depth) {
        if (type instanceof ParameterizedType list) {
            List<Object> elements = new ArrayList<>();
            for (int i = depth > 3 ? 0 : random.nextInt(4); i > 0; i--)
                elements.add(make(list.getActualTypeArguments()[0], depth + 1));
            return elements;
        }
        if (type == String.class) return text();
        if (type == boolean.class || type == Boolean.class) return random.nextBoolean();
        if (type == int.class || type == Integer.class) return (int) number();
        if (type == long.class || type == Long.class) return number();
        if (type == Instant.class) return INSTANTS.get(random.nextInt(INSTANTS.size()));
        if (type == Duration.class) return Duration.ofSeconds(random.nextInt() * 1000L, random.nextInt(1_000_000_000));
        if (type == Quantity.class)
            return new Quantity(
                    new BigDecimal(BigInteger.valueOf(number()), random.nextInt(80) - 40),
                    pick(Quantity.Unit.values()));
        Class<?> c = (Class<?>) type;
        if (c.isEnum()) return pick(c.getEnumConstants());
        if (c.isSealed()) return make(pick(c.getPermittedSubclasses()), depth + 1);
        return record(c, depth);
    }

    private Object record(Class<?> type, int depth) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        @Nullable Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            boolean absent =
                    components[i].getAnnotatedType().isAnnotationPresent(Nullable.class) && random.nextInt(3) == 0;
            values[i] = absent ? null : make(components[i].getGenericType(), depth + 1);
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    String text() {
        return pick(TEXTS.toArray(String[]::new)) + (random.nextBoolean() ? random.nextInt(1000) : "");
    }

    private long number() {
        return NUMBERS[random.nextInt(NUMBERS.length)];
    }

    private <T> T pick(T[] from) {
        return from[random.nextInt(from.length)];
    }
}
