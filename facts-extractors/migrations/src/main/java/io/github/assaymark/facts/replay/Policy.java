package io.github.assaymark.facts.replay;

import io.github.assaymark.model.Provenance;
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
        Provenance.File place) {
    Policy {
        roles = List.copyOf(roles);
    }
}
