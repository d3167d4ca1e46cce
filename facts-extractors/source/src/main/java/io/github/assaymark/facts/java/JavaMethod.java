package io.github.assaymark.facts.java;

import java.util.List;

/**
 * A method or constructor, or what a class does outside of them, which has no name.
 *
 * @param type as declared; empty for a constructor
 * @param calls in the order of the text, also those on results of calls
 * @param texts texts written in it
 * @param failures what may end a request with an error
 */
record JavaMethod(
        String name,
        String type,
        boolean constructor,
        boolean isPublic,
        boolean isStatic,
        boolean hasBody,
        List<Parameter> parameters,
        List<JavaAnnotation> annotations,
        List<JavaCall> calls,
        List<JavaLog> logs,
        List<String> texts,
        List<JavaFailure> failures,
        JavaSpan span) {

    /** A parameter. */
    record Parameter(String name, String type, List<JavaAnnotation> annotations) {}
}
