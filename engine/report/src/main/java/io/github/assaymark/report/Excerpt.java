package io.github.assaymark.report;

import io.github.assaymark.model.Provenance;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A source line with what is to be seen on it underlined. */
final class Excerpt {
    /** Longest piece of a source line that is shown, in characters. */
    static final int MAX_LINE = 160;

    /** Longest piece that is searched for secrets; what lies beyond is never shown. */
    private static final int MAX_SCANNED = 8192;

    private static final int MAX_MARK = 200;

    private Excerpt() {}

    /**
     * The lines of the excerpt, printable.
     *
     * @param source the line a place starts on
     * @param mark what to say under it; null for nothing
     */
    static List<String> lines(String source, Provenance.File place, @Nullable String mark, boolean colour) {
        String number = Integer.toString(place.startLine());
        String gutter = " ".repeat(number.length()) + " |";
        String text = Secrets.mask(source.length() > MAX_SCANNED ? source.substring(0, MAX_SCANNED) : source);
        int start = place.startColumn() < 1 ? 0 : Math.min(place.startColumn() - 1, text.length());
        int end = end(place, text, start);

        int from = text.length() <= MAX_LINE ? 0 : aligned(text, Math.max(0, start - MAX_LINE / 4));
        int to = Math.max(from, aligned(text, Math.min(text.length(), from + MAX_LINE)));
        String before = from > 0 ? "..." : "";
        String prefix = before + visible(text.substring(from, Math.max(from, Math.min(start, to))));
        String marked = visible(text.substring(Math.min(start, to), Math.max(Math.min(start, to), Math.min(end, to))));
        String shown = prefix
                + marked
                + visible(text.substring(Math.max(from, Math.min(end, to)), to))
                + (to < source.length() ? "..." : "");

        List<String> lines = new ArrayList<>();
        lines.add(Style.BLUE.paint(gutter, colour));
        lines.add(Style.BLUE.paint(number + " |", colour) + (shown.isBlank() ? "" : " " + shown));
        String remark = mark == null ? "" : mark.length() > MAX_MARK ? mark.substring(0, MAX_MARK) + "..." : mark;
        if (place.startColumn() > 0) {
            String carets = "^".repeat(Math.max(1, Columns.of(marked)));
            lines.add(Style.BLUE.paint(gutter, colour) + " " + " ".repeat(Columns.of(prefix))
                    + Style.YELLOW.paint(carets + (remark.isEmpty() ? "" : " " + Visible.of(remark)), colour));
        } else if (!remark.isEmpty()) {
            lines.add(Style.BLUE.paint(" ".repeat(number.length()) + " =", colour) + " "
                    + Style.YELLOW.paint(Visible.of(remark), colour));
        }
        return lines;
    }

    private static int end(Provenance.File place, String text, int start) {
        if (place.startColumn() < 1) return start;
        int end = place.endLine() == place.startLine() ? place.endColumn() - 1 : text.length();
        return Math.max(start, Math.min(end, text.length()));
    }

    /** Not within a surrogate pair. */
    private static int aligned(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }

    private static String visible(String text) {
        return Visible.of(text.replace("\t", "  "));
    }
}
