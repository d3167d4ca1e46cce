package io.github.assaymark.cli;

import io.github.assaymark.report.AtomicFile;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Hands the result to the standard output or a file. */
final class Result {
    private Result() {}

    /** Writes text. */
    interface Text {
        void to(Appendable out) throws IOException;
    }

    static void write(Text text, Console console, @Nullable Path output) throws IOException {
        if (output != null) {
            file("--output", console.directory().resolve(output), out -> {
                Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                text.to(writer);
                writer.flush();
            });
            return;
        }
        StringBuilder out = new StringBuilder();
        text.to(out);
        PrintStream stream = console.out();
        stream.print(out);
        if (stream.checkError() && !console.errors().brokenPipe())
            throw new UsageException("cannot write the result to the standard output: "
                    + console.errors().message() + "\n  Maybe the disk is full; --output FILE writes it to a file");
    }

    static void file(String option, Path file, AtomicFile.Content content) {
        try {
            AtomicFile.write(file, content);
        } catch (IOException e) {
            throw new UsageException(option + ": cannot write " + file + ": " + reason(e)
                    + "\n  Maybe its directory does not exist or cannot be written to");
        }
    }

    private static String reason(IOException e) {
        return e instanceof java.nio.file.NoSuchFileException
                ? "no such directory"
                : e.getClass().getSimpleName() + (e.getMessage() == null ? "" : " " + e.getMessage());
    }
}
