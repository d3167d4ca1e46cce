package io.github.assaymark.facts.exports;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Quantity;
import io.github.assaymark.model.catalogue.FactCatalogue;
import io.github.assaymark.model.catalogue.FactType;
import io.github.assaymark.model.catalogue.Property;
import io.github.assaymark.model.catalogue.ValueType;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads records whose fields are the properties of a fact type. Immutable. */
final class RecordReading implements ExportKind.Reading {
    /** Never read: they follow from where the record stands. */
    private static final Set<String> OURS = Set.of("key", "owner", "provenance", "file");

    private static final int MAX_LIST = 1000;

    private final FactType type;
    private final List<String> identity;

    RecordReading(Class<? extends Fact> type, List<String> identity) {
        this.type = Objects.requireNonNull(FactCatalogue.standard().type(type.getSimpleName()));
        this.identity = identity;
        for (String property : identity)
            if (this.type.property(property) == null)
                throw new IllegalArgumentException(type + " has no property " + property);
    }

    String meaning() {
        return "records: " + type.description().substring(0, 1).toLowerCase(Locale.ROOT)
                + type.description().substring(1);
    }

    List<String> properties() {
        return type.properties().stream()
                .map(Property::name)
                .filter(name -> !OURS.contains(name))
                .toList();
    }

    @Override
    public void read(Exported file) {
        for (JsonValue value : file.elements("records")) {
            if (!value.node().isMap()) {
                file.gap(value.pointer(), "a record is an object with the properties of " + type.name());
                continue;
            }
            for (String key : value.keys())
                if (type.property(key) == null || OURS.contains(key))
                    file.gap(value.pointer(), type.name() + " has no property `" + Exported.shown(key) + "`");
            Fact fact = record(file, value);
            if (fact != null) file.fact(fact);
        }
    }

    private @Nullable Fact record(Exported file, JsonValue value) {
        RecordComponent[] components = type.javaType().getRecordComponents();
        @Nullable Object[] arguments = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        int at = -1;
        String service = service(file, value);
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            String name = components[i].getName();
            switch (name) {
                case "key" -> at = i;
                case "owner" -> arguments[i] = file.owner(service);
                case "provenance" -> arguments[i] = file.at(value);
                case "file" -> arguments[i] = file.at(value).path();
                default -> {
                    Property property = Objects.requireNonNull(type.property(name), name);
                    Object read = value(file, value, property, service);
                    if (read == null && !property.nullable()) {
                        file.gap(
                                value.pointer(),
                                "it has no " + name + " (" + property.type().display() + ")");
                        return null;
                    }
                    arguments[i] = read;
                }
            }
        }
        StringBuilder key = new StringBuilder();
        for (String part : identity) {
            Object of = argument(components, arguments, part);
            if (of != null) key.append(key.isEmpty() ? "" : "/").append(of instanceof Quantity q ? q.amount() : of);
        }
        arguments[at] = file.key(key.isEmpty() ? type.name() : key.toString());
        return made(types, arguments);
    }

    private @Nullable String service(Exported file, JsonValue value) {
        return type.property("service") == null ? file.service(null) : file.service(value.text("service"));
    }

    private static @Nullable Object argument(RecordComponent[] components, @Nullable Object[] arguments, String name) {
        for (int i = 0; i < components.length; i++) if (components[i].getName().equals(name)) return arguments[i];
        return null;
    }

    private @Nullable Fact made(Class<?>[] types, @Nullable Object[] arguments) {
        try {
            Constructor<? extends Fact> constructor = type.javaType().getConstructor(types);
            return constructor.newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be made", e);
        }
    }

    private @Nullable Object value(Exported file, JsonValue record, Property property, @Nullable String service) {
        String name = property.name();
        JsonValue value = record.get(name);
        if (name.equals("service")) return service;
        if (name.equals("stage")) return file.stage(value == null ? null : value.text());
        if (name.equals("sha") && value == null) return file.entry().commit();
        if (value == null) return missing(file, property);
        return switch (property.type().kind()) {
            case TEXT -> isIdentity(name) ? Exported.identity(value.text()) : Exported.shownOrNull(value.text());
            case INTEGER -> integer(file, value, property);
            case BOOLEAN -> "true".equals(value.text()) ? Boolean.TRUE : "false".equals(value.text()) ? false : null;
            case INSTANT -> moment(file, value, property);
            case DURATION -> duration(file, value, property);
            case QUANTITY -> quantity(file, record, value, property);
            case ENUM -> word(file, value, property);
            case TEXT_LIST ->
                value.items().stream()
                        .limit(MAX_LIST)
                        .map(JsonValue::text)
                        .filter(Objects::nonNull)
                        .map(Exported::shown)
                        .sorted()
                        .toList();
        };
    }

    private static boolean isIdentity(String property) {
        String lower = property.toLowerCase(Locale.ROOT);
        return lower.endsWith("sha") || lower.equals("digest") || lower.endsWith("version");
    }

    /** What an absent property means; null where it has to be there. */
    private @Nullable Object missing(Exported file, Property property) {
        if (property.name().equals("at")) return file.observedAt();
        if (property.name().equals("source")) return constant(property, "DEPLOYED");
        if (property.type().kind() == ValueType.Kind.TEXT_LIST) return List.of();
        if (property.type().kind() == ValueType.Kind.INTEGER) {
            if (property.description().contains("-1 when not")) return -1;
            if (property.description().contains("0 when")) return 0;
        }
        return null;
    }

    private @Nullable Object integer(Exported file, JsonValue value, Property property) {
        try {
            String text = value.text();
            if (text != null && text.length() < 20) return new BigDecimal(text).intValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            // told below, like a value of another kind
        }
        file.gap(value.pointer(), property.name() + " is no whole number");
        return null;
    }

    private static @Nullable Object moment(Exported file, JsonValue value, Property property) {
        Object moment = JsonValue.moment(value.text());
        if (moment == null) file.gap(value.pointer(), property.name() + " is no moment with a zone");
        return moment;
    }

    private static @Nullable Object duration(Exported file, JsonValue value, Property property) {
        try {
            String text = value.text();
            if (text != null) return Duration.parse(text);
        } catch (DateTimeException e) {
            // told below, like a value of another kind
        }
        file.gap(value.pointer(), property.name() + " is no duration such as PT5M (ISO 8601)");
        return null;
    }

    private @Nullable Object quantity(Exported file, JsonValue record, JsonValue value, Property property) {
        Quantity quantity = value.node().isMap()
                ? Quantities.of(value.decimal("amount"), value.text("unit"))
                : Quantities.parse(value.text());
        if (quantity == null) {
            file.gap(
                    value.pointer(),
                    property.name() + " is no quantity with a unit such as \"840 ms\", \"99.9 %\" or \"50 /s\"");
            return null;
        }
        Quantity.Dimension wanted = Measured.of(type.name(), property.name(), record);
        if (wanted == null || quantity.unit().dimension() == wanted) return quantity;
        file.gap(value.pointer(), property.name() + " is " + quantity + ", but has to be " + Measured.words(wanted));
        return null;
    }

    private @Nullable Object word(Exported file, JsonValue value, Property property) {
        String text = value.text();
        Object constant = text == null
                ? null
                : constant(property, text.strip().toUpperCase(Locale.ROOT).replace('-', '_'));
        if (constant == null)
            file.gap(
                    value.pointer(),
                    property.name() + " is none of "
                            + String.join(", ", property.type().words()));
        return constant;
    }

    private @Nullable Object constant(Property property, String word) {
        RecordComponent component = Stream.of(type.javaType().getRecordComponents())
                .filter(one -> one.getName().equals(property.name()))
                .findFirst()
                .orElseThrow();
        List<Object> constants = new ArrayList<>(List.of(component.getType().getEnumConstants()));
        return constants.stream()
                .filter(one -> ((Enum<?>) one).name().equals(word))
                .findFirst()
                .orElse(null);
    }
}
