package io.github.assaymark.report;

import io.github.assaymark.model.Quantity;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How values of one Java type stand in JSON. */
interface Shape {
    /** The JSON tree of a value of the type. */
    Object write(Object value);

    /**
     * The value of a JSON tree.
     *
     * @param where names the value in messages
     * @throws Mismatch when the tree is not the form {@link #write} gives
     */
    Object read(@Nullable Object tree, String where) throws Mismatch;

    /** Whole numbers as they are; beyond 53 bits, which JSON numbers may lose, as texts. */
    record Whole(boolean wide) implements Shape {
        private static final long SAFE = (1L << 53) - 1;

        @Override
        public Object write(Object value) {
            long number = ((Number) value).longValue();
            return number > SAFE || number < -SAFE ? (Object) Long.toString(number) : (Object) number;
        }

        @Override
        public Object read(@Nullable Object tree, String where) throws Mismatch {
            long number;
            if (tree instanceof Long safe && safe <= SAFE && safe >= -SAFE) number = safe;
            else if (tree instanceof String text) number = parsed(text, where);
            else throw wrong(where, "a whole number", tree);
            if (wide) return number;
            if (number != (int) number) throw wrong(where, "a whole number of 32 bits", tree);
            return (int) number;
        }

        private static long parsed(String text, String where) throws Mismatch {
            try {
                long number = Long.parseLong(text);
                if ((number > SAFE || number < -SAFE) && Long.toString(number).equals(text)) return number;
            } catch (NumberFormatException e) {
                throw wrong(where, "a whole number", text);
            }
            throw wrong(where, "a whole number, as text only beyond 53 bits", text);
        }
    }

    /** Texts and booleans, which are the same in JSON. */
    record Same(Class<?> type, String name) implements Shape {
        @Override
        public Object write(Object value) {
            return value;
        }

        @Override
        public Object read(@Nullable Object tree, String where) throws Mismatch {
            if (!type.isInstance(tree)) throw wrong(where, name, tree);
            return tree;
        }
    }

    /** UTC with nine digits of the second, always. */
    record Moment() implements Shape {
        private static final DateTimeFormatter FORMAT =
                new DateTimeFormatterBuilder().appendInstant(9).toFormatter(java.util.Locale.ROOT);

        @Override
        public Object write(Object value) {
            return FORMAT.format((Instant) value);
        }

        @Override
        public Object read(@Nullable Object tree, String where) throws Mismatch {
            if (tree instanceof String text)
                try {
                    Instant instant = Instant.parse(text);
                    if (write(instant).equals(text)) return instant;
                } catch (DateTimeException e) {
                    throw wrong(where, "a UTC instant such as 2026-03-01T00:00:00.000000000Z", tree);
                }
            throw wrong(where, "a UTC instant such as 2026-03-01T00:00:00.000000000Z", tree);
        }
    }

    /** ISO 8601. */
    record Span() implements Shape {
        @Override
        public Object write(Object value) {
            return value.toString();
        }

        @Override
        public Object read(@Nullable Object tree, String where) throws Mismatch {
            if (tree instanceof String text)
                try {
                    Duration duration = Duration.parse(text);
                    if (duration.toString().equals(text)) return duration;
                } catch (DateTimeException e) {
                    throw wrong(where, "a duration such as PT24H", tree);
                }
            throw wrong(where, "a duration such as PT24H", tree);
        }
    }

    /** The amount as text, and the unit. */
    record Amount() implements Shape {
        private static final int MAX_SCALE = 400;

        @Override
        public Object write(Object value) {
            Quantity quantity = (Quantity) value;
            Map<String, Object> map = new TreeMap<>();
            map.put("amount", quantity.amount().toString());
            map.put("unit", quantity.unit().name());
            return map;
        }

        @Override
        public Object read(@Nullable Object tree, String where) throws Mismatch {
            if (tree instanceof Map<?, ?> map
                    && map.size() == 2
                    && map.get("amount") instanceof String amount
                    && amount.length() <= MAX_SCALE
                    && map.get("unit") instanceof String unit)
                try {
                    BigDecimal number = new BigDecimal(amount);
                    if (Math.abs((long) number.scale()) <= MAX_SCALE) {
                        Quantity quantity = new Quantity(number, Quantity.Unit.valueOf(unit));
                        if (quantity.amount().toString().equals(amount)) return quantity;
                    }
                } catch (IllegalArgumentException e) {
                    throw wrong(where, "a quantity such as {\"amount\":\"95\",\"unit\":\"PERCENT\"}", tree);
                }
            throw wrong(where, "a quantity such as {\"amount\":\"95\",\"unit\":\"PERCENT\"}", tree);
        }
    }

    /** The constant's name. */
    record Word(Map<String, Object> constants) implements Shape {
        @Override
        public Object write(Object value) {
            return ((Enum<?>) value).name();
        }

        @Override
        public Object read(@Nullable Object tree, String where) throws Mismatch {
            Object constant = tree instanceof String ? constants.get(tree) : null;
            if (constant == null) throw wrong(where, "one of " + constants.keySet(), tree);
            return constant;
        }
    }

    /** Elements in their order. */
    record Elements(Shape element) implements Shape {
        @Override
        public Object write(Object value) {
            List<Object> list = new ArrayList<>();
            for (Object part : (List<?>) value) list.add(element.write(part));
            return list;
        }

        @Override
        public Object read(@Nullable Object tree, String where) throws Mismatch {
            if (!(tree instanceof List<?> list)) throw wrong(where, "a list", tree);
            List<Object> values = new ArrayList<>();
            for (Object part : list) values.add(element.read(part, where + "[" + values.size() + "]"));
            return values;
        }
    }

    /** What was found where something else must stand. */
    static Mismatch wrong(String where, String expected, @Nullable Object tree) {
        String found;
        if (tree == null) found = "null";
        else if (tree instanceof Map) found = "an object";
        else if (tree instanceof List) found = "a list";
        else {
            String text = Visible.of(tree.toString());
            found = tree instanceof String
                    ? "the text '" + (text.length() > 60 ? text.substring(0, 60) + "..." : text) + "'"
                    : text;
        }
        return new Mismatch(where + " must be " + expected + ", and is " + found);
    }
}
