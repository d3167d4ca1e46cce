package io.github.assaymark.facts.migrations;

import org.jspecify.annotations.Nullable;

/** The go.mod that holds for a directory. */
final class GoModule {
    private final @Nullable String text;

    private GoModule(@Nullable String text) {
        this.text = text;
    }

    static GoModule of(MigrationFiles files, String directory) {
        MigrationText found = files.above(directory, "go.mod");
        return new GoModule(found == null ? null : found.text());
    }

    /** Whether it requires a module whose path ends like this, whatever its major version. */
    boolean requires(String module) {
        if (text == null) return false;
        for (String line : text.split("\n", -1)) {
            String[] words = line.strip().split("\\s+", -1);
            for (String word : words) {
                if (word.startsWith("//")) break;
                if (word.endsWith(module) || word.contains(module + "/v")) return true;
            }
        }
        return false;
    }
}
