package io.github.assaymark.dsl.internal;

import io.github.assaymark.model.rule.SourcePlace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One file of checklist text: gives places, and problems with the line and a caret. */
final class SourceText {
    private static final int WIDEST = 160;

    private final String file;
    private final int order;
    private final String text;
    private final List<String> lines;
    private final Map<Span, Problem> broken = new HashMap<>();
    private String parsed;

    /** A file; {@code order} is its position among the files of the pack, for sorting problems. */
    SourceText(String file, int order, String text) {
        this.file = file;
        this.order = order;
        this.text = text;
        this.parsed = text;
        this.lines = List.of(text.split("\r?\n", -1));
    }

    String file() {
        return file;
    }

    String text() {
        return text;
    }

    List<String> lines() {
        return lines;
    }

    /** What the parser is to see: the text without the bodies of broken items. */
    String parsed() {
        return parsed;
    }

    void breakItems(List<Recogniser.BrokenItem> items) {
        char[] chars = text.toCharArray();
        int[] starts = new int[lines.size()];
        for (int i = 1, at = 0; i < starts.length; i++) {
            at = text.indexOf('\n', at) + 1;
            starts[i] = at;
        }
        for (Recogniser.BrokenItem item : items) {
            broken.put(item.word(), item.problem());
            int from = starts[item.body().line() - 1] + item.body().column() - 1;
            int to = starts[item.body().endLine() - 1] + item.body().endColumn() - 1;
            for (int i = from; i < to; i++) if (chars[i] != '\n' && chars[i] != '\r') chars[i] = ' ';
        }
        parsed = new String(chars);
    }

    /** The problem of the item whose word stands there; null when its shape is right. */
    @Nullable
    Problem brokenItem(Span word) {
        return broken.get(word);
    }

    SourcePlace place(Span span) {
        String line = line(span.line());
        int start = Math.min(span.column() - 1, line.length());
        int end = span.endLine() == span.line() ? Math.min(span.endColumn() - 1, line.length()) : line.length();
        return new SourcePlace(
                file,
                span.line(),
                span.column(),
                line.substring(start, Math.max(start, end)).strip());
    }

    Refusal refuse(Span at, String what, @Nullable String maybe) {
        return new Refusal(problem(at.line(), at.column(), what, maybe));
    }

    Refusal refuse(Span at, String what) {
        return refuse(at, what, null);
    }

    Problem problem(int line, int column, String what, @Nullable String maybe) {
        int atLine = Math.max(1, line);
        int atColumn = Math.max(1, column);
        StringBuilder out = new StringBuilder();
        out.append(file)
                .append(':')
                .append(atLine)
                .append(':')
                .append(atColumn)
                .append(": ")
                .append(what);
        if (maybe != null) out.append("\n  Maybe ").append(maybe);
        String shown = line(atLine);
        int from = atColumn > WIDEST ? Math.min(atColumn - WIDEST / 2, shown.length()) : 0;
        int to = Math.min(shown.length(), from + WIDEST);
        out.append("\n  ").append(printable(shown.substring(from, to)));
        out.append("\n  ")
                .append(" ".repeat(Math.min(atColumn - 1 - from, to - from)))
                .append('^');
        return new Problem(order, atLine, atColumn, out.toString());
    }

    private String line(int number) {
        return number >= 1 && number <= lines.size() ? lines.get(number - 1) : "";
    }

    /** One column for each character, nothing that steers a terminal. */
    private static String printable(String line) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            out.append(c == '\t' ? ' ' : Characters.harmless(c) ? c : '?');
        }
        return out.toString();
    }
}
