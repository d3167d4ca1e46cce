package io.github.assaymark.facts.migrations;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The annotations of a file of goose (its documentation, SQL Migrations and Annotations). */
final class GooseFile {
    private final String text;
    private int up = -1;
    private int upEnd = -1;
    private int down = -1;
    private boolean transactional = true;
    private final List<Span> blocks = new ArrayList<>();

    private GooseFile(String text) {
        this.text = text;
    }

    static GooseFile of(String text) {
        GooseFile file = new GooseFile(text);
        file.read();
        return file;
    }

    /** Whether a text holds annotations of goose. */
    static boolean marked(String text) {
        return text.contains("+goose") && of(text).up >= 0;
    }

    private void read() {
        int block = -1;
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            if (end < 0) end = text.length();
            String annotation = annotation(at, end);
            switch (annotation) {
                case "up" -> {
                    if (up < 0) up = end;
                }
                case "down" -> {
                    if (down < 0) {
                        down = end;
                        upEnd = at;
                    }
                }
                case "no transaction" -> transactional = false;
                case "statementbegin" -> block = end;
                case "statementend" -> {
                    if (block >= 0) blocks.add(new Span(block, at));
                    block = -1;
                }
                default -> {}
            }
            at = end + 1;
        }
    }

    /** What an annotation says, in lower case; empty for every other line. */
    private String annotation(int from, int to) {
        int i = from;
        while (i < to && text.charAt(i) <= ' ') i++;
        if (!text.startsWith("--", i)) return "";
        String rest = text.substring(i + 2, to).strip();
        return rest.startsWith("+goose")
                ? rest.substring("+goose".length()).strip().toLowerCase(Locale.ROOT)
                : "";
    }

    /** Null when the file has no such part. */
    @Nullable
    Section up(boolean tool) {
        if (up < 0) return null;
        return section(up, upEnd < up ? text.length() : upEnd, tool);
    }

    /** Null when the file has no such part. */
    @Nullable
    Section down(boolean tool) {
        return down < 0 ? null : section(down, up > down ? up : text.length(), tool);
    }

    private Section section(int from, int to, boolean tool) {
        List<Span> within =
                blocks.stream().filter(b -> b.start() >= from && b.end() <= to).toList();
        return new Section(Blank.outside(text, from, to), tool && transactional, within, List.of());
    }
}
