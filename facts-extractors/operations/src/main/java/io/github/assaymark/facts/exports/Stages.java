package io.github.assaymark.facts.exports;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The usual names of stages. */
public final class Stages {
    private static final Set<String> USUAL = Set.of("dev", "staging", "prod");

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

    /** The usual name that stands for a name of something else, such as a namespace; null when it stands for none. */
    static @Nullable String usual(@Nullable String name) {
        String stage = normal(name);
        return stage != null && USUAL.contains(stage) ? stage : null;
    }
}
