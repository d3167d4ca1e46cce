package io.github.assaymark.facts.migrations;

import io.github.assaymark.facts.sql.PositionMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A text whose places were filled in.
 *
 * @param map where its characters stand in the file
 * @param unfilled places that have no value, by where their stand-ins are in the text
 * @param places how many places there were
 */
record Fill(String text, PositionMap map, List<Unfilled> unfilled, int places) {
    /** What stands in the text for a place without a value: a name nobody uses. */
    static final String STAND_IN = "place_without_a_value";

    /** A place that has no value. */
    record Unfilled(Span span, String written) {}

    Fill {
        unfilled = List.copyOf(unfilled);
    }

    static Fill none(String text) {
        return new Fill(text, PositionMap.same(text), List.of(), 0);
    }

    /** Fills in the places that a style finds in the section of a file. */
    static Fill of(String file, String section, PlaceholderStyle style, Placeholders values) {
        List<PlaceholderStyle.Place> found = style.places(section);
        if (found.isEmpty()) return none(section);
        StringBuilder text = new StringBuilder(section.length());
        Steps steps = new Steps(found.size() * 2 + 1);
        List<Unfilled> unfilled = new ArrayList<>();
        int from = 0;
        for (PlaceholderStyle.Place place : found) {
            text.append(section, from, place.span().start());
            String value = values.value(place.name());
            int start = text.length();
            text.append(value == null ? STAND_IN : value);
            if (value == null)
                unfilled.add(new Unfilled(
                        new Span(start, text.length()),
                        section.substring(place.span().start(), place.span().end())));
            steps.add(start, place.span().start());
            steps.add(text.length(), place.span().end());
            from = place.span().end();
        }
        text.append(section, from, section.length());
        return new Fill(text.toString(), steps.map(file), unfilled, found.size());
    }

    /** Pairs of offsets that rise. */
    private static final class Steps {
        private final int[] inText;
        private final int[] inFile;
        private int last;

        Steps(int most) {
            inText = new int[most];
            inFile = new int[most];
        }

        void add(int text, int file) {
            if (inText[last] != text) last++;
            inText[last] = text;
            inFile[last] = file;
        }

        PositionMap map(String file) {
            return PositionMap.of(file, Arrays.copyOf(inText, last + 1), Arrays.copyOf(inFile, last + 1));
        }
    }
}
