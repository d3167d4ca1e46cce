package io.github.assaymark.facts.migrations;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a tool writes places that are filled in before a text is sent. */
enum PlaceholderStyle {
    /** None. */
    NONE {
        @Override
        List<Place> places(String text) {
            return List.of();
        }
    },
    /** Templates of Go: {@code {{ .Name }}} and {@code {{ index .Options "Name" }}}. */
    GO_TEMPLATE {
        @Override
        List<Place> places(String text) {
            return between(text, "{{", "}}");
        }

        @Override
        String name(String inside) {
            String trimmed = inside.strip();
            if (trimmed.startsWith("-")) trimmed = trimmed.substring(1).strip();
            if (trimmed.endsWith("-"))
                trimmed = trimmed.substring(0, trimmed.length() - 1).strip();
            Matcher indexed = INDEXED.matcher(trimmed);
            if (indexed.matches()) return indexed.group(1);
            Matcher field = FIELD.matcher(trimmed);
            return field.matches() ? field.group(1) : trimmed;
        }
    },
    /** {@code ${name}}. */
    DOLLAR {
        @Override
        List<Place> places(String text) {
            return between(text, "${", "}");
        }
    };

    private static final Pattern INDEXED = Pattern.compile("index\\s+\\.\\w+\\s+\"([^\"]{1,200})\"");
    private static final Pattern FIELD = Pattern.compile("(?:\\.\\w{1,100})*\\.(\\w{1,100})");
    private static final int LONGEST = 500;

    /** A place by its name. */
    record Place(Span span, String name) {}

    abstract List<Place> places(String text);

    /** The name within the marks of a place. */
    String name(String inside) {
        return inside.strip();
    }

    List<Place> between(String text, String open, String close) {
        List<Place> places = new ArrayList<>();
        int at = text.indexOf(open);
        while (at >= 0) {
            int from = at + open.length();
            int end = closing(text, close, from);
            if (end >= 0) places.add(new Place(new Span(at, end + close.length()), name(text.substring(from, end))));
            at = text.indexOf(open, end < 0 ? from : end + close.length());
        }
        return places;
    }

    /** Where a place ends that begins here; -1 when it does not end on its line, or is too long. */
    private static int closing(String text, String close, int from) {
        int limit = Math.min(text.length(), from + LONGEST);
        for (int i = from; i < limit && text.charAt(i) != '\n'; i++) if (text.startsWith(close, i)) return i;
        return -1;
    }
}
