package io.github.assaymark.facts.repository.markdown;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the reason a person gives for a task that is left open. A bare "n/a" is none. */
final class Justifications {
    private static final Pattern GIVEN = Pattern.compile(
            "(?is)(?<![\\w/])(?:justification|justified|rationale|reason|n/a|not applicable|waived|deferred|skipped|exception)"
                    + "\\)?\\**\\s*(?::|\u2014|\u2013|-|,|\\(|\\bbecause\\b|\\bsince\\b|\\bas\\b)\\s*(.{1,500})");

    private Justifications() {}

    static @Nullable String in(String text) {
        Matcher given = GIVEN.matcher(text);
        if (!given.find()) return null;
        String reason = given.group(1).strip();
        if (reason.endsWith(")") && reason.indexOf('(') < 0)
            reason = reason.substring(0, reason.length() - 1).strip();
        return Leftovers.whole(reason) || Words.count(reason) < 2 ? null : reason.replaceAll("\\s+", " ");
    }
}
