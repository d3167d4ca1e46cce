package io.github.assaymark.core.link;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.github.assaymark.model.rule.SourcePlace;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A regular expression that remembers the short texts it was asked about: the same paths and names are asked for every
 * subject, and again for every change that is tried. Safe for use by many threads.
 */
final class TextPattern {
    private static final int MAX_LENGTH = 200;
    private static final int MAX_TEXTS = 2_000;

    private final Pattern pattern;
    private final Map<String, Boolean> known = new ConcurrentHashMap<>();

    TextPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /** Refuses what is no RE2 pattern, with its place. */
    static TextPattern of(String regex, SourcePlace place) {
        try {
            return new TextPattern(Pattern.compile(regex));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    place + ": wrong regular expression `" + regex + "`: " + e.getDescription()
                            + "\n  Maybe it uses a look-around or a back reference, which RE2 does not have",
                    e);
        }
    }

    /** Whether a text holds a match. */
    boolean isIn(String text) {
        if (text.length() > MAX_LENGTH) return pattern.matcher(text).find();
        Boolean before = known.get(text);
        if (before != null) return before;
        boolean found = pattern.matcher(text).find();
        if (known.size() >= MAX_TEXTS) known.clear();
        known.put(text, found);
        return found;
    }
}
