package io.github.assaymark.collect.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Services of AWS on this machine: answers by the operation that is asked for, in the protocol it is asked in (Smithy
 * RPC v2 with CBOR, AWS JSON 1.0 and 1.1, AWS query with XML).
 */
final class AwsStub implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final Map<String, Deque<Answer>> answers = new ConcurrentHashMap<>();
    final TreeSet<String> asked = new TreeSet<>();

    private record Answer(int status, String text) {}

    AwsStub() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    Map<AwsPart, URI> everything() {
        Map<AwsPart, URI> endpoints = new HashMap<>();
        for (AwsPart part : AwsPart.values()) endpoints.put(part, address());
        return endpoints;
    }

    /** The next answer to an operation; the last one is given again and again. */
    AwsStub answer(String operation, String text) {
        return answer(operation, 200, text);
    }

    AwsStub answer(String operation, int status, String text) {
        answers.computeIfAbsent(operation, of -> new ArrayDeque<>()).add(new Answer(status, text));
        return this;
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath();
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        String operation = target != null
                ? target.substring(target.indexOf('.') + 1)
                : path.contains("/operation/") ? path.substring(path.lastIndexOf('/') + 1) : action(body);
        synchronized (asked) {
            asked.add(operation);
        }
        Deque<Answer> of = answers.get(operation);
        Answer answer = of == null || of.isEmpty()
                ? new Answer(400, "{\"__type\": \"ValidationException\"}")
                : Objects.requireNonNull(of.size() > 1 ? of.poll() : of.peek());
        boolean cbor = path.contains("/operation/");
        boolean xml = target == null && !cbor;
        if (cbor) exchange.getResponseHeaders().set("smithy-protocol", "rpc-v2-cbor");
        exchange.getResponseHeaders()
                .set("Content-Type", cbor ? "application/cbor" : xml ? "text/xml" : "application/x-amz-json-1.1");
        byte[] bytes = cbor ? cbor(answer.text()) : answer.text().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String action(byte[] body) {
        for (String pair : new String(body, StandardCharsets.UTF_8).split("&", -1))
            if (pair.startsWith("Action=")) return URLDecoder.decode(pair.substring(7), StandardCharsets.UTF_8);
        return "?";
    }

    /** JSON as the CLI prints it, in CBOR: moments are tagged seconds. */
    private static byte[] cbor(String json) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CBORGenerator to = new CBORFactory().createGenerator(out)) {
            write(JSON.readTree(json), null, to);
        }
        return out.toByteArray();
    }

    private static void write(JsonNode node, @Nullable String name, CBORGenerator to) throws IOException {
        if (node.isObject()) {
            to.writeStartObject();
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                to.writeFieldName(field.getKey());
                write(field.getValue(), field.getKey(), to);
            }
            to.writeEndObject();
        } else if (node.isArray()) {
            to.writeStartArray();
            for (JsonNode item : node) write(item, name, to);
            to.writeEndArray();
        } else if ("Timestamp".equals(name)) {
            to.writeTag(1);
            to.writeNumber((double) Instant.parse(node.asText()).toEpochMilli() / 1000);
        } else if (node.isTextual()) to.writeString(node.asText());
        else if (node.isBoolean()) to.writeBoolean(node.asBoolean());
        else if (node.isIntegralNumber()) to.writeNumber(node.asLong());
        else if (node.isNumber()) to.writeNumber(node.asDouble());
        else to.writeNull();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
