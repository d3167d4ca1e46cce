package io.github.assaymark.facts.replay;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A policy of row security. */
record Policy(
        String name,
        boolean permissive,
        String command,
        List<String> roles,
        @Nullable String using,
        @Nullable String check,
        Site site) {
    Policy {
        roles = List.copyOf(roles);
    }
}
