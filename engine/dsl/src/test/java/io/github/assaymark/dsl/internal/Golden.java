package io.github.assaymark.dsl.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares with a file under version control; {@code -Dgolden.update=true} writes it anew, to be read before commit.
 */
final class Golden {
    private static final Path DIRECTORY = Path.of("src/test/resources/io/github/assaymark/dsl/internal");

    private Golden() {}

    static void check(String name, String actual) {
        Path file = DIRECTORY.resolve(name);
        try {
            if (Boolean.getBoolean("golden.update")) Files.writeString(file, actual);
            assertThat(file).as("run with -Dgolden.update=true to write it").exists();
            assertThat(actual).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
