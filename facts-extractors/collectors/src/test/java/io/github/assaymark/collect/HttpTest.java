package io.github.assaymark.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpTest {
    private final StubServer server = start();
    private final World world = new World();

    private static StubServer start() {
        try {
            return new StubServer();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpAnswer get(String path) throws InterruptedException {
        return world.http().get(URI.create(server.uri() + path), Map.of());
    }

    private CollectFailure failure(String path) throws InterruptedException {
        try {
            HttpAnswer answer = get(path).ok();
            throw new AssertionError("answered " + answer.status());
        } catch (CollectFailure e) {
            return e;
        }
    }

    @Test
    void what_may_pass_is_asked_for_again_after_longer_and_longer_waits() throws Exception {
        server.on(
                "/a",
                e -> StubServer.send(e, 503, ""),
                e -> StubServer.send(e, 500, ""),
                e -> StubServer.send(e, 429, ""),
                e -> StubServer.send(e, 200, "{}"));
        assertThat(get("/a").body()).isEqualTo("{}");
        assertThat(world.waits).hasSize(3);
        assertThat(world.waits.get(0)).isBetween(Duration.ofMillis(250), Duration.ofMillis(500));
        assertThat(world.waits.get(1)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
        assertThat(world.waits.get(2)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void it_gives_up_after_five_attempts() throws Exception {
        server.json("/a", 502, "");
        CollectFailure failure = failure("/a");
        assertThat(failure.code()).isEqualTo(CollectFailure.Code.FAILED);
        assertThat(failure.httpStatus()).isEqualTo(502);
        assertThat(failure).hasMessage("127.0.0.1 answered 502, 5 times");
        assertThat(server.asked).hasSize(5);
    }

    @Test
    void what_a_system_asks_to_wait_is_waited_up_to_a_minute() throws Exception {
        server.on("/a", e -> StubServer.send(e, 429, "", "Retry-After", "7"), e -> StubServer.send(e, 200, "{}"));
        server.on(
                "/b",
                e -> StubServer.send(e, 503, "", "Retry-After", "Mon, 2 Mar 2026 09:30:17 GMT"),
                e -> StubServer.send(e, 200, "{}"));
        get("/a");
        get("/b");
        assertThat(world.waits).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(10));
        server.json("/c", 200, "").on("/c", e -> StubServer.send(e, 429, "", "Retry-After", "3600"));
        CollectFailure failure = failure("/c");
        assertThat(failure.code()).isEqualTo(CollectFailure.Code.RATE_LIMITED);
        assertThat(failure)
                .hasMessage("127.0.0.1 answered 429: too many requests; it asks to wait until 2026-03-02T10:30:17Z, and"
                        + " no longer than 60 s is waited: run the same command again then");
    }

    @Test
    void server_that_asks_for_a_long_wait_is_left_alone_until_then() throws Exception {
        server.json("/b", "{}").on("/a", e -> StubServer.send(e, 429, "", "Retry-After", "3600"));
        Http http = world.http();
        for (String path : List.of("/a", "/b"))
            assertThatThrownBy(() -> http.get(URI.create(server.uri() + path), Map.of()))
                    .isInstanceOf(CollectFailure.class)
                    .hasMessageStartingWith(
                            "127.0.0.1 answered 429: too many requests; it asks to wait until 2026-03-02T10:30:00Z");
        assertThat(server.asked).containsExactly("GET /a");
        world.now = World.NOW.plusSeconds(3600);
        assertThat(http.get(URI.create(server.uri() + "/b"), Map.of()).isOk()).isTrue();
    }

    @Test
    void secondary_limit_of_github_that_only_its_message_tells_is_waited_a_minute() throws Exception {
        String message = "{\"message\": \"You have exceeded a secondary rate limit. Please wait a few minutes.\"}";
        String reset = String.valueOf(World.NOW.getEpochSecond() + 3000);
        server.on(
                "/a",
                e -> StubServer.send(e, 403, message),
                e -> StubServer.send(e, 429, message, "X-RateLimit-Remaining", "70", "X-RateLimit-Reset", reset),
                e -> StubServer.send(e, 200, "{}"));
        assertThat(get("/a").isOk()).isTrue();
        assertThat(world.waits).containsExactly(Duration.ofMinutes(1), Duration.ofMinutes(1));
    }

    @Test
    void github_s_403_of_too_many_requests_is_no_denial() throws Exception {
        String reset = String.valueOf(World.NOW.getEpochSecond() + 30);
        server.on(
                "/a",
                e -> StubServer.send(e, 403, "", "X-RateLimit-Remaining", "0", "X-RateLimit-Reset", reset),
                e -> StubServer.send(e, 200, "{}"));
        assertThat(get("/a").isOk()).isTrue();
        assertThat(world.waits).containsExactly(Duration.ofSeconds(31));
        server.on("/b", e -> StubServer.send(e, 403, "", "X-RateLimit-Remaining", "4999"));
        assertThat(failure("/b").code()).isEqualTo(CollectFailure.Code.DENIED);
    }

    @Test
    void refusals_are_told_apart_from_failures() throws Exception {
        server.json("/401", 401, "").json("/403", 403, "").json("/404", 404, "").json("/422", 422, "");
        assertThat(failure("/401")).hasMessage("127.0.0.1 answered 401: the credential is missing or wrong");
        assertThat(failure("/403")).hasMessage("127.0.0.1 answered 403: the credential is not allowed to read it");
        assertThat(failure("/404")).hasMessage("127.0.0.1 answered 404: it is not there, or may not be seen");
        assertThat(failure("/422").code()).isEqualTo(CollectFailure.Code.FAILED);
        assertThat(server.asked).hasSize(4);
    }

    @Test
    void redirects_stay_on_their_host() throws Exception {
        server.on("/a", e -> StubServer.send(e, 301, "", "Location", "/b")).json("/b", "{\"b\": 1}");
        assertThat(get("/a").body()).isEqualTo("{\"b\": 1}");
        server.on("/c", e -> StubServer.send(e, 302, "", "Location", "http://169.254.169.254/latest/meta-data"));
        assertThat(failure("/c")).hasMessage("127.0.0.1 redirects to another host, which is not followed");
        server.on("/d", e -> StubServer.send(e, 302, "", "Location", "/d"));
        assertThat(failure("/d")).hasMessage("127.0.0.1 redirects again and again");
    }

    @Test
    void next_page_must_be_on_the_same_host() throws Exception {
        server.on(
                "/a",
                e -> StubServer.send(
                        e,
                        200,
                        "",
                        "Link",
                        "<" + server.uri() + "/a?page=1>; rel=\"prev\", <" + server.uri()
                                + "/a?page=3>; rel=\"next\""));
        assertThat(get("/a").next()).isEqualTo(URI.create(server.uri() + "/a?page=3"));
        server.on("/b", e -> StubServer.send(e, 200, "", "Link", "<https://evil.example.org/a>; rel=\"next\""));
        HttpAnswer answer = get("/b");
        assertThatThrownBy(answer::next)
                .isInstanceOf(CollectFailure.class)
                .hasMessage("the next page is on another host than 127.0.0.1");
    }

    @Test
    void answers_have_a_size_and_a_time() throws Exception {
        server.json("/large", "x".repeat(2000)).on("/slow", e -> Thread.sleep(60_000));
        world.patience = new Http.Patience(
                Duration.ofSeconds(5), Duration.ofSeconds(5), 1000, 1, Duration.ofMillis(1), Duration.ofSeconds(1));
        CollectFailure large = failure("/large");
        assertThat(large.code()).isEqualTo(CollectFailure.Code.TOO_LARGE);
        assertThat(large).hasMessage("the answer has more than 1000 bytes");
        world.patience = new Http.Patience(
                Duration.ofSeconds(1), Duration.ofSeconds(1), 1000, 1, Duration.ofMillis(1), Duration.ofSeconds(1));
        CollectFailure slow = failure("/slow");
        assertThat(slow.code()).isEqualTo(CollectFailure.Code.TIMEOUT);
        assertThat(slow).hasMessage("127.0.0.1 gave no answer in 1 s");
    }

    @Test
    void nobody_there_is_said_so() {
        URI gone = server.uri();
        server.close();
        assertThatThrownBy(() -> world.http().get(gone, Map.of()))
                .isInstanceOf(CollectFailure.class)
                .hasMessage("127.0.0.1 cannot be reached: ConnectException");
    }

    @Test
    void credentials_are_not_sent_without_encryption() {
        assertThatThrownBy(() -> world.http()
                        .get(URI.create("http://api.example.org/x"), Map.of("Authorization", "Bearer abcdef")))
                .isInstanceOf(CollectException.class)
                .hasMessage("no credential is sent to api.example.org without encryption\n  Maybe its address begins"
                        + " with https");
    }
}
