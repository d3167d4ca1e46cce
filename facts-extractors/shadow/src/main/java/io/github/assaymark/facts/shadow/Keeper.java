package io.github.assaymark.facts.shadow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A small process of its own that waits for this one to end, however that happens, and then stops the server of a run
 * and deletes the run's directory. It learns of the end from the pipe between the two, which the system closes.
 */
final class Keeper implements AutoCloseable {
    private static final String SCRIPT = """
            trap '' INT TERM HUP
            read -r end
            for round in 1 2 3; do
              if [ -f "$1/data/postmaster.pid" ]; then
                server=$(head -n 1 "$1/data/postmaster.pid")
                kill -QUIT "$server" 2>/dev/null
                turns=0
                while kill -0 "$server" 2>/dev/null && [ "$turns" -lt 100 ]; do
                  sleep 0.05
                  turns=$((turns + 1))
                done
                kill -KILL "$server" 2>/dev/null
              fi
              rm -rf "$1" && break
              sleep 0.2
            done
            """;

    private static final long PATIENCE_SECONDS = 30;

    private final Process process;
    private final Path directory;

    private Keeper(Process process, Path directory) {
        this.process = process;
        this.directory = directory;
    }

    static Keeper of(Path directory) {
        List<String> command = new ArrayList<>();
        // a session of its own: a signal to the group of this process does not reach it
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) command.add("/usr/bin/setsid");
        command.addAll(List.of("/bin/sh", "-c", SCRIPT, "assay-shadow-keeper", directory.toString()));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(Path.of("/").toFile());
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/bin:/bin");
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            return new Keeper(builder.start(), directory);
        } catch (IOException e) {
            RunDirectory.delete(directory);
            throw new ShadowException(
                    "cannot start /bin/sh, which clears up after the shadow database: " + e.getMessage()
                            + "\n  Maybe this machine has no shell: leave --shadow out",
                    e);
        }
    }

    long pid() {
        return process.pid();
    }

    /** Stops the server and deletes the directory, and waits for that. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            // the pipe is closed: it ends by itself
            Thread.currentThread().interrupt();
            return;
        }
        RunDirectory.delete(directory);
    }
}
