package io.github.assaymark.collect;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Asks over HTTP, patiently but not for ever: what may pass (429, 5xx, no answer in time) is asked for again after
 * waiting for longer and longer times of which chance decides a part, or for as long as the system says. Redirects to
 * other hosts are not followed, and credentials are not sent over plain HTTP except to this machine. Safe for use by
 * many threads.
 */
public final class Http {
    private static final int MAX_REDIRECTS = 3;

    /** What GitHub asks to wait at least where a secondary limit names no time. */
    private static final Duration SECONDARY = Duration.ofMinutes(1);

    /**
     * How patient it is.
     *
     * @param connect time for a connection
     * @param answer time for a whole answer
     * @param maxBytes of one answer
     * @param attempts for one answer, at least 1
     * @param firstWait longest wait after the first attempt; it doubles with each
     * @param longestWait for which a system is waited for: one that asks for more is not asked again
     */
    public record Patience(
            Duration connect, Duration answer, int maxBytes, int attempts, Duration firstWait, Duration longestWait) {
        /** 10 and 30 seconds, 16 MiB, 5 attempts, half a second, a minute. */
        public static final Patience DEFAULT = new Patience(
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                16 << 20,
                5,
                Duration.ofMillis(500),
                Duration.ofSeconds(60));
    }

    private final Patience patience;
    private final Clock clock;
    private final Sleeper sleeper;
    private final RandomGenerator random;
    private final HttpClient client;

    /** Until when nothing is asked of servers that said so, by host and port. */
    private final Map<String, Limit> limits = new ConcurrentHashMap<>();

    /**
     * A wait that is too long for one run.
     *
     * @param failure what the server said
     */
    private record Limit(Instant until, CollectFailure failure) {}

    /** One whose waiting is that of {@code sleeper}, by a clock and chance that are given. */
    public Http(Patience patience, Clock clock, Sleeper sleeper, RandomGenerator random) {
        this.patience = patience;
        this.clock = clock;
        this.sleeper = sleeper;
        this.random = random;
        this.client = HttpClient.newBuilder()
                .connectTimeout(patience.connect())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /**
     * Asks with GET.
     *
     * @return any answer that does not pass by waiting, also 401, 403 and 404
     * @throws CollectFailure when there is none
     */
    public HttpAnswer get(URI uri, Map<String, String> headers) throws InterruptedException {
        return ask("GET", uri, headers);
    }

    /** Asks with HEAD; otherwise as {@link #get}. */
    public HttpAnswer head(URI uri, Map<String, String> headers) throws InterruptedException {
        return ask("HEAD", uri, headers);
    }

    /**
     * Asks for content that is known by its digest and may lie on another host: there it is asked for with encryption
     * and without headers, once.
     */
    HttpAnswer getElsewhere(URI uri, Map<String, String> headers) throws InterruptedException {
        guard(uri, headers);
        HttpAnswer answer = patiently("GET", uri, headers);
        String location = answer.header("location");
        if (answer.status() < 300 || answer.status() > 399 || location == null) return answer;
        try {
            URI to = uri.resolve(new URI(location));
            if (sameHost(uri, to)) return patiently("GET", to, headers);
            if (to.getHost() != null && "https".equalsIgnoreCase(to.getScheme())) return patiently("GET", to, Map.of());
        } catch (URISyntaxException e) {
            throw new CollectFailure(
                    CollectFailure.Code.FAILED, answer.status(), uri.getHost() + " redirects to what is no address");
        }
        throw new CollectFailure(
                CollectFailure.Code.REFUSED, answer.status(), uri.getHost() + " redirects to where nothing is asked");
    }

    private HttpAnswer ask(String method, URI uri, Map<String, String> headers) throws InterruptedException {
        guard(uri, headers);
        URI at = uri;
        for (int redirects = 0; ; redirects++) {
            HttpAnswer answer = patiently(method, at, headers);
            String location = answer.header("location");
            if (answer.status() < 300 || answer.status() > 399 || answer.status() == 304 || location == null)
                return answer;
            if (redirects == MAX_REDIRECTS)
                throw new CollectFailure(
                        CollectFailure.Code.FAILED, answer.status(), uri.getHost() + " redirects again and again");
            at = redirect(at, location, answer.status());
        }
    }

    private static URI redirect(URI from, String location, int status) {
        try {
            URI to = from.resolve(new URI(location));
            if (sameHost(from, to)) return to;
        } catch (URISyntaxException e) {
            throw new CollectFailure(
                    CollectFailure.Code.FAILED, status, from.getHost() + " redirects to what is no address");
        }
        throw new CollectFailure(
                CollectFailure.Code.REFUSED,
                status,
                from.getHost() + " redirects to another host, which is not followed");
    }

    static boolean sameHost(URI one, URI other) {
        return other.getHost() != null
                && one.getScheme().equalsIgnoreCase(other.getScheme())
                && one.getHost().equalsIgnoreCase(other.getHost())
                && one.getPort() == other.getPort();
    }

    private static void guard(URI uri, Map<String, String> headers) {
        boolean credential = headers.keySet().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .anyMatch(name -> name.equals("authorization") || name.contains("token") || name.contains("key"));
        if (credential && uri.getScheme().equalsIgnoreCase("http") && !isThisMachine(uri.getHost()))
            throw new CollectException("no credential is sent to " + uri.getHost() + " without encryption"
                    + "\n  Maybe its address begins with https");
    }

    private static boolean isThisMachine(String host) {
        return List.of("localhost", "127.0.0.1", "[::1]").contains(host.toLowerCase(Locale.ROOT));
    }

    private HttpAnswer patiently(String method, URI uri, Map<String, String> headers) throws InterruptedException {
        String server = uri.getHost() + ":" + uri.getPort();
        Limit limit = limits.get(server);
        if (limit != null && clock.instant().isBefore(limit.until())) throw limit.failure();
        for (int attempt = 1; ; attempt++) {
            CollectFailure failure;
            Duration asked = null;
            try {
                HttpAnswer answer = once(method, uri, headers);
                boolean limited = isLimited(answer);
                if (!limited && answer.status() < 500) return answer;
                asked = asked(answer);
                failure = new CollectFailure(
                        limited ? CollectFailure.Code.RATE_LIMITED : CollectFailure.Code.FAILED,
                        answer.status(),
                        uri.getHost() + " answered " + answer.status()
                                + (limited ? ": too many requests" : "")
                                + (attempt == 1 ? "" : ", " + attempt + " times"));
            } catch (CollectFailure e) {
                if (e.code() != CollectFailure.Code.TIMEOUT && e.code() != CollectFailure.Code.UNREACHABLE) throw e;
                failure = e;
            }
            if (attempt >= patience.attempts()) throw failure;
            if (asked != null && asked.compareTo(patience.longestWait()) > 0) {
                Instant until = clock.instant().plus(asked).truncatedTo(ChronoUnit.SECONDS);
                failure = new CollectFailure(
                        failure.code(),
                        failure.httpStatus(),
                        failure.getMessage() + "; it asks to wait until " + until + ", and no longer than "
                                + patience.longestWait().toSeconds() + " s is waited: run the same command again then");
                // Who goes on asking is kept out for longer (GitHub's documentation: rate limits for the REST API).
                if (failure.code() == CollectFailure.Code.RATE_LIMITED) limits.put(server, new Limit(until, failure));
                throw failure;
            }
            sleeper.sleep(asked != null ? asked : backoff(attempt));
        }
    }

    /** Between half and all of a time that doubles with each attempt. */
    private Duration backoff(int attempt) {
        long most = Math.min(
                patience.firstWait().toMillis() << Math.min(attempt - 1, 20),
                patience.longestWait().toMillis());
        return Duration.ofMillis(most / 2 + random.nextLong(most / 2 + 1));
    }

    /**
     * GitHub answers 403 where others answer 429, and of its secondary limits only the message may tell (its
     * documentation: rate limits for the REST API).
     */
    private static boolean isLimited(HttpAnswer answer) {
        return answer.status() == 429
                || (answer.status() == 403
                        && (answer.header("retry-after") != null
                                || "0".equals(answer.header("x-ratelimit-remaining"))
                                || isSecondary(answer)));
    }

    private static boolean isSecondary(HttpAnswer answer) {
        return answer.body().toLowerCase(Locale.ROOT).contains("secondary rate limit");
    }

    /**
     * How long the system asks to wait (RFC 9110 Retry-After; GitHub's x-ratelimit-reset); null when it does not say.
     */
    private @Nullable Duration asked(HttpAnswer answer) {
        String after = answer.header("retry-after");
        if (after != null && after.strip().matches("\\d{1,9}"))
            return Duration.ofSeconds(Long.parseLong(after.strip()));
        if (after != null) {
            try {
                Instant at = ZonedDateTime.parse(after.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant();
                return atLeastZero(Duration.between(clock.instant(), at));
            } catch (DateTimeException e) {
                return null;
            }
        }
        String reset = answer.header("x-ratelimit-reset");
        // that time is of the primary limit
        if (isLimited(answer) && isSecondary(answer)) return SECONDARY;
        if (isLimited(answer) && reset != null && reset.strip().matches("\\d{1,12}"))
            // a second more, as the clocks of two machines differ
            return atLeastZero(Duration.between(clock.instant(), Instant.ofEpochSecond(Long.parseLong(reset.strip()))))
                    .plusSeconds(1);
        return null;
    }

    private static Duration atLeastZero(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }

    private HttpAnswer once(String method, URI uri, Map<String, String> headers) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(patience.answer())
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (uri.getScheme().equalsIgnoreCase("http")) request.version(HttpClient.Version.HTTP_1_1);
        request.setHeader("User-Agent", "assaymark");
        headers.forEach(request::setHeader);
        CompletableFuture<HttpResponse<byte[]>> asked =
                client.sendAsync(request.build(), info -> new CappedBody(patience.maxBytes()));
        try {
            HttpResponse<byte[]> response = asked.get(patience.answer().toMillis(), TimeUnit.MILLISECONDS);
            Map<String, List<String>> fields = new HashMap<>();
            response.headers().map().forEach((name, values) -> fields.put(name.toLowerCase(Locale.ROOT), values));
            return new HttpAnswer(
                    uri, response.statusCode(), fields, new String(response.body(), StandardCharsets.UTF_8));
        } catch (TimeoutException e) {
            throw new CollectFailure(
                    CollectFailure.Code.TIMEOUT,
                    uri.getHost() + " gave no answer in " + patience.answer().toSeconds() + " s");
        } catch (ExecutionException e) {
            throw failure(uri, e.getCause());
        } finally {
            asked.cancel(true);
        }
    }

    private CollectFailure failure(URI uri, @Nullable Throwable cause) {
        for (Throwable of = cause; of != null; of = of.getCause()) {
            if (of instanceof CollectFailure failure) return failure;
            if (of instanceof java.net.http.HttpTimeoutException)
                return new CollectFailure(
                        CollectFailure.Code.TIMEOUT,
                        uri.getHost() + " gave no answer in "
                                + patience.answer().toSeconds() + " s");
        }
        String kind = cause == null ? "no reason" : cause.getClass().getSimpleName();
        return new CollectFailure(
                cause instanceof IOException ? CollectFailure.Code.UNREACHABLE : CollectFailure.Code.FAILED,
                uri.getHost() + " cannot be reached: " + kind);
    }
}
