package io.github.assaymark.facts.repository.markdown;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Turns headings into the anchors GitHub gives them; one for each document. */
final class Anchors {
    private static final Pattern DROPPED = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}\\p{Pc}\\- ]");

    private final Map<String, Integer> used = new HashMap<>();

    /** The anchor of a text, without a number for repetitions. */
    static String slug(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        return DROPPED.matcher(lower).replaceAll("").replace(' ', '-');
    }

    /** The anchor of the next heading with this text. */
    String next(String heading) {
        String base = slug(heading);
        String anchor = base;
        while (used.containsKey(anchor)) {
            int count = used.merge(base, 1, Integer::sum);
            anchor = base + "-" + count;
        }
        used.put(anchor, 0);
        return anchor;
    }
}
