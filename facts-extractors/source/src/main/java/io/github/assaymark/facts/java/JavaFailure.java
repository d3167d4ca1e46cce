package io.github.assaymark.facts.java;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something in a body that may end a request with an error.
 *
 * @param name class of what is thrown, or callee as written; empty for what is thrown but not made there
 * @param enclosingFunction name of the nearest method around it
 */
record JavaFailure(
        Sort sort,
        String name,
        List<JavaValue> arguments,
        JavaSpan span,
        @Nullable String enclosingFunction) {

    /** What it is. */
    enum Sort {
        /** An exception is thrown, or handed on as the failure of what is answered. */
        THROWN,
        /** An answer with a status. */
        REPLIED,
        /** The constructor of a superclass is called. */
        SUPER
    }
}
