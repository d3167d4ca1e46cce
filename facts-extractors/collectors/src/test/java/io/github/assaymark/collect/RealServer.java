package io.github.assaymark.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * A real program that serves on a port of this machine. Where it is not installed tests are skipped, loudly; where
 * {@code ASSAY_REQUIRE_COUNTERPARTS} is set they fail.
 */
final class RealServer implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;

    private final Process process;
    private final URI uri;

    private RealServer(Process process, URI uri) {
        this.process = process;
        this.uri = uri;
    }

    /** Starts it with arguments, and waits until the path answers. */
    static RealServer start(String program, int port, Path log, String ready, List<String> arguments)
            throws IOException, InterruptedException {
        Path found = find(program);
        if (found == null) {
            String message = "`" + program + "` is not installed: nothing is collected from it"
                    + "\n  Maybe run .ci/counterparts, which installs it where there is apt-get";
            boolean required = Stream.of(
                            System.getenv("ASSAY_REQUIRE_COUNTERPARTS"),
                            System.getProperty("ASSAY_REQUIRE_COUNTERPARTS"))
                    .anyMatch(value -> value != null && !value.isEmpty() && !value.equals("0"));
            assertThat(required).as(message).isFalse();
            System.err.println("SKIPPED, " + message);
            Assumptions.abort(message);
        }
        Process process = new ProcessBuilder(Stream.concat(Stream.of(String.valueOf(found)), arguments.stream())
                        .toList())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        RealServer server = new RealServer(process, URI.create("http://127.0.0.1:" + port));
        HttpClient client = HttpClient.newHttpClient();
        for (int attempt = 0; attempt < PATIENCE_SECONDS * 10; attempt++) {
            try {
                HttpResponse<Void> answer = client.send(
                        HttpRequest.newBuilder(URI.create(server.uri + ready)).build(),
                        HttpResponse.BodyHandlers.discarding());
                if (answer.statusCode() == 200) return server;
            } catch (IOException e) {
                if (!process.isAlive()) throw new AssertionError(program + " ended: " + Files.readString(log), e);
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        server.close();
        throw new AssertionError(program + " is not ready: " + Files.readString(log));
    }

    URI uri() {
        return uri;
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static @Nullable Path find(String name) {
        String path = System.getenv("PATH");
        for (String directory : (path == null ? "" : path).split(File.pathSeparator, -1)) {
            Path program = Path.of(directory.isEmpty() ? "." : directory, name);
            if (Files.isExecutable(program) && !Files.isDirectory(program)) return program.toAbsolutePath();
        }
        return null;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
