package io.github.assaymark.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** What a command did. */
record Run(int exitCode, String out, String err) {
    static Run of(Workshop workshop, Path directory, String... arguments) {
        return of(workshop, directory, Map.of(), false, arguments);
    }

    static Run of(
            Workshop workshop, Path directory, Map<String, String> environment, boolean terminal, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                environment::get,
                terminal,
                terminal,
                directory,
                new WriteErrors());
        int exitCode = new Cli(workshop, console).run(arguments);
        return new Run(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
