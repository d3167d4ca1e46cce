package io.github.assaymark.collect;

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
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/** A real program that serves on a port of this machine; tests that need it are skipped or fail where it is missing. */
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
        return start(program, port, log, ready, status -> status == 200, arguments);
    }

    /** Starts it with arguments, and waits until the path answers with such a status. */
    static RealServer start(
            String program, int port, Path log, String ready, IntPredicate isReady, List<String> arguments)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Stream.concat(Stream.of(Counterparts.program(program).toString()), arguments.stream())
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
                if (isReady.test(answer.statusCode())) return server;
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

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
