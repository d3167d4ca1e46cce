package io.github.assaymark.collect;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Prism, really started: a judge of requests and answers by a description in OpenAPI that others published. */
final class Prism implements AutoCloseable {
    /** What it is asked until it is ready; a proxy hands it on. */
    static final String READY = "/is-it-there";

    private final RealServer server;
    private final Path log;

    private Prism(RealServer server, Path log) {
        this.server = server;
        this.log = log;
    }

    /** Answers with the examples of the description; requests that are not described are refused. */
    static Prism mock(Path directory, String description) throws IOException, InterruptedException {
        return start(directory, description, List.of("mock"));
    }

    /** Hands requests on, and answers back, and complains of what is not as described. */
    static Prism proxy(Path directory, String description, URI to) throws IOException, InterruptedException {
        return start(directory, description, List.of("proxy", to.toString()));
    }

    private static Prism start(Path directory, String description, List<String> how)
            throws IOException, InterruptedException {
        Path file = directory.resolve("description.json");
        Files.writeString(file, description);
        int port = RealServer.freePort();
        List<String> arguments = new ArrayList<>(how);
        // before the address that a proxy hands on to
        arguments.add(arguments.size() == 1 ? 1 : arguments.size() - 1, file.toString());
        arguments.addAll(List.of("-h", "127.0.0.1", "-p", String.valueOf(port)));
        Path log = directory.resolve("prism.log");
        return new Prism(RealServer.start("prism", port, log, READY, status -> true, arguments), log);
    }

    URI uri() {
        return server.uri();
    }

    /** What it complained of. */
    List<String> complaints() throws IOException {
        return Files.readAllLines(log).stream()
                .filter(line -> line.contains("error") && line.contains("Violation: "))
                .toList();
    }

    @Override
    public void close() {
        server.close();
    }
}
