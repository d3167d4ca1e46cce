package io.github.assaymark.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainer;
import com.google.cloud.tools.jib.api.RegistryImage;
import com.google.cloud.tools.jib.api.buildplan.ImageFormat;
import io.github.assaymark.model.fact.ArtifactPublication;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images in a registry that really runs, and answers of those that ask for a token first. */
class RegistryCollectorTest {
    private static final String REVISION = "4be1c7a9d2f3b4c5d6e7f8091a2b3c4d5e6f7081";
    private static final String OCI = "application/vnd.oci.image.manifest.v1+json";
    private static final String INDEX = "application/vnd.oci.image.index.v1+json";

    @TempDir
    Path root = Path.of("");

    private final World world = new World();
    private final Canary canary = new Canary();

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return answer;
    }

    /** Pushes as the distribution specification says: an upload that is begun, then ended with its digest. */
    private static String blob(URI registry, String content) throws IOException, InterruptedException {
        String digest = "sha256:" + Digests.sha256(content);
        HttpResponse<String> begun =
                send(HttpRequest.newBuilder(URI.create(registry + "/v2/shop/billing/blobs/uploads/"))
                        .POST(HttpRequest.BodyPublishers.noBody()));
        String to = begun.headers().firstValue("Location").orElseThrow();
        send(HttpRequest.newBuilder(registry.resolve(to + (to.contains("?") ? "&" : "?") + "digest=" + digest))
                .header("Content-Type", "application/octet-stream")
                .PUT(HttpRequest.BodyPublishers.ofString(content)));
        return digest;
    }

    private static String manifest(URI registry, String reference, String type, String content)
            throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(URI.create(registry + "/v2/shop/billing/manifests/" + reference))
                .header("Content-Type", type)
                .PUT(HttpRequest.BodyPublishers.ofString(content)));
        return "sha256:" + Digests.sha256(content);
    }

    private String image(URI registry, String tag, String revision, String platform)
            throws IOException, InterruptedException {
        String config = "{\"architecture\": \"" + platform + "\", \"os\": \"linux\", \"config\": {\"Env\": [\"KEY="
                + canary.token() + "\"], \"Labels\": {\"maintainer\": \"" + canary.token()
                + "\", \"org.opencontainers.image.revision\": \"" + revision
                + "\"}}, \"rootfs\": {\"type\": \"layers\","
                + " \"diff_ids\": []}}";
        String digest = blob(registry, config);
        return manifest(registry, tag, OCI, content(config, digest));
    }

    private String content(String config, String digest) {
        return "{\"schemaVersion\": 2, \"mediaType\": \"" + OCI
                + "\", \"config\": {\"mediaType\": \"application/vnd.oci.image.config.v1+json\", \"digest\": \""
                + digest
                + "\", \"size\": " + config.length() + "}, \"layers\": [], \"annotations\": {\"note\": \""
                + canary.token() + "\"}}";
    }

    private RealServer registry(int port) throws Exception {
        Path config = Files.writeString(
                root.resolve("registry.yml"),
                "version: 0.1\nlog: {level: error}\nstorage: {filesystem: {rootdirectory: " + root.resolve("images")
                        + "}}\nhttp: {addr: '127.0.0.1:" + port + "'}\n");
        return RealServer.start(
                "docker-registry", port, root.resolve("registry.log"), "/v2/", List.of("serve", config.toString()));
    }

    @Test
    void image_that_a_builder_pushed_is_there_with_digest_and_revision() throws Exception {
        int port = RealServer.freePort();
        try (RealServer server = registry(port)) {
            assertThat(server.uri()).hasPort(port);
            Path program = Files.writeString(root.resolve("program"), canary.token());
            for (ImageFormat format : ImageFormat.values()) {
                String name = "127.0.0.1:" + port + "/shop/billing:" + format;
                JibContainer pushed = Jib.fromScratch()
                        .setFormat(format)
                        .addLabel("org.opencontainers.image.revision", REVISION)
                        .addEnvironmentVariable("KEY", canary.token())
                        .addLayer(List.of(program), "/app")
                        .containerize(Containerizer.to(RegistryImage.named(name))
                                .setAllowInsecureRegistries(true)
                                .setBaseImageLayersCache(root.resolve("cache"))
                                .setApplicationLayersCache(root.resolve("cache")));
                Scanned.repository(root);
                CollectSummary summary =
                        world.run(new RegistryCollector(), root.resolve("state"), "image", name, "service", "billing");
                assertThat(summary.complete()).as(summary.toString()).isTrue();
                assertThat(Scanned.of(root).all(ArtifactPublication.class))
                        .extracting(image ->
                                image.name() + " " + image.version() + " " + image.digest() + " " + image.sha())
                        .contains("shop/billing " + format + " " + pushed.getDigest() + " " + REVISION);
            }
        }
    }

    @Test
    void images_of_a_running_registry_are_there_with_digest_and_revision() throws Exception {
        int port = RealServer.freePort();
        try (RealServer server = registry(port)) {
            String one = image(server.uri(), "1.4.0", REVISION, "amd64");
            String other = image(server.uri(), "arm", REVISION, "arm64");
            String odd = image(server.uri(), "odd", "aaaaaaa1", "arm64");
            String index = manifest(server.uri(), "multi", INDEX, index(one, other));
            manifest(server.uri(), "mixed", INDEX, index(one, odd));
            Scanned.repository(root);
            String name = "127.0.0.1:" + port + "/shop/billing";
            CollectSummary summary = world.run(
                    new RegistryCollector(),
                    root.resolve("state"),
                    "image",
                    name + ":1.4.0",
                    "image",
                    name + ":multi",
                    "image",
                    name + "@" + one,
                    "image",
                    name + ":missing",
                    "service",
                    "billing");
            assertThat(summary.lines())
                    .extracting(CollectSummary.Line::state)
                    .containsExactly(
                            EntryOutcome.State.COMPLETE,
                            EntryOutcome.State.COMPLETE,
                            EntryOutcome.State.COMPLETE,
                            EntryOutcome.State.ABSENT);
            Scanned scanned = Scanned.of(root);
            assertThat(scanned.all(ArtifactPublication.class))
                    .extracting(
                            image -> image.name() + " " + image.version() + " " + image.digest() + " " + image.sha())
                    .containsExactlyInAnyOrder(
                            "shop/billing 1.4.0 " + one + " " + REVISION,
                            "shop/billing multi " + index + " " + REVISION,
                            "shop/billing " + one + " " + one + " " + REVISION);
            assertThat(scanned.coverage(ArtifactPublication.class)).containsExactly("[] COMPLETE[]");
            StringBuilder written = new StringBuilder();
            try (Stream<Path> files = Files.walk(root.resolve("state"))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) written.append(Files.readString(file));
            }
            assertThat(canary.in(written.toString())).isEmpty();
            CollectSummary mixed = world.run(
                    new RegistryCollector(), root.resolve("state"), "image", name + ":mixed", "service", "billing");
            assertThat(mixed.lines())
                    .extracting(line -> line.state() + " " + line.reason())
                    .containsExactly("PARTIAL the configuration of the image could not be read: its platforms were made"
                            + " from different revisions");
            assertThat(Scanned.of(root).all(ArtifactPublication.class))
                    .extracting(ArtifactPublication::sha)
                    .containsExactly((String) null);
        }
    }

    private static String index(String... digests) {
        return "{\"schemaVersion\": 2, \"mediaType\": \"" + INDEX + "\", \"manifests\": ["
                + String.join(
                        ", ",
                        Stream.of(digests)
                                .map(
                                        digest -> "{\"mediaType\": \"" + OCI + "\", \"digest\": \"" + digest
                                                + "\", \"size\": 1, \"platform\": {\"os\": \"linux\", \"architecture\": \"amd64\"}}")
                                .toList())
                + "]}";
    }

    @Test
    void registry_that_asks_for_a_token_is_given_one() throws Exception {
        world.environment.put("REGISTRY_USER", "reader");
        world.environment.put("REGISTRY_PASSWORD", "pass-for-the-registry");
        try (StubServer server = new StubServer()) {
            String host = "127.0.0.1:" + server.uri().getPort();
            String config = "{\"config\": {\"Labels\": {}}}";
            String digest = "sha256:" + Digests.sha256(config);
            String manifest = content(config, digest);
            server.on(
                            "/v2/shop/billing/manifests/1.4.0",
                            e -> StubServer.send(
                                    e,
                                    401,
                                    "{}",
                                    "WWW-Authenticate",
                                    "Bearer realm=\"" + server.uri() + "/token\",service=\"registry\",scope=\"x\""),
                            e -> {
                                assertThat(String.join(
                                                ",", e.getRequestHeaders().get("Accept")))
                                        .contains(
                                                "oci.image.index",
                                                "oci.image.manifest",
                                                "manifest.list",
                                                "manifest.v2");
                                StubServer.send(e, 200, manifest);
                            })
                    .json(
                            "/token?service=registry&scope=repository%3Ashop%2Fbilling%3Apull",
                            "{\"token\": \"given-for-a-while\"}")
                    .json("/v2/shop/billing/blobs/" + digest, config);
            CollectSummary summary =
                    world.run(new RegistryCollector(), root.resolve("state"), "image", host + "/shop/billing:1.4.0");
            assertThat(summary.complete()).as(summary.toString()).isTrue();
            assertThat(server.asked)
                    .containsExactly(
                            "GET /v2/shop/billing/manifests/1.4.0",
                            "GET /token?service=registry&scope=repository%3Ashop%2Fbilling%3Apull Basic "
                                    + Base64.getEncoder()
                                            .encodeToString(
                                                    "reader:pass-for-the-registry".getBytes(StandardCharsets.UTF_8)),
                            "GET /v2/shop/billing/manifests/1.4.0 Bearer given-for-a-while",
                            "GET /v2/shop/billing/blobs/" + digest + " Bearer given-for-a-while");
            server.on(
                    "/v2/shop/billing/manifests/evil",
                    e -> StubServer.send(
                            e, 401, "{}", "WWW-Authenticate", "Bearer realm=\"https://evil.example.org/token\""));
            CollectSummary evil =
                    world.run(new RegistryCollector(), root.resolve("state"), "image", host + "/shop/billing:evil");
            assertThat(evil.lines())
                    .extracting(CollectSummary.Line::reason)
                    .containsExactly("the registry sends to evil.example.org for a token, where no password is sent");
            assertThat(Files.readString(root.resolve("state/manifest.json"))).doesNotContain("pass-for", "given-for");
        }
    }

    @Test
    void manifest_that_is_not_the_one_of_its_digest_is_no_evidence() throws Exception {
        try (StubServer server = new StubServer()) {
            String host = "127.0.0.1:" + server.uri().getPort();
            server.on(
                    "/v2/shop/billing/manifests/1.4.0",
                    e -> StubServer.send(
                            e, 200, "{\"schemaVersion\": 2}", "Docker-Content-Digest", "sha256:" + "0".repeat(64)));
            server.json("/v2/shop/billing/manifests/2", 404, "{\"errors\": [{\"code\": \"NAME_UNKNOWN\"}]}");
            CollectSummary summary = world.run(
                    new RegistryCollector(),
                    root.resolve("state"),
                    "image",
                    host + "/shop/billing:1.4.0",
                    "image",
                    host + "/shop/billing:2");
            assertThat(summary.lines())
                    .extracting(line -> line.state() + " " + line.reason())
                    .containsExactly(
                            "FAILED the manifest is not the one of its digest",
                            "DENIED 127.0.0.1 answered 404: it is not there, or may not be seen");
        }
        assertThatThrownBy(() -> world.run(new RegistryCollector(), root.resolve("x"), "image", "shop/billing"))
                .hasMessage("--image: no image with its registry and a tag: shop/billing\n  Maybe"
                        + " registry.example.org/shop/billing:1.4.0");
    }
}
