package io.github.assaymark.facts.typescript;

import java.util.Locale;

/**
 * What a file's name says about its language.
 *
 * @param types whether there may be type arguments in expressions
 * @param tags whether an angle starts an element
 */
record Dialect(boolean types, boolean tags) {
    static boolean known(String path) {
        return switch (extension(path)) {
            case "ts", "mts", "cts", "tsx", "js", "mjs", "cjs", "jsx" -> true;
            default -> false;
        };
    }

    static Dialect of(String path) {
        return switch (extension(path)) {
            case "ts", "mts", "cts" -> new Dialect(true, false);
            case "tsx" -> new Dialect(true, true);
            default -> new Dialect(false, true);
        };
    }

    private static String extension(String path) {
        int dot = path.lastIndexOf('.');
        return dot < 0 ? "" : path.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
