package io.github.assaymark.facts.counterparts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * A real program that tests compare with. Where it is not installed they are skipped, loudly; where
 * {@code ASSAY_REQUIRE_COUNTERPARTS} is set, in the environment or as a property, they fail.
 */
public record Counterpart(Path program) {
    /** What a program printed and how it ended. */
    public record Run(int code, String out, String err) {}

    /** The program of a name on the path. */
    public static Counterpart of(String name) {
        Path found = find(name);
        if (found == null) {
            String message = "`" + name + "` is not installed: nothing is compared with it"
                    + "\n  Maybe run .ci/counterparts, which installs it where there is apt-get";
            assertThat(required()).as(message).isFalse();
            System.err.println("SKIPPED, " + message);
            Assumptions.abort(message);
            throw new IllegalStateException(message);
        }
        return new Counterpart(found);
    }

    private static boolean required() {
        return Stream.of(System.getenv("ASSAY_REQUIRE_COUNTERPARTS"), System.getProperty("ASSAY_REQUIRE_COUNTERPARTS"))
                .anyMatch(value -> value != null && !value.isEmpty() && !value.equals("0"));
    }

    private static @Nullable Path find(String name) {
        String path = System.getenv("PATH");
        for (String directory : (path == null ? "" : path).split(File.pathSeparator, -1)) {
            Path program = Path.of(directory.isEmpty() ? "." : directory, name);
            if (Files.isExecutable(program) && !Files.isDirectory(program)) return program.toAbsolutePath();
        }
        return null;
    }

    /** Runs it to its end. */
    public Run run(List<String> arguments) throws IOException, InterruptedException {
        Path out = Files.createTempFile("counterpart", ".out");
        Path err = Files.createTempFile("counterpart", ".err");
        try {
            Process process = start(arguments, out, err);
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(program + " did not end in 60 seconds");
            }
            return new Run(
                    process.exitValue(),
                    Files.readString(out, StandardCharsets.UTF_8),
                    Files.readString(err, StandardCharsets.UTF_8));
        } finally {
            Files.deleteIfExists(out);
            Files.deleteIfExists(err);
        }
    }

    /** Starts it; whoever does ends it. */
    public Process start(List<String> arguments, Path out, Path err) throws IOException {
        List<String> command =
                Stream.concat(Stream.of(program.toString()), arguments.stream()).toList();
        return new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
    }
}
