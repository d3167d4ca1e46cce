package io.github.assaymark.report;

import java.util.ArrayList;
import java.util.List;

/** Breaks prose at its spaces. */
final class Wrap {
    private Wrap() {}

    /**
     * The lines of a prose line, the later ones indented by {@code hang}. What stands between backticks and what has no
     * space stays whole, however long.
     *
     * @param width columns; 0 for no limit
     */
    static List<String> prose(String text, int width, String hang) {
        if (width == 0 || Columns.of(text) <= width) return List.of(text);
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int indent = 0;
        while (indent < text.length() && text.charAt(indent) == ' ') indent++;
        line.append(text, 0, indent);
        boolean fresh = true;
        for (String word : words(text.substring(indent))) {
            if (!fresh && Columns.of(line) + 1 + Columns.of(word) > width) {
                lines.add(line.toString());
                line = new StringBuilder(hang);
                fresh = true;
            }
            if (!fresh) line.append(' ');
            line.append(word);
            fresh = false;
        }
        lines.add(line.toString());
        return lines;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '`') quoted = !quoted && text.indexOf('`', i + 1) > 0;
            else if (c == ' ' && !quoted) {
                words.add(text.substring(from, i));
                from = i + 1;
            }
        }
        words.add(text.substring(from));
        return words;
    }
}
