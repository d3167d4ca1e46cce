package io.github.assaymark.facts.java;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field, or the component of a record.
 *
 * @param type as declared
 * @param constant the value of a static final field or a field of an interface
 */
record JavaField(
        String name,
        String type,
        boolean isStatic,
        boolean isFinal,
        boolean isTransient,
        boolean initialised,
        @Nullable JavaValue constant,
        List<JavaAnnotation> annotations,
        JavaSpan span) {}
