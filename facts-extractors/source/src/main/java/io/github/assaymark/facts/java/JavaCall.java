package io.github.assaymark.facts.java;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call or construction.
 *
 * @param callee dotted name as written, {@code new } in front of what is constructed; a call within the chain shows as
 *     {@code ()}
 * @param root first part of the name; empty when it is no chain of names
 * @param rootType declared type of the variable the chain begins with, or the type it names; null when not known
 * @param argumentTypes declared types of the arguments, for each the empty text where it is not known
 * @param conditional whether it only happens under a condition
 * @param condition the nearest condition as written
 * @param wrappedBy callees whose function argument it stands in, innermost first
 */
record JavaCall(
        String callee,
        String root,
        @Nullable String rootType,
        List<JavaValue> arguments,
        List<String> argumentTypes,
        JavaSpan span,
        boolean conditional,
        @Nullable String condition,
        List<String> wrappedBy,
        @Nullable String enclosingFunction) {

    String name() {
        return callee.substring(callee.lastIndexOf('.') + 1).replace("new ", "");
    }

    boolean construction() {
        return callee.startsWith("new ");
    }

    /** Whether the chain of names holds no other call. */
    boolean plain() {
        return !callee.isEmpty() && callee.indexOf('(') < 0;
    }
}
