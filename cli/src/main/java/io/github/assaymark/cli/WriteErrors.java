package io.github.assaymark.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Remembers why the last write to a stream failed, which {@link java.io.PrintStream} does not tell. */
final class WriteErrors {
    private @Nullable IOException last;

    /** A stream whose failures are remembered. */
    OutputStream watching(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                try {
                    out.write(bytes, from, length);
                } catch (IOException e) {
                    last = e;
                    throw e;
                }
            }
        };
    }

    /** Whether the reader went away, which is its good right. */
    boolean brokenPipe() {
        return message().toLowerCase(Locale.ROOT).contains("broken pipe");
    }

    /** Why, in the words of the operating system. */
    String message() {
        return last == null || last.getMessage() == null ? "unknown reason" : last.getMessage();
    }
}
