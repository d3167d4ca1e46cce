package io.github.assaymark.facts.java;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement that logs. */
record JavaLog(
        String logger,
        String level,
        List<String> fields,
        List<String> wrappedFields,
        List<String> wrappedBy,
        List<String> whole,
        @Nullable String enclosingFunction,
        JavaSpan span) {}
