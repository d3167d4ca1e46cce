package io.github.assaymark.facts.migrations;

import java.util.List;

/**
 * The part of a file that is run in one direction, before its statements are read. Immutable.
 *
 * @param text of the same length and lines as the file, everything blank that does not belong to it
 * @param transactional whether the tool opens a transaction around it
 * @param batches what is sent to the database in one piece: several statements of one share a transaction
 * @param open code that runs but is not read
 */
record Section(String text, boolean transactional, List<Span> batches, List<Open> open) {
    /** Code that runs but is not read, and why. */
    record Open(Span place, String reason) {}

    Section {
        batches = List.copyOf(batches);
        open = List.copyOf(open);
    }

    static Section of(String text, boolean transactional) {
        return new Section(text, transactional, List.of(), List.of());
    }

    /** Sent in one piece, without a transaction of the tool. */
    static Section batch(String text) {
        return new Section(text, false, List.of(new Span(0, text.length())), List.of());
    }

    /** A file that cannot be read as statements. */
    static Section code(String text, boolean transactional, String reason) {
        return new Section(
                Blank.all(text), transactional, List.of(), List.of(new Open(new Span(0, text.length()), reason)));
    }
}
