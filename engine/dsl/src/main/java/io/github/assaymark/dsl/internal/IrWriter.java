package io.github.assaymark.dsl.internal;

import io.github.assaymark.model.Quantity;
import io.github.assaymark.model.rule.Pack;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A pack to bytes: a table of texts, then the records in the order of their components. */
final class IrWriter {
    private final Map<String, Integer> texts = new LinkedHashMap<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    private IrWriter() {}

    static byte[] bytes(Pack pack) {
        try {
            IrWriter writer = new IrWriter();
            writer.value(Pack.class, pack);
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            DataOutputStream head = new DataOutputStream(all);
            head.writeInt(writer.texts.size());
            for (String text : writer.texts.keySet()) {
                byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
                head.writeInt(utf8.length);
                head.write(utf8);
            }
            head.write(writer.bytes.toByteArray());
            return all.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
    }

    private void value(Type type, @Nullable Object value) throws IOException {
        if (value == null) {
            out.writeByte(0);
            return;
        }
        if (type == int.class) {
            out.writeInt((Integer) value);
            return;
        }
        if (type == boolean.class) {
            out.writeBoolean((Boolean) value);
            return;
        }
        out.writeByte(1);
        if (type instanceof ParameterizedType list) {
            list(list.getActualTypeArguments()[0], (List<?>) value);
            return;
        }
        Class<?> raw = (Class<?>) type;
        if (raw == Object.class) constant(value);
        else if (raw == String.class) text((String) value);
        else if (raw == Duration.class) duration((Duration) value);
        else if (raw == Instant.class) instant((Instant) value);
        else if (raw.isEnum()) text(((Enum<?>) value).name());
        else if (raw.isRecord()) components(raw, value);
        else {
            out.writeByte(IrShape.choices(raw).indexOf(value.getClass()));
            components(value.getClass(), value);
        }
    }

    private void components(Class<?> type, Object value) throws IOException {
        IrShape.RecordShape shape = IrShape.record(type);
        for (int i = 0; i < shape.types.length; i++) {
            Object component;
            try {
                component = shape.components[i].getAccessor().invoke(value);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("reading " + shape.components[i] + " of " + type, e);
            }
            value(shape.types[i], component);
        }
    }

    private void list(Type of, List<?> list) throws IOException {
        out.writeInt(list.size());
        for (Object element : list) value(of, element);
    }

    private void text(String text) throws IOException {
        Integer index = texts.get(text);
        if (index == null) {
            index = texts.size();
            texts.put(text, index);
        }
        out.writeInt(index);
    }

    private void duration(Duration duration) throws IOException {
        out.writeLong(duration.getSeconds());
        out.writeInt(duration.getNano());
    }

    private void instant(Instant instant) throws IOException {
        out.writeLong(instant.getEpochSecond());
        out.writeInt(instant.getNano());
    }

    private void constant(Object value) throws IOException {
        for (int tag = 0; tag < IrShape.CONSTANTS.size(); tag++) {
            if (!IrShape.CONSTANTS.get(tag).isInstance(value)) continue;
            out.writeByte(tag);
            if (value instanceof String text) text(text);
            else if (value instanceof Long number) out.writeLong(number);
            else if (value instanceof Boolean bool) out.writeBoolean(bool);
            else if (value instanceof Duration duration) duration(duration);
            else if (value instanceof Instant instant) instant(instant);
            else if (value instanceof List<?> list) list(String.class, list);
            else quantity((Quantity) value);
            return;
        }
        throw new IllegalStateException("no constant of the language: " + value.getClass());
    }

    private void quantity(Quantity quantity) throws IOException {
        text(quantity.amount().toString());
        text(quantity.unit().name());
    }
}
