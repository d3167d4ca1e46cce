package io.github.assaymark.facts.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Packages of npm, pinned in a directory below {@code src/test/node}. Where Node, npm or a registry is missing the
 * tests that need them are skipped, loudly; where {@code ASSAY_REQUIRE_COUNTERPARTS} is set, in the environment or as a
 * property, they fail.
 *
 * @param directory holds {@code node_modules}
 */
public record NodePackages(Path directory) {
    private static final Path PINNED = Path.of("src/test/node");

    /** Installs the packages of a directory, once. */
    public static NodePackages of(String name, Class<?> test) throws IOException, InterruptedException {
        require(starts("node"), test, "there is no node on the PATH");
        Path target = Path.of("target/node", name).toAbsolutePath();
        Files.createDirectories(target);
        Path lock = PINNED.resolve(name).resolve("package-lock.json");
        Path installed = target.resolve("installed.json");
        if (Files.exists(installed) && Files.mismatch(lock, installed) < 0) return new NodePackages(target);
        for (String file : List.of("package.json", "package-lock.json"))
            Files.copy(PINNED.resolve(name).resolve(file), target.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        require(installed(target), test, "the packages of `" + name + "` could not be installed by npm");
        Files.copy(lock, installed, StandardCopyOption.REPLACE_EXISTING);
        return new NodePackages(target);
    }

    private static boolean installed(Path target) throws InterruptedException {
        try {
            Process npm = new ProcessBuilder(
                            "npm",
                            "ci",
                            "--ignore-scripts",
                            "--no-audit",
                            "--no-fund",
                            "--legacy-peer-deps",
                            "--prefer-offline",
                            "--fetch-retries=0")
                    .directory(target.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(target.resolve("npm.log").toFile())
                    .start();
            boolean done = npm.waitFor(3, TimeUnit.MINUTES) && npm.exitValue() == 0;
            npm.destroyForcibly();
            return done;
        } catch (IOException missing) {
            return false;
        }
    }

    private static void require(boolean there, Class<?> test, String message) {
        if (there) return;
        boolean required = Stream.of(
                        System.getenv("ASSAY_REQUIRE_COUNTERPARTS"), System.getProperty("ASSAY_REQUIRE_COUNTERPARTS"))
                .anyMatch(value -> value != null && !value.isEmpty() && !value.equals("0"));
        String words = test.getSimpleName() + ": skipped, " + message;
        assertThat(required).as(words).isFalse();
        System.out.println(words);
        assumeTrue(false, words);
    }

    private static boolean starts(String program) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(program, "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    /** The lines a script below {@code src/test/node} prints; it is given the directory of the packages first. */
    public List<String> run(String script, List<String> arguments, List<String> input)
            throws IOException, InterruptedException {
        Path in = directory.resolve("input.txt");
        Path out = directory.resolve("output.txt");
        Files.writeString(in, String.join("\n", input) + "\n");
        List<String> command = new ArrayList<>(List.of(
                "node", "--max-old-space-size=3000", PINNED.resolve(script).toString(), directory.toString()));
        command.addAll(arguments);
        Process node = new ProcessBuilder(command)
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        boolean ended = node.waitFor(10, TimeUnit.MINUTES);
        node.destroyForcibly();
        assertThat(ended).as("node ends").isTrue();
        assertThat(node.exitValue()).as("exit code of node").isZero();
        return Files.readAllLines(out);
    }
}
