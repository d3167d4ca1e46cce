package io.github.assaymark.dsl.internal;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/** Checks constant patterns: RE2 syntax, and no repetition that would fill the memory when it is compiled. */
final class Regex {
    static final int LENGTH = 200;
    static final int REPETITIONS = 1_000;

    private Regex() {}

    static void check(String pattern, Span at, SourceText source) {
        if (pattern.isEmpty()) throw source.refuse(at, "an empty pattern matches every text", "`!x.name.isBlank()`");
        if (pattern.length() > LENGTH)
            throw source.refuse(
                    at, "the pattern has " + pattern.length() + " characters, more than " + LENGTH, "split it");
        if (repetitions(pattern) > REPETITIONS)
            throw source.refuse(
                    at,
                    "the counted repetitions of `" + pattern + "` multiply to more than " + REPETITIONS,
                    "`*` or `+` is enough");
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            throw source.refuse(
                    at,
                    "wrong pattern `" + pattern + "`: " + e.getDescription(),
                    "it uses a look-around or a back reference, which RE2 does not have");
        }
    }

    /** The product of all counts, nested or not: more than the truth, never less. */
    private static long repetitions(String pattern) {
        long product = 1;
        for (int i = 0; i < pattern.length(); i++) {
            if (pattern.charAt(i) == '\\') {
                i++;
                continue;
            }
            if (pattern.charAt(i) != '{') continue;
            long count = 0;
            long most = 0;
            int j = i + 1;
            for (; j < pattern.length() && pattern.charAt(j) != '}'; j++) {
                char c = pattern.charAt(j);
                if (c == ',') count = 0;
                else if (Characters.digit(c)) count = Math.min(count * 10 + (c - '0'), 1_000_000);
                else break;
                most = Math.max(most, count);
            }
            if (j < pattern.length() && pattern.charAt(j) == '}')
                product = Math.min(product * Math.max(1, most), 1_000_000_000L);
        }
        return product;
    }
}
