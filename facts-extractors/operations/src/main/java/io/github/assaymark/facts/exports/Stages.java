package io.github.assaymark.facts.exports;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The usual names of stages. */
public final class Stages {
    private Stages() {}

    /** {@code dev}, {@code staging} or {@code prod} for their common spellings, else the name in lower case. */
    public static @Nullable String normal(@Nullable String name) {
        if (name == null || name.isBlank()) return null;
        String lower = name.strip().toLowerCase(Locale.ROOT).replace(',', ' ');
        return switch (lower) {
            case "development", "develop", "dev" -> "dev";
            case "stage", "stg", "staging", "preprod", "pre-production" -> "staging";
            case "production", "prod", "prd", "live" -> "prod";
            default -> lower;
        };
    }
}
