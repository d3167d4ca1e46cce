package io.github.assaymark.dsl.internal;

import io.github.assaymark.model.rule.Pack;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A compiled pack as a file: what it was compiled from and with, the rules, a checksum. It is used only when texts,
 * fact types and engine are the same as today; whatever is wrong with it, the pack is compiled from its texts instead.
 */
final class CompiledPack {
    static final int MOST_BYTES = 64 << 20;
    private static final byte[] MAGIC = "ASSAYIR1".getBytes(StandardCharsets.US_ASCII);
    private static final int CHECKSUM = 32;

    private CompiledPack() {}

    /** A pack compiled from {@code texts} by the engine that {@code key} names. */
    static byte[] bytes(Pack pack, Reading texts, String key) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        try {
            out.write(MAGIC);
            text(out, key);
            out.writeInt(texts.names().size());
            for (String name : texts.names()) text(out, name);
            text(out, texts.digest());
            out.write(IrWriter.bytes(pack));
            out.write(Reading.sha256().digest(bytes.toByteArray()));
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    /** The pack, when the file is whole and made from the same texts by the same engine; else null. */
    static @Nullable Pack read(byte[] bytes, PackTexts texts, String key) {
        if (bytes.length < MAGIC.length + CHECKSUM || bytes.length > MOST_BYTES) return null;
        MessageDigest sha = Reading.sha256();
        sha.update(bytes, 0, bytes.length - CHECKSUM);
        if (!Arrays.equals(sha.digest(), Arrays.copyOfRange(bytes, bytes.length - CHECKSUM, bytes.length))) return null;
        ByteBuffer in = ByteBuffer.wrap(bytes, 0, bytes.length - CHECKSUM);
        try {
            byte[] magic = new byte[MAGIC.length];
            in.get(magic);
            if (!Arrays.equals(magic, MAGIC) || !key.equals(text(in))) return null;
            Reading reading = new Reading(texts);
            int names = in.getInt();
            if (names < 0 || names > in.remaining()) return null;
            for (int i = 0; i < names; i++) reading.read(text(in));
            if (!reading.digest().equals(text(in))) return null;
            byte[] rules = new byte[in.remaining()];
            in.get(rules);
            return IrReader.pack(rules);
        } catch (BufferUnderflowException | IrReader.Malformed e) {
            return null;
        }
    }

    private static String text(ByteBuffer in) {
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) throw new BufferUnderflowException();
        byte[] utf8 = new byte[length];
        in.get(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
