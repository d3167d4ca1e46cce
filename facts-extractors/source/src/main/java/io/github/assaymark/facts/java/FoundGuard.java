package io.github.assaymark.facts.java;

import io.github.assaymark.model.fact.GuardKind;
import io.github.assaymark.model.fact.GuardVia;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A guard of one route.
 *
 * @param reason why it is not effective; null when it is
 * @param unit where it is written
 */
record FoundGuard(
        GuardKind kind,
        String name,
        List<String> arguments,
        GuardVia via,
        boolean conditional,
        boolean resolved,
        @Nullable String reason,
        JavaUnit unit,
        JavaSpan span) {}
