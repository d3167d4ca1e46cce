package io.github.assaymark.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * A checkout with the real script, a Maven that only copies a jar, and a command that only tells how it was started.
 */
final class Checkout {
    private static final List<String> TOOLS = List.of(
            "sh",
            "dirname",
            "readlink",
            "find",
            "head",
            "mkdir",
            "rmdir",
            "sleep",
            "rm",
            "touch",
            "cat",
            "tr",
            "mv",
            "cp",
            "stty");

    private static final String COMMAND = """
            package io.github.assaymark.cli;
            public class Main {
                public static void main(String[] args) {
                    System.out.println("started with " + java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments());
                    System.out.println("arguments " + java.util.Arrays.asList(args));
                    if (args.length == 2 && args[0].equals("exit")) System.exit(Integer.parseInt(args[1]));
                }
            }
            class Unsign { public static void main(String[] args) {} }
            class Training { public static void main(String[] args) {} }
            """;

    private static final String MAVEN = """
            #!/bin/sh
            echo "$*" >>"$STAND_IN/builds"
            if [ -n "${STAND_IN_FAILS:-}" ]; then echo '[ERROR] the stand-in fails'; exit 1; fi
            mkdir -p cli/target/lib
            cp "$STAND_IN/command.jar" cli/target/assay.jar
            cp "$STAND_IN/empty.jar" cli/target/lib/one.jar
            """;

    private final Path directory;
    private final Path standIn;
    private final Map<String, String> environment = new TreeMap<>();

    /** What became of a start. */
    record Start(int exit, String output, String error) {}

    private Checkout(Path directory) {
        this.directory = directory;
        this.standIn = directory.resolveSibling("stand-in");
    }

    static Checkout in(Path directory) throws IOException {
        Checkout checkout = new Checkout(Files.createDirectories(directory).toRealPath());
        checkout.make();
        return checkout;
    }

    private void make() throws IOException {
        for (String part : List.of("engine", "facts-extractors", "rules", "cli", "examples/loop"))
            Files.createDirectories(directory.resolve(part));
        Files.copy(Path.of("..", "assay"), script());
        executable(script());
        for (String file : List.of("pom.xml", "cli/pom.xml", "engine/core/src/main/java/One.java")) {
            Files.createDirectories(directory.resolve(file).getParent());
            Files.writeString(directory.resolve(file), "");
        }
        Files.createDirectories(standIn.resolve("bin"));
        jar("command.jar", compiled());
        jar("empty.jar", standIn.resolve("bin"));
        for (String name : TOOLS) link(name);
        Files.writeString(tool("mvn"), MAVEN);
        executable(tool("mvn"));
        set("PATH", standIn.resolve("bin").toString());
        set("JAVA_HOME", System.getProperty("java.home"));
        set("STAND_IN", standIn.toString());
    }

    private void link(String name) throws IOException {
        for (String place : List.of("/usr/bin", "/bin")) {
            Path tool = Path.of(place, name);
            if (!Files.isExecutable(tool)) continue;
            Files.writeString(tool(name), "#!/bin/sh\nexec " + tool + " \"$@\"\n");
            executable(tool(name));
            return;
        }
    }

    private Path compiled() throws IOException {
        Path source = Files.writeString(standIn.resolve("Main.java"), COMMAND);
        Path classes = Files.createDirectories(standIn.resolve("classes"));
        JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "the tests need a JDK");
        int result =
                compiler.run(null, OutputStream.nullOutputStream(), null, "-d", classes.toString(), source.toString());
        if (result != 0) throw new AssertionError("the stand-in does not compile");
        return classes;
    }

    private void jar(String name, Path of) throws IOException {
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(standIn.resolve(name)));
                Stream<Path> files = Files.walk(of)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".class"))
                    .sorted()
                    .toList()) {
                jar.putNextEntry(new JarEntry(of.relativize(file).toString()));
                jar.write(Files.readAllBytes(file));
            }
        }
    }

    private static void executable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    Path directory() {
        return directory;
    }

    Path script() {
        return directory.resolve("assay");
    }

    Path tool(String name) {
        return standIn.resolve("bin").resolve(name);
    }

    void set(String variable, String value) {
        environment.put(variable, value);
    }

    /** Writes a file, later than anything that was built. */
    void touch(String file) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, "");
        Files.setLastModifiedTime(path, FileTime.from(Instant.now().plusSeconds(5)));
    }

    /** The arguments of every build, in order. */
    List<String> builds() throws IOException {
        Path log = standIn.resolve("builds");
        return Files.exists(log) ? Files.readAllLines(log) : List.of();
    }

    Path archive() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("cli/target"))) {
            return files.filter(path -> path.toString().endsWith(".jsa"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("there is no archive"));
        }
    }

    Start start(String... arguments) throws IOException {
        return start(script(), arguments);
    }

    Start start(Path script, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile(standIn, "out", "");
        Path error = Files.createTempFile(standIn, "err", "");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(standIn.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(output.toFile())
                .redirectError(error.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            if (!process.waitFor(2, TimeUnit.MINUTES)) throw new AssertionError("the script does not end");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        } finally {
            process.destroyForcibly();
        }
        return new Start(
                process.exitValue(),
                Files.readString(output, StandardCharsets.UTF_8),
                Files.readString(error, StandardCharsets.UTF_8));
    }
}
