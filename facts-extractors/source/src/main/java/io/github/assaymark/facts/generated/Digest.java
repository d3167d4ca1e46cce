package io.github.assaymark.facts.generated;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 in lower-case hexadecimal. */
final class Digest {
    private static final String ZEROS = "0".repeat(64);

    private Digest() {}

    static String of(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    /** That of a text in which zeros stand where it records {@code own}. */
    static String ofTextWithout(String own, String text) {
        return of(text.replace(own, ZEROS).getBytes(StandardCharsets.UTF_8));
    }
}
