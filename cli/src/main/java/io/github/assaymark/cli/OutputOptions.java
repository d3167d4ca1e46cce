package io.github.assaymark.cli;

import io.github.assaymark.report.TerminalOptions;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the result goes and how it looks. */
final class OutputOptions {
    /** Forms of a result. */
    enum Format {
        TERMINAL,
        JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "terminal or json (default: terminal)",
            completionCandidates = Formats.class)
    Format format = Format.TERMINAL;

    @Option(names = "--output", paramLabel = "FILE", description = "Write the result to this file, whole or not at all")
    @Nullable
    Path output;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            description = "auto, always or never (default: auto); NO_COLOR, CLICOLOR_FORCE and FORCE_COLOR are obeyed")
    Colour color = Colour.AUTO;

    @Option(names = "--width", paramLabel = "COLUMNS", description = "Wrap prose to this width; 0 for no limit")
    @Nullable
    Integer width;

    @Option(
            names = {"-v", "--verbose"},
            description = "List PASS and NOT_APPLICABLE too, and group nothing")
    boolean verbose;

    @Option(names = "--all", description = "Show every explanation in full")
    boolean all;

    @Option(names = "--stacktrace", description = "Show where an internal error comes from")
    boolean stacktrace;

    /** The words {@code --format} knows. */
    static final class Formats extends java.util.ArrayList<String> {
        private static final long serialVersionUID = 1L;

        Formats() {
            super(java.util.List.of("terminal", "json"));
        }
    }

    boolean colour(Console console) {
        return color.on(console, output != null);
    }

    /** How a report looks; {@code arguments} follow every command it suggests. */
    TerminalOptions terminal(Console console, String arguments) {
        return new TerminalOptions(colour(console), columns(console), verbose, all, arguments);
    }

    private int columns(Console console) {
        if (width != null) {
            if (width != 0 && width < 20)
                throw new UsageException("--width: too narrow: " + width + "\n  Maybe 60 or more, or 0 for no limit");
            return width;
        }
        if (!console.outIsTerminal() || output != null) return 0;
        String columns = console.variable("COLUMNS");
        if (columns != null && columns.matches("[0-9]{1,4}")) return Math.max(60, Integer.parseInt(columns));
        return 100;
    }
}
