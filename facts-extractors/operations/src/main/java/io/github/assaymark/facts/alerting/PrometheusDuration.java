package io.github.assaymark.facts.alerting;

import java.time.Duration;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * Lengths of time as Prometheus writes them: {@code 5m}, {@code 1h30m}, {@code 0} (its documentation, configuration,
 * {@code <duration>}). A year has 365 days.
 */
final class PrometheusDuration {
    private static final long[] MILLIS = {365L * 86_400_000, 7L * 86_400_000, 86_400_000, 3_600_000, 60_000, 1000, 1};

    private PrometheusDuration() {}

    /** The length; null when the text is none, or longer than 290 years. */
    static @Nullable Duration of(@Nullable String text) {
        if (text == null || text.isEmpty()) return null;
        if (text.equals("0")) return Duration.ZERO;
        Matcher parts = PromqlTokens.DURATION.matcher(text);
        if (!parts.matches()) return null;
        long millis = 0;
        for (int i = 0; i < MILLIS.length; i++) {
            String part = parts.group(i + 1);
            if (part == null) continue;
            long many = Long.parseLong(part);
            if (many > 9_000_000_000_000L / MILLIS[i]) return null;
            millis += many * MILLIS[i];
        }
        return millis > 9_000_000_000_000L ? null : Duration.ofMillis(millis);
    }
}
