package io.github.assaymark.model.catalogue;

import io.github.assaymark.model.Fact;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** One property of a fact type. */
public final class Property {
    private final String name;
    private final ValueType type;
    private final boolean nullable;
    private final String description;
    private final int index;
    private final Method accessor;

    /** Linked when first used, for linking all of them would take a third of a short command's time. */
    private @Nullable MethodHandle linked;

    Property(String name, ValueType type, boolean nullable, String description, int index, Method accessor) {
        this.name = name;
        this.type = type;
        this.nullable = nullable;
        this.description = description;
        this.index = index;
        this.accessor = accessor;
    }

    public String name() {
        return name;
    }

    public ValueType type() {
        return type;
    }

    /** Whether the property may be absent. */
    public boolean nullable() {
        return nullable;
    }

    /** One sentence without a final period. */
    public String description() {
        return description;
    }

    /** Position among the properties of the type, from 0; unique within the type. */
    public int index() {
        return index;
    }

    /**
     * The value in a fact of this property's type, in the language's own representation: {@link Long} for whole
     * numbers, the constant's name for enumerations.
     */
    public @Nullable Object of(Fact fact) {
        Object value;
        try {
            value = (Object) handle().invokeExact((Object) fact);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("reading " + name + " of " + fact, e);
        }
        if (value instanceof Integer i) return (long) i;
        if (value instanceof Enum<?> e) return e.name();
        return value;
    }

    /** Method handles are immutable: a second thread at worst links the same once more. */
    private MethodHandle handle() throws IllegalAccessException {
        MethodHandle known = linked;
        if (known == null) {
            known = MethodHandles.publicLookup()
                    .unreflect(accessor)
                    .asType(MethodType.methodType(Object.class, Object.class));
            linked = known;
        }
        return known;
    }

    @Override
    public String toString() {
        return name + ": " + type.display();
    }
}
