package io.github.assaymark.model.verdict;

import io.github.assaymark.model.Provenance.File;
import org.jspecify.annotations.Nullable;

/**
 * One line of a printed explanation. Every writer of lines uses the same layout; it may add colour by kind, and a
 * source excerpt below a line that has a place.
 *
 * @param text the line as it prints, indented, without a line break or any other control character
 * @param place the file place the line points at; null when it points at none
 * @param mark what to write under the excerpt of {@code place}; null for nothing
 */
public record ExplanationLine(
        Kind kind,
        String text,
        @Nullable File place,
        @Nullable String mark) {

    /** What a line says. */
    public enum Kind {
        /** Outcome, item and subject. */
        STATUS,
        /** The sentence that is true alone. */
        HEADLINE,
        /** One place where the item is not met. */
        FINDING,
        /** A fact, or an absence, that speaks for or against the item. */
        EVIDENCE,
        /** Where the line before it is. */
        PLACE,
        /** Where was looked. */
        SCOPE,
        /** A fact that almost is what was looked for. */
        NEAR_MISS,
        /** A change that would turn the item green. */
        REMEDY,
        /** The author's advice. */
        FIX,
        /** What else a reader must know. */
        NOTE,
        /** A node of the condition. */
        TREE,
        /** How many more there are. */
        MORE,
        /** The command that tells more. */
        WHY
    }

    /** Makes the texts safe to print. */
    public ExplanationLine {
        text = printable(text);
        mark = mark == null ? null : printable(mark);
    }

    /** {@code text} with line breaks, control characters and marks that change the direction of writing spelt out. */
    public static String printable(String text) {
        if (text.chars().noneMatch(ExplanationLine::unsafe)) return text;
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!unsafe(c)) safe.append(c);
            else if (c == '\n') safe.append("\\n");
            else if (c == '\t') safe.append("\\t");
            else
                safe.append("\\u")
                        .append(hex(c >> 12))
                        .append(hex(c >> 8))
                        .append(hex(c >> 4))
                        .append(hex(c));
        }
        return safe.toString();
    }

    private static boolean unsafe(int c) {
        return Character.isISOControl(c)
                || c == 0x061c
                || (c >= 0x200e && c <= 0x200f)
                || (c >= 0x2028 && c <= 0x202e)
                || (c >= 0x2066 && c <= 0x2069);
    }

    private static char hex(int digit) {
        return Character.forDigit(digit & 15, 16);
    }
}
