package io.github.assaymark.facts.java;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An annotation.
 *
 * @param name last part of its name
 * @param values by attribute
 */
record JavaAnnotation(String name, Map<String, JavaValue> values, JavaSpan span) {
    /** The value of the first of these attributes that is given. */
    @Nullable
    JavaValue value(String... attributes) {
        for (String attribute : attributes) {
            JavaValue value = values.get(attribute);
            if (value != null) return value;
        }
        return null;
    }

    /** The attribute as written. */
    @Nullable
    String source(String attribute) {
        JavaValue value = values.get(attribute);
        return value == null ? null : value.source();
    }

    /** Whether a truth value is given so. */
    boolean says(String attribute, boolean value) {
        return String.valueOf(value).equals(source(attribute));
    }

    /** The annotations in an attribute. */
    List<JavaAnnotation> nested(String attribute) {
        List<JavaAnnotation> nested = new ArrayList<>();
        JavaValue value = values.get(attribute);
        if (value == null) return nested;
        for (JavaValue each : value.values()) {
            if (each instanceof JavaValue.Nested annotation) nested.add(annotation.annotation());
        }
        return nested;
    }

    /** The first annotation of a name. */
    static @Nullable JavaAnnotation named(List<JavaAnnotation> annotations, String... names) {
        for (String name : names) {
            for (JavaAnnotation annotation : annotations) if (annotation.name().equals(name)) return annotation;
        }
        return null;
    }

    /** Whether there is one of these names. */
    static boolean has(List<JavaAnnotation> annotations, String... names) {
        return named(annotations, names) != null;
    }
}
