package io.github.assaymark.cli;

import io.github.assaymark.model.verdict.ExplanationLine;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The surroundings of the process.
 *
 * @param out results, and nothing else
 * @param err progress and errors
 * @param environment value of a variable; null when it is not set
 * @param outIsTerminal whether {@code out} is read by a person
 * @param errIsTerminal whether {@code err} is read by a person
 * @param directory paths are relative to
 * @param errors of {@code out}
 */
record Console(
        PrintStream out,
        PrintStream err,
        UnaryOperator<@Nullable String> environment,
        boolean outIsTerminal,
        boolean errIsTerminal,
        Path directory,
        WriteErrors errors) {

    /** The real surroundings; the launcher says what is a terminal, which Java cannot find out for each stream. */
    static Console ofProcess() {
        WriteErrors errors = new WriteErrors();
        return new Console(
                stream(errors.watching(new FileOutputStream(FileDescriptor.out))),
                stream(new FileOutputStream(FileDescriptor.err)),
                System::getenv,
                Boolean.getBoolean("assay.terminal.out"),
                Boolean.getBoolean("assay.terminal.err"),
                Path.of(""),
                errors);
    }

    /** Always UTF-8, so that equal results are equal bytes. */
    private static PrintStream stream(OutputStream out) {
        return new PrintStream(out, false, StandardCharsets.UTF_8);
    }

    /** The variable's value when it is set and not empty. */
    @Nullable
    String variable(String name) {
        String value = environment.apply(name);
        return value == null || value.isEmpty() ? null : value;
    }

    /** A message of one or more lines, each safe to print. */
    void error(String message) {
        message.lines().forEach(line -> err.print(ExplanationLine.printable(line) + "\n"));
        err.flush();
    }
}
