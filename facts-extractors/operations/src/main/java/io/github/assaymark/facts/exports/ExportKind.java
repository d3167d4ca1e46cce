package io.github.assaymark.facts.exports;

import io.github.assaymark.model.Fact;
import java.util.List;

/**
 * A kind of exported file.
 *
 * @param id permanent, for example {@code aws.cloudwatch.describe-alarms}
 * @param meaning what it is, for a reader
 * @param command what exports it, with places in capitals
 * @param format of the file
 * @param kept fields that are read; nothing else of the file can reach a fact
 * @param facts types it gives
 * @param reading how it is read
 */
record ExportKind(
        String id,
        String meaning,
        String command,
        Format format,
        List<String> kept,
        List<Class<? extends Fact>> facts,
        Reading reading) {

    /** Formats of files. */
    enum Format {
        JSON,
        YAML,
        /** Anything that is read as text: XML, CSV, calendars. */
        TEXT
    }

    /** Turns a file into facts. Keeps no state; is silent about nothing it does not understand. */
    @FunctionalInterface
    interface Reading {
        void read(Exported file);
    }

    ExportKind {
        kept = List.copyOf(kept);
        facts = List.copyOf(facts);
    }
}
