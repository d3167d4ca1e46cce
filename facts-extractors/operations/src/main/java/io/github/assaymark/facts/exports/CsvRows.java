package io.github.assaymark.facts.exports;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a text of comma-separated values (RFC 4180), one after another. Used by one thread. */
final class CsvRows {
    private final String text;
    private int at;
    private int line = 1;
    private int rowLine = 1;

    CsvRows(String text) {
        this.text = text;
        this.at = text.startsWith("\uFEFF") ? 1 : 0;
    }

    /** The next row; null at the end. A quote that is not closed reaches to the end of the text. */
    @Nullable
    List<String> next() {
        while (at < text.length() && (text.charAt(at) == '\n' || text.charAt(at) == '\r')) end();
        if (at >= text.length()) return null;
        rowLine = line;
        List<String> row = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        boolean quoted = false;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (quoted) {
                if (c == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"') {
                    value.append('"');
                    at++;
                } else if (c == '"') quoted = false;
                else value.append(c);
                if (c == '\n') line++;
            } else if (c == '"') quoted = true;
            else if (c == ',') {
                row.add(value.toString());
                value.setLength(0);
            } else if (c == '\n' || c == '\r') break;
            else value.append(c);
            at++;
        }
        row.add(value.toString());
        return row;
    }

    /** The line the last row began on, from 1. */
    int line() {
        return rowLine;
    }

    private void end() {
        if (text.charAt(at++) == '\n') line++;
    }
}
