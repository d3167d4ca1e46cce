package io.github.assaymark.facts.repository.markdown;

import io.github.assaymark.facts.repository.work.Leftovers;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the reason a person gives for a task that is left open. A bare "n/a" is none. */
final class Justifications {
    /** These words announce a reason wherever they stand, when a colon or a dash follows. */
    private static final Pattern ANNOUNCED = Pattern.compile(
            "(?is)(?<![\\w/])[*_]*(?:justification|rationale|reason)\\)?[*_]*\\s*[:\u2014\u2013]\\s*[*_]*\\s*(.{1,500})");

    /** These may be part of the task itself ("every exception, as thrown, has a page"): only behind a separator. */
    private static final Pattern SET_APART = Pattern.compile(
            "(?is)(?:[\\n(\\[\u2014\u2013:;.]|\\s-)\\s*[*_]*(?:justified|n/a|not applicable|waived|deferred|skipped|exception)"
                    + "\\)?[*_]*\\s*(?:[:\u2014\u2013,(-]|\\bbecause\\b|\\bsince\\b|\\bas\\b)\\s*[*_]*\\s*(.{1,500})");

    private static final Pattern BARE =
            Pattern.compile("(?i)[\\s(\\[\u2014\u2013:;,.-]+(?:n/a|not applicable)[)\\].\\s]*$");

    private static final String SEPARATORS = " \t\n\u2014\u2013-:;,.([*_";

    private Justifications() {}

    static @Nullable String in(String text) {
        for (Pattern pattern : List.of(ANNOUNCED, SET_APART)) {
            Matcher given = pattern.matcher(text);
            if (!given.find()) continue;
            String reason = given.group(1).strip();
            if (reason.endsWith(")") && reason.indexOf('(') < 0)
                reason = reason.substring(0, reason.length() - 1).strip();
            if (!Leftovers.whole(reason) && Words.count(reason) >= 2) return reason.replaceAll("\\s+", " ");
        }
        return null;
    }

    /** The task itself, without a reason or a bare "n/a" behind it. */
    static String without(String text) {
        int end = text.length();
        for (Pattern pattern : List.of(ANNOUNCED, SET_APART, BARE)) {
            Matcher given = pattern.matcher(text);
            if (given.find()) end = Math.min(end, given.start());
        }
        if (end == text.length()) return text;
        while (end > 0 && SEPARATORS.indexOf(text.charAt(end - 1)) >= 0) end--;
        return end == 0 ? text : text.substring(0, end);
    }
}
