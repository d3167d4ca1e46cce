package io.github.assaymark.facts.java;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value as the source gives it, before names are resolved. */
sealed interface JavaValue {
    /**
     * A text put together from parts.
     *
     * @param source as written
     */
    record Text(List<Part> parts, String source) implements JavaValue {
        /** The text when it is written out. */
        @Nullable
        String literal() {
            StringBuilder text = new StringBuilder();
            for (Part part : parts) {
                if (!(part instanceof Literal literal)) return null;
                text.append(literal.text());
            }
            return text.toString();
        }

        /** The last name of a dotted name, else the source. */
        String lastName() {
            return source.substring(source.lastIndexOf('.') + 1);
        }
    }

    /** An array or list. */
    record Many(List<JavaValue> values, String source) implements JavaValue {}

    /** An annotation within another. */
    record Nested(JavaAnnotation annotation, String source) implements JavaValue {}

    /** A part of a text. */
    sealed interface Part {}

    /** Constant text. */
    record Literal(String text) implements Part {}

    /** A name that may be a constant. */
    record Reference(String name) implements Part {}

    /** Anything else. */
    record Open() implements Part {}

    /** As written. */
    String source();

    /** The elements of a list; a single value is a list of one. */
    default List<JavaValue> values() {
        return this instanceof Many many ? many.values() : List.of(this);
    }
}
