package io.github.assaymark.collect;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a system answered. Immutable.
 *
 * @param uri that answered, after redirects
 * @param status of HTTP
 * @param headers by their names in lower case
 * @param body as UTF-8; empty when there is none
 */
public record HttpAnswer(URI uri, int status, Map<String, List<String>> headers, String body) {
    private static final Pattern NEXT = Pattern.compile("<([^<>]{1,4000})>\\s*;[^,]{0,200}?\\brel=\"?next\"?");

    /** Copies the headers. */
    public HttpAnswer {
        headers = Map.copyOf(headers);
    }

    /** The first value of a header; null when it is not there. */
    public @Nullable String header(String name) {
        List<String> values = headers.get(name);
        return values == null || values.isEmpty() ? null : values.get(0);
    }

    /** Whether the status is 2xx. */
    public boolean isOk() {
        return status >= 200 && status < 300;
    }

    /**
     * This answer.
     *
     * @throws CollectFailure when its status is not 2xx: 401 and 403 are denied, and so is 404, as many systems say it
     *     of what one may not see
     */
    public HttpAnswer ok() {
        if (isOk()) return this;
        String what = uri.getHost() + " answered " + status;
        throw switch (status) {
            case 401 ->
                new CollectFailure(CollectFailure.Code.DENIED, status, what + ": the credential is missing or wrong");
            case 403 ->
                new CollectFailure(
                        CollectFailure.Code.DENIED, status, what + ": the credential is not allowed to read it");
            case 404 ->
                new CollectFailure(CollectFailure.Code.DENIED, status, what + ": it is not there, or may not be seen");
            default -> new CollectFailure(CollectFailure.Code.FAILED, status, what);
        };
    }

    /**
     * The next page that the header {@code Link} names (RFC 8288); null when there is none.
     *
     * @throws CollectFailure when it is on another host
     */
    public @Nullable URI next() {
        String link = header("link");
        if (link == null) return null;
        Matcher next = NEXT.matcher(link);
        if (!next.find()) return null;
        try {
            URI to = uri.resolve(new URI(next.group(1)));
            if (!Http.sameHost(uri, to))
                throw new CollectFailure(
                        CollectFailure.Code.REFUSED, "the next page is on another host than " + uri.getHost());
            return to;
        } catch (URISyntaxException e) {
            throw new CollectFailure(CollectFailure.Code.FAILED, status, "the address of the next page is none");
        }
    }
}
