package io.github.assaymark.dsl.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Remembers what was asked for and what came: the identity of what a pack was compiled from. */
final class Reading implements PackTexts {
    private final PackTexts texts;
    private final Map<String, Answer> answers = new LinkedHashMap<>();

    private record Answer(@Nullable Found found) {}

    Reading(PackTexts texts) {
        this.texts = texts;
    }

    @Override
    public @Nullable Found read(String name) {
        return answers.computeIfAbsent(name, key -> new Answer(texts.read(key))).found();
    }

    @Override
    public Set<String> checkNames() {
        return texts.checkNames();
    }

    /** Names in the order they were asked for, missing ones included. */
    Set<String> names() {
        return answers.keySet();
    }

    /** Lower-case hexadecimal SHA-256 of names, shown names and bytes. */
    String digest() {
        MessageDigest sha = sha256();
        answers.forEach((name, answer) -> {
            Found found = answer.found();
            add(sha, name.getBytes(StandardCharsets.UTF_8));
            add(sha, found == null ? null : found.shown().getBytes(StandardCharsets.UTF_8));
            add(sha, found == null ? null : found.bytes());
        });
        return HexFormat.of().formatHex(sha.digest());
    }

    /** The same over names and bytes only: it does not depend on where the files lie. */
    String textDigest() {
        MessageDigest sha = sha256();
        answers.forEach((name, answer) -> {
            Found found = answer.found();
            if (found == null) return;
            add(sha, name.getBytes(StandardCharsets.UTF_8));
            add(sha, found.bytes());
        });
        return HexFormat.of().formatHex(sha.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has SHA-256
        }
    }

    private static void add(MessageDigest sha, byte @Nullable [] bytes) {
        sha.update(
                ByteBuffer.allocate(4).putInt(bytes == null ? -1 : bytes.length).array());
        if (bytes != null) sha.update(bytes);
    }
}
