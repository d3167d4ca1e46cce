package io.github.assaymark.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * What {@code .ci/counterparts} installs for tests. Where something is missing tests are skipped, loudly; where
 * {@code ASSAY_REQUIRE_COUNTERPARTS} is set, in the environment or as a property, they fail.
 */
final class Counterparts {
    private Counterparts() {}

    /** A program on the path, where servers are kept or where packages of npm were installed. */
    static Path program(String name) {
        String path = System.getenv("PATH");
        Stream<Path> directories = Stream.concat(
                Stream.of(((path == null ? "" : path) + File.pathSeparator + "/usr/sbin").split(File.pathSeparator, -1))
                        .map(directory -> Path.of(directory.isEmpty() ? "." : directory)),
                Stream.of(installed().resolve("node_modules/.bin")));
        return directories
                .map(directory -> directory.resolve(name).toAbsolutePath())
                .filter(program -> Files.isExecutable(program) && !Files.isDirectory(program))
                .findFirst()
                .orElseGet(() -> missing("`" + name + "`"));
    }

    /** A file beside the programs. */
    static Path file(String path) {
        Path file = installed().resolve(path);
        return Files.isRegularFile(file) ? file : missing(path);
    }

    private static Path installed() {
        Path at = Path.of("").toAbsolutePath();
        for (@Nullable Path up = at; up != null; up = up.getParent())
            if (Files.isRegularFile(up.resolve(".ci/counterparts"))) return up.resolve("target/counterparts");
        return at;
    }

    private static Path missing(String what) {
        String message = what + " is not installed: nothing is compared with it"
                + "\n  Maybe run .ci/counterparts, which installs it where there is apt-get and npm";
        boolean required = Stream.of(
                        System.getenv("ASSAY_REQUIRE_COUNTERPARTS"), System.getProperty("ASSAY_REQUIRE_COUNTERPARTS"))
                .anyMatch(value -> value != null && !value.isEmpty() && !value.equals("0"));
        assertThat(required).as(message).isFalse();
        System.err.println("SKIPPED, " + message);
        Assumptions.abort(message);
        throw new IllegalStateException(message);
    }
}
