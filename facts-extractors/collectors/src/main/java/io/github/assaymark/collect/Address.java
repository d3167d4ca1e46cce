package io.github.assaymark.collect;

import java.net.URI;
import java.nio.charset.StandardCharsets;

/** An address that is put together of parts, each escaped (RFC 3986). Used by one thread. */
public final class Address {
    private static final String PLAIN = "-._~";

    private final StringBuilder text;
    private boolean asked;

    private Address(String base) {
        this.text = new StringBuilder(base);
    }

    /** One below a base, which ends with no slash. */
    public static Address below(URI base) {
        return new Address(base.toString());
    }

    /** Further segments of the path: a slash in one is escaped. */
    public Address path(String... segments) {
        for (String segment : segments) text.append('/').append(escaped(segment));
        return this;
    }

    /** A parameter of the query. */
    public Address query(String name, String value) {
        text.append(asked ? '&' : '?').append(escaped(name)).append('=').append(escaped(value));
        asked = true;
        return this;
    }

    /** The address. */
    public URI uri() {
        return URI.create(text.toString());
    }

    /** How an entry speaks of it. */
    public static String request(URI uri) {
        return "GET " + uri;
    }

    private static String escaped(String part) {
        // a segment of dots alone would lead elsewhere
        if (part.equals(".") || part.equals("..")) return part.replace(".", "%2E");
        StringBuilder escaped = new StringBuilder();
        for (byte b : part.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (letter || PLAIN.indexOf(c) >= 0) escaped.append(c);
            else
                escaped.append('%')
                        .append(Character.toUpperCase(Character.forDigit(c >> 4, 16)))
                        .append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
        }
        return escaped.toString();
    }
}
