package io.github.assaymark.facts.manifest;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells left-overs of a template from real values. */
final class Placeholders {
    private static final int LOOKED_AT = 1_000;
    private static final Set<String> WORDS = Set.of(
            "tbd",
            "tbc",
            "tba",
            "todo",
            "fixme",
            "xxx",
            "n/a",
            "-",
            "--",
            "?",
            "...",
            "\u2026",
            "changeme",
            "change-me",
            "change_me",
            "replaceme",
            "replace-me",
            "replace_me",
            "placeholder");

    private static final Pattern BEGINNING =
            Pattern.compile("(?i)(todo|tbd|tbc|fixme)\\s*[:(].*|@?your[-_ ].*", Pattern.DOTALL);

    private static final Pattern BRACKETS =
            Pattern.compile("(?i)^@?<[^<>]+>$|<your[a-z0-9_ -]*>|<[a-z0-9]+([ _-][a-z0-9]+)+>");

    private Placeholders() {}

    static boolean isPlaceholder(String text) {
        String trimmed = text.strip();
        if (trimmed.isEmpty() || WORDS.contains(trimmed.toLowerCase(Locale.ROOT))) return true;
        String looked = trimmed.length() > LOOKED_AT ? trimmed.substring(0, LOOKED_AT) : trimmed;
        return BEGINNING.matcher(looked).matches() || BRACKETS.matcher(looked).find();
    }
}
