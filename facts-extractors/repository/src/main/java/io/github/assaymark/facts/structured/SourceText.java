package io.github.assaymark.facts.structured;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A text with the offsets of its lines; offsets count UTF-16 units. */
final class SourceText {
    final String text;
    private final int[] lineStarts;
    private int @Nullable [] lineCodePoints;

    SourceText(String raw) {
        text = raw.startsWith("\uFEFF") ? raw.substring(1) : raw;
        int[] starts = new int[64];
        int lines = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'))) {
                if (lines == starts.length) starts = Arrays.copyOf(starts, lines * 2);
                starts[lines++] = i + 1;
            }
        }
        lineStarts = Arrays.copyOf(starts, lines);
        // SnakeYAML counts code points; without surrogates the two counts are the same
        if (hasSurrogates(text)) {
            int[] points = new int[lines];
            for (int line = 1; line < lines; line++) {
                points[line] = points[line - 1] + text.codePointCount(lineStarts[line - 1], lineStarts[line]);
            }
            lineCodePoints = points;
        }
    }

    private static boolean hasSurrogates(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) return true;
        }
        return false;
    }

    int length() {
        return text.length();
    }

    int lineOf(int offset) {
        int found = Arrays.binarySearch(lineStarts, clamp(offset));
        return found >= 0 ? found + 1 : -found - 1;
    }

    int columnOf(int offset) {
        return clamp(offset) - lineStarts[lineOf(offset) - 1] + 1;
    }

    Span span(int start, int end) {
        int first = lineOf(start);
        int last = lineOf(end);
        return new Span(first, clamp(start) - lineStarts[first - 1] + 1, last, clamp(end) - lineStarts[last - 1] + 1);
    }

    /** The offset of the code point with an index. */
    int offsetOfCodePoint(int index) {
        int[] points = lineCodePoints;
        if (points == null) return clamp(index);
        int found = Arrays.binarySearch(points, index);
        int line = found >= 0 ? found : -found - 2;
        int offset = lineStarts[line];
        for (int left = index - points[line]; left > 0 && offset < text.length(); left--) {
            offset += Character.charCount(text.codePointAt(offset));
        }
        return offset;
    }

    char at(int offset) {
        return offset >= 0 && offset < text.length() ? text.charAt(offset) : '\0';
    }

    private int clamp(int offset) {
        return Math.max(0, Math.min(offset, text.length()));
    }
}
