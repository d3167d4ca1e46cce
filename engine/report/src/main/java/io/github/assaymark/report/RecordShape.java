package io.github.assaymark.report;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Records as objects that hold every component, absent ones as null. */
final class RecordShape implements Shape {
    /** One component; its shape is looked up late because records may hold themselves. */
    record Component(String name, Method accessor, boolean nullable, Supplier<Shape> shape) {}

    private final Class<?> type;
    private final Constructor<?> constructor;
    private final List<Component> components;
    private final @Nullable String kind;

    /** {@code kind} is written as a property of its own when the record is one of several; else null. */
    RecordShape(Class<?> type, Constructor<?> constructor, List<Component> components, @Nullable String kind) {
        this.type = type;
        this.constructor = constructor;
        this.components = components;
        this.kind = kind;
    }

    @Override
    public Object write(Object value) {
        Map<String, @Nullable Object> map = new TreeMap<>();
        if (kind != null) map.put("kind", kind);
        for (Component component : components) {
            Object part = get(component, value);
            map.put(
                    component.name(),
                    part == null ? null : component.shape().get().write(part));
        }
        return map;
    }

    @Override
    public Object read(@Nullable Object tree, String where) throws Mismatch {
        if (!(tree instanceof Map<?, ?> map)) throw Shape.wrong(where, "an object", tree);
        @Nullable Object[] arguments = new Object[components.size()];
        for (int i = 0; i < arguments.length; i++) arguments[i] = argument(components.get(i), map, where);
        if (map.size() != components.size() + (kind == null ? 0 : 1)) throw new Mismatch(unknown(map, where));
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw new Mismatch(where + " cannot be: " + Visible.of(String.valueOf(e.getCause())));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName() + " must be public", e);
        }
    }

    private static @Nullable Object argument(Component component, Map<?, ?> map, String where) throws Mismatch {
        String name = where + "." + component.name();
        if (!map.containsKey(component.name())) throw new Mismatch(name + " is missing");
        Object part = map.get(component.name());
        if (part != null) return component.shape().get().read(part, name);
        if (!component.nullable()) throw new Mismatch(name + " must not be null");
        return null;
    }

    private String unknown(Map<?, ?> map, String where) {
        for (Object name : map.keySet())
            if (!(kind != null && name.equals("kind"))
                    && components.stream().noneMatch(c -> c.name().equals(name)))
                return where + " has an unknown property '" + Visible.of(String.valueOf(name)) + "'";
        return where + " has an unknown property";
    }

    private static @Nullable Object get(Component component, Object value) {
        try {
            return component.accessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("reading " + component.name() + " of " + value, e);
        }
    }
}
