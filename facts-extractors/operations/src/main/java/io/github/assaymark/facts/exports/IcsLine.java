package io.github.assaymark.facts.exports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A content line of a calendar, unfolded (RFC 5545, section 3.1).
 *
 * @param number of its first line in the file
 * @param name in upper case
 * @param parameters by their names in upper case
 */
record IcsLine(int number, String name, Map<String, String> parameters, String value) {

    /** The lines of a calendar; a line that is none has an empty name. */
    static List<IcsLine> of(String text) {
        List<IcsLine> lines = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        int began = 0;
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            boolean folded = !line.isEmpty() && (line.charAt(0) == ' ' || line.charAt(0) == '\t');
            if (folded && began > 0) {
                open.append(line, 1, line.length());
                continue;
            }
            if (open.length() > 0) lines.add(parse(began, open.toString()));
            open.setLength(0);
            open.append(line);
            began = number;
        }
        if (open.length() > 0) lines.add(parse(began, open.toString()));
        return lines;
    }

    private static IcsLine parse(int number, String line) {
        Map<String, String> parameters = new TreeMap<>();
        boolean quoted = false;
        int start = 0;
        String name = null;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') quoted = !quoted;
            if (quoted || (c != ';' && c != ':')) continue;
            String part = line.substring(start, i);
            if (name == null) name = part.toUpperCase(Locale.ROOT);
            else parameter(parameters, part);
            start = i + 1;
            if (c == ':') return new IcsLine(number, name, parameters, line.substring(start));
        }
        return new IcsLine(number, "", parameters, "");
    }

    private static void parameter(Map<String, String> parameters, String part) {
        int sign = part.indexOf('=');
        if (sign < 1) return;
        String value = part.substring(sign + 1);
        if (value.length() > 1 && value.startsWith("\"") && value.endsWith("\""))
            value = value.substring(1, value.length() - 1);
        parameters.put(part.substring(0, sign).toUpperCase(Locale.ROOT), value);
    }

    @Nullable
    String parameter(String parameter) {
        return parameters.get(parameter);
    }

    /** The value as a text (RFC 5545, section 3.3.11). */
    String text() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' && i + 1 < value.length()) {
                char next = value.charAt(++i);
                text.append(next == 'n' || next == 'N' ? '\n' : next);
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }
}
