package io.github.assaymark.collect;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * One request to an endpoint of health. It speaks HTTP itself: the connection goes to the very address that was looked
 * at, so that no second answer of a resolver can lead elsewhere, and no byte of a body is read. Used by one thread.
 */
final class HttpProbe {
    private static final int MAX_HEAD = 32 << 10;
    private static final int MAX_REDIRECTS = 3;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5]\\d\\d)(?: .*)?");

    private final Clock clock;
    private final Duration patience;
    private final Addresses addresses;
    private final Predicate<InetAddress> allowed;
    private final SSLSocketFactory tls;
    private @Nullable Instant notAfter;

    /** Which addresses a host has: asked for once for each connection. */
    interface Addresses {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    HttpProbe(
            Clock clock, Duration patience, Addresses addresses, Predicate<InetAddress> allowed, SSLSocketFactory tls) {
        this.clock = clock;
        this.patience = patience;
        this.addresses = addresses;
        this.allowed = allowed;
        this.tls = tls;
    }

    /**
     * What an answer said before its body.
     *
     * @param status of HTTP
     * @param location where it leads to; null when nowhere
     */
    private record Head(int status, @Nullable String location) {}

    /**
     * The fields of a probe: what was answered, or that nothing was.
     *
     * @throws CollectFailure when nothing was asked: the host has no address, or one that is not allowed
     */
    Map<String, Object> ask(URI url) {
        Instant at = clock.instant();
        Map<String, Object> probe = new LinkedHashMap<>();
        probe.put("url", url.toString());
        try {
            URI to = url;
            Head head = head(to);
            for (int redirects = 0; head.location() != null && redirects < MAX_REDIRECTS; redirects++) {
                URI next = next(to, head.location());
                if (next == null) {
                    probe.put("error", "it redirects to another host, which is not followed");
                    break;
                }
                to = next;
                head = head(to);
            }
            probe.put("status", head.status());
            probe.put("latencyMs", Duration.between(at, clock.instant()).toMillis());
        } catch (SocketTimeoutException e) {
            probe.put("error", "no answer in " + patience.toSeconds() + " s");
        } catch (SSLException e) {
            probe.put("error", "no connection with TLS: " + e.getClass().getSimpleName());
        } catch (IOException e) {
            probe.put("error", "no answer: " + e.getClass().getSimpleName());
        }
        if (notAfter != null) probe.put("tlsNotAfter", notAfter.toString());
        probe.put("at", at.toString());
        return probe;
    }

    private static @Nullable URI next(URI from, String location) {
        try {
            URI to = from.resolve(new URI(location));
            return Http.sameHost(from, to) ? to : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private Head head(URI url) throws IOException {
        boolean secure = url.getScheme().equalsIgnoreCase("https");
        int port = url.getPort() > 0 ? url.getPort() : secure ? 443 : 80;
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(address(url.getHost()), port), (int) patience.toMillis());
            plain.setSoTimeout((int) patience.toMillis());
            if (!secure) return exchange(plain, url);
            try (Socket socket = tls.createSocket(plain, url.getHost(), port, true)) {
                if (!(socket instanceof SSLSocket encrypted)) throw new IOException("no socket of TLS");
                SSLParameters parameters = encrypted.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                encrypted.setSSLParameters(parameters);
                encrypted.startHandshake();
                if (encrypted.getSession().getPeerCertificates()[0] instanceof X509Certificate certificate)
                    notAfter = certificate.getNotAfter().toInstant();
                return exchange(encrypted, url);
            }
        }
    }

    private InetAddress address(String host) {
        InetAddress[] all;
        try {
            all = addresses.of(host);
        } catch (UnknownHostException e) {
            throw new CollectFailure(CollectFailure.Code.UNREACHABLE, host + " has no address");
        }
        for (InetAddress one : all)
            if (!allowed.test(one))
                throw new CollectFailure(
                        CollectFailure.Code.REFUSED,
                        host + " has the address " + one.getHostAddress()
                                + ", which is not one of the public internet");
        return all[0];
    }

    private Head exchange(Socket socket, URI url) throws IOException {
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        String host = url.getHost() + (url.getPort() > 0 ? ":" + url.getPort() : "");
        socket.getOutputStream()
                .write(("GET " + path + query + " HTTP/1.1\r\nHost: " + host
                                + "\r\nUser-Agent: assaymark\r\nAccept: */*\r\nConnection: close\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        String[] lines = lines(socket.getInputStream());
        Matcher status = STATUS.matcher(lines[0]);
        if (!status.matches()) throw new IOException("no answer of HTTP");
        int code = Integer.parseInt(status.group(1));
        String location = null;
        for (String line : lines)
            if (line.toLowerCase(Locale.ROOT).startsWith("location:"))
                location = line.substring(9).strip();
        return new Head(code, code >= 300 && code < 400 && code != 304 ? location : null);
    }

    /** The lines before the body, byte by byte: nothing of the body is taken from the connection. */
    private String[] lines(InputStream in) throws IOException {
        long until = System.nanoTime() + patience.toNanos();
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int ends = 0;
        while (ends < 2) {
            int next = in.read();
            if (next < 0) break;
            if (head.size() == MAX_HEAD) throw new IOException("headers without an end");
            if (System.nanoTime() - until > 0) throw new SocketTimeoutException("headers come too slowly");
            head.write(next);
            if (next == '\n') ends++;
            else if (next != '\r') ends = 0;
        }
        return head.toString(StandardCharsets.ISO_8859_1).split("\r?\n", -1);
    }
}
