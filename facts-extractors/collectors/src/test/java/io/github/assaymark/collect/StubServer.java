package io.github.assaymark.collect;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on this machine that answers what a test says, and remembers what it was asked. */
final class StubServer implements AutoCloseable {
    /** Answers a request. */
    interface Answer {
        void to(HttpExchange exchange) throws IOException, InterruptedException;
    }

    final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, List<Answer>> answers = new HashMap<>();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    StubServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Answers of a path with its query, one after the other; the last one from then on. */
    StubServer on(String request, Answer... of) {
        answers.put(request, new ArrayList<>(List.of(of)));
        return this;
    }

    StubServer json(String request, String body) {
        return on(request, exchange -> send(exchange, 200, body));
    }

    StubServer json(String request, int status, String body) {
        return on(request, exchange -> send(exchange, status, body));
    }

    static void send(HttpExchange exchange, int status, String body, String... headers) throws IOException {
        for (int i = 0; i < headers.length; i += 2)
            exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().putIfAbsent("Content-Type", List.of("application/json"));
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String request = String.valueOf(exchange.getRequestURI());
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        asked.add(exchange.getRequestMethod() + " " + request + (authorization == null ? "" : " " + authorization));
        Answer answer;
        synchronized (answers) {
            List<Answer> of = answers.getOrDefault(request, List.of());
            answer = of.isEmpty() ? null : of.size() == 1 ? of.get(0) : of.remove(0);
        }
        try {
            if (answer == null) send(exchange, 404, "{\"message\": \"Not Found\"}");
            else answer.to(exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
