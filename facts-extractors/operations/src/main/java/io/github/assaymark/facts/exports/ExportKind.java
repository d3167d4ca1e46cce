package io.github.assaymark.facts.exports;

import io.github.assaymark.model.Fact;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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
 * @param limit what a file of it speaks of only; null when it holds all facts of its types
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
        Set<Class<? extends Fact>> declared,
        @Nullable Limit limit) {

    /**
     * What a file speaks of only: facts whose {@code property} has one of certain values. A report of one tool says
     * nothing of what another one found. What it does not name speaks of all.
     *
     * @param property of the types it gives
     * @param known the values that its entry names, whether the file can be read or not
     */
    record Limit(String property, Function<ExportEntry, Set<String>> known) {
        /** The values that a field of the entry's scope lists, separated by commas. */
        static Limit scope(String property, String field) {
            return new Limit(property, entry -> listed(entry.scope().get(field)));
        }

        /** The value of a field of the entry's scope; one that a list of values cannot hold is no limit. */
        static Limit one(String property, String field) {
            return new Limit(property, entry -> {
                String value = entry.scope().get(field);
                return value == null || value.isBlank() || value.indexOf(',') >= 0 ? Set.of() : Set.of(value);
            });
        }

        /** Always the same one. */
        static Limit to(String property, String value) {
            return new Limit(property, entry -> Set.of(value));
        }

        private static Set<String> listed(@Nullable String values) {
            Set<String> all = new TreeSet<>();
            if (values != null)
                for (String value : values.split(",", -1)) if (!value.isBlank()) all.add(Exported.shown(value.strip()));
            return all;
        }
    }

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
        this(id, meaning, command, format, kept, facts, reading, Set.of(), Set.of(), null);
    }

    /** The same, which holds some facts of these types only. */
    ExportKind some(List<Class<? extends Fact>> types) {
        return new ExportKind(id, meaning, command, format, kept, facts, reading, Set.copyOf(types), declared, limit);
    }

    /** The same, whose facts of these types say what is meant to be. */
    ExportKind declaring(List<Class<? extends Fact>> types) {
        return new ExportKind(id, meaning, command, format, kept, facts, reading, some, Set.copyOf(types), limit);
    }

    /** The same, whose files speak of some facts only. */
    ExportKind limited(Limit to) {
        return new ExportKind(id, meaning, command, format, kept, facts, reading, some, declared, to);
    }
}
