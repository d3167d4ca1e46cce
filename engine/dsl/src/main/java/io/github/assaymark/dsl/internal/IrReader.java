package io.github.assaymark.dsl.internal;

import io.github.assaymark.model.Quantity;
import io.github.assaymark.model.rule.Pack;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bytes to a pack. Every length is checked against what is left before memory is taken for it. */
final class IrReader {
    private static final int DEEPEST = 1_000;

    private final ByteBuffer in;
    private String[] texts = new String[0];
    private int depth;

    private IrReader(ByteBuffer in) {
        this.in = in;
    }

    /** The bytes are no pack. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        Malformed(String message) {
            super(message);
        }

        Malformed(Throwable cause) {
            super(cause);
        }
    }

    static Pack pack(byte[] bytes) throws Malformed {
        IrReader reader = new IrReader(ByteBuffer.wrap(bytes));
        try {
            reader.table();
            Object pack = reader.value(Pack.class);
            if (reader.in.hasRemaining() || !(pack instanceof Pack known)) throw new Malformed("bytes are left over");
            return known;
        } catch (BufferUnderflowException
                | DateTimeException
                | ArithmeticException
                | IllegalArgumentException
                | IndexOutOfBoundsException
                | NullPointerException
                | ClassCastException e) {
            throw new Malformed(e);
        }
    }

    private void table() throws Malformed {
        texts = new String[length(4)];
        for (int i = 0; i < texts.length; i++) {
            byte[] utf8 = new byte[length(1)];
            in.get(utf8);
            texts[i] = new String(utf8, StandardCharsets.UTF_8);
        }
    }

    private int length(int least) throws Malformed {
        int length = in.getInt();
        if (length < 0 || (long) length * least > in.remaining()) throw new Malformed("length " + length);
        return length;
    }

    private @Nullable Object value(Type type) throws Malformed {
        if (type == int.class) return in.getInt();
        if (type == boolean.class) return in.get() != 0;
        if (in.get() == 0) return null;
        if (++depth > DEEPEST) throw new Malformed("too deep");
        try {
            return present(type);
        } finally {
            depth--;
        }
    }

    private Object present(Type type) throws Malformed {
        if (type instanceof ParameterizedType list) return list(list.getActualTypeArguments()[0]);
        Class<?> raw = (Class<?>) type;
        if (raw == Object.class) return constant();
        if (raw == String.class) return texts[in.getInt()];
        if (raw == Duration.class) return Duration.ofSeconds(in.getLong(), in.getInt());
        if (raw == Instant.class) return Instant.ofEpochSecond(in.getLong(), in.getInt());
        if (raw.isEnum()) return word(raw);
        if (raw.isRecord()) return components(raw);
        return components(IrShape.choices(raw).get(in.get()));
    }

    private Object components(Class<?> type) throws Malformed {
        IrShape.RecordShape shape = IrShape.record(type);
        @Nullable Object[] values = new @Nullable Object[shape.types.length];
        for (int i = 0; i < values.length; i++) values[i] = value(shape.types[i]);
        try {
            return shape.constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new Malformed(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("making " + type, e);
        }
    }

    private Object word(Class<?> type) throws Malformed {
        String name = texts[in.getInt()];
        for (Object constant : type.getEnumConstants())
            if (((Enum<?>) constant).name().equals(name)) return constant;
        throw new Malformed("no word of " + type);
    }

    private List<Object> list(Type of) throws Malformed {
        int size = length(1);
        List<Object> list = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            Object element = value(of);
            if (element == null) throw new Malformed("an absent element");
            list.add(element);
        }
        return list;
    }

    private Object constant() throws Malformed {
        Class<?> kind = IrShape.CONSTANTS.get(in.get());
        if (kind == String.class) return texts[in.getInt()];
        if (kind == Long.class) return in.getLong();
        if (kind == Boolean.class) return in.get() != 0;
        if (kind == Duration.class) return Duration.ofSeconds(in.getLong(), in.getInt());
        if (kind == Instant.class) return Instant.ofEpochSecond(in.getLong(), in.getInt());
        if (kind == List.class) return List.copyOf(list(String.class));
        String amount = texts[in.getInt()];
        if (amount.length() > 40) throw new Malformed("an amount of " + amount.length() + " digits");
        return new Quantity(new BigDecimal(amount), Quantity.Unit.valueOf(texts[in.getInt()]));
    }
}
