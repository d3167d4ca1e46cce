package io.github.assaymark.facts.exports;

import io.github.assaymark.model.Fact;
import java.util.List;
import java.util.Set;

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
 * @param some types of which it holds those only that it happens to speak of: what it does not hold may well be there
 * @param declared types whose facts say what is meant to be, not what is
 */
record ExportKind(
        String id,
        String meaning,
        String command,
        Format format,
        List<String> kept,
        List<Class<? extends Fact>> facts,
        Reading reading,
        Set<Class<? extends Fact>> some,
        Set<Class<? extends Fact>> declared) {

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
        some = Set.copyOf(some);
        declared = Set.copyOf(declared);
    }

    /** A kind that holds all facts of its types that its system has, as they are. */
    ExportKind(
            String id,
            String meaning,
            String command,
            Format format,
            List<String> kept,
            List<Class<? extends Fact>> facts,
            Reading reading) {
        this(id, meaning, command, format, kept, facts, reading, Set.of(), Set.of());
    }

    /** The same, which holds some facts of these types only. */
    ExportKind some(List<Class<? extends Fact>> types) {
        return new ExportKind(id, meaning, command, format, kept, facts, reading, Set.copyOf(types), declared);
    }

    /** The same, whose facts of these types say what is meant to be. */
    ExportKind declaring(List<Class<? extends Fact>> types) {
        return new ExportKind(id, meaning, command, format, kept, facts, reading, some, Set.copyOf(types));
    }
}
