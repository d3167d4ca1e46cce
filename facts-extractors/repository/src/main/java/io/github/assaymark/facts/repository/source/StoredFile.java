package io.github.assaymark.facts.repository.source;

import io.github.assaymark.model.extract.ContentCache;
import io.github.assaymark.model.extract.Limits;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.extract.UnreadableFileException;
import io.github.assaymark.model.fact.FileKind;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.SoftReference;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A file of which the content is opened on demand. */
public abstract class StoredFile implements SourceFile {
    /** Files above this size are not even counted through. */
    private static final long MAX_INSPECTED = 1L << 30;

    /** Git itself looks this far for a zero byte. */
    private static final int BINARY_HEAD = 8000;

    private static final byte[] LFS = "version https://git-lfs".getBytes(StandardCharsets.US_ASCII);
    private static final int MAX_LFS = 1024;

    private final String path;
    private final long size;
    private final boolean tracked;
    private volatile @Nullable FileKind kind;
    private volatile @Nullable String blob;
    private volatile @Nullable Map<Derived, Kept> derived;

    private record Derived(Class<?> kind, int version) {}

    /** A value, until it is given up; whoever holds its lock may compute it. */
    private static final class Kept {
        private @Nullable SoftReference<Object> value;

        @Nullable
        Object value() {
            SoftReference<Object> reference = value;
            return reference == null ? null : reference.get();
        }
    }

    /**
     * What one pass over the content tells.
     *
     * @param lines number of lines, 0 for binary content
     * @param blob git object id
     * @param pointer whether the content is a Git LFS pointer
     */
    public record Inspection(int lines, boolean binary, String blob, boolean pointer) {}

    StoredFile(String path, long size, boolean tracked) {
        this.path = path;
        this.size = size;
        this.tracked = tracked;
    }

    /** Told before anything is said of the content. */
    void looked() {}

    /** The content; the stream is closed by the caller. */
    abstract InputStream open() throws IOException, UnreadableFileException;

    @Override
    public final String path() {
        return path;
    }

    @Override
    public final long size() {
        looked();
        return size;
    }

    @Override
    public final boolean tracked() {
        return tracked;
    }

    /** Whether a file of this name is meant to be text. */
    public final boolean namedAsText() {
        return FileKinds.text(path.substring(path.lastIndexOf('/') + 1));
    }

    @Override
    public FileKind kind() {
        FileKind known = kind;
        if (known == null) {
            known = FileKinds.of(path, this::head);
            kind = known;
        }
        return known;
    }

    @Override
    public @Nullable String blob() {
        String known = blob;
        if (known == null) {
            try {
                known = inspect().blob();
            } catch (UnreadableFileException e) {
                return null;
            }
            blob = known;
        }
        return known;
    }

    @Override
    public final byte[] read(Limits limits) throws UnreadableFileException {
        looked();
        if (size > limits.maxBytes()) throw tooLarge(limits.maxBytes());
        byte[] content;
        try (InputStream in = open()) {
            content = in.readNBytes(limits.maxBytes() + 1);
        } catch (IOException e) {
            throw unreadable(e);
        }
        if (content.length > limits.maxBytes()) throw tooLarge(limits.maxBytes());
        if (pointer(content, content.length)) throw new UnreadableFileException("Git LFS pointer without its content");
        return content;
    }

    @Override
    public final String text(Limits limits) throws UnreadableFileException {
        byte[] content = read(limits);
        if (startsWith(content, 0xFE, 0xFF) || startsWith(content, 0xFF, 0xFE))
            throw new UnreadableFileException("UTF-16 text, not UTF-8");
        if (binary(content, content.length)) throw new UnreadableFileException("binary content");
        int start = startsWith(content, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content, start, content.length - start))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UnreadableFileException("no valid UTF-8");
        }
    }

    /**
     * One pass over the content, whatever its size.
     *
     * @throws UnreadableFileException when it cannot be read to its end
     */
    public final Inspection inspect() throws UnreadableFileException {
        looked();
        if (size > MAX_INSPECTED) throw tooLarge(MAX_INSPECTED);
        MessageDigest sha = sha1();
        sha.update(("blob " + size + "\0").getBytes(StandardCharsets.US_ASCII));
        byte[] buffer = new byte[1 << 16];
        byte[] head = new byte[0];
        long total = 0;
        int lines = 0;
        byte last = '\n';
        try (InputStream in = open()) {
            for (int n = in.readNBytes(buffer, 0, buffer.length); n > 0; n = in.readNBytes(buffer, 0, buffer.length)) {
                if (total == 0) head = Arrays.copyOf(buffer, Math.min(n, BINARY_HEAD));
                sha.update(buffer, 0, n);
                for (int i = 0; i < n; i++) if (buffer[i] == '\n') lines++;
                last = buffer[n - 1];
                total += n;
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
        if (total != size) throw new UnreadableFileException("it changed while it was read");
        boolean binary = binary(head, head.length);
        String id = HexFormat.of().formatHex(sha.digest());
        return new Inspection(binary ? 0 : lines + (last == '\n' ? 0 : 1), binary, id, pointer(head, total));
    }

    /** What follows from the content, computed by whoever asks first. */
    final <T> T derived(Class<T> of, int version, ContentCache.Derivation<T> derive) throws UnreadableFileException {
        Kept kept = derived().computeIfAbsent(new Derived(of, version), key -> new Kept());
        synchronized (kept) {
            Object known = kept.value();
            if (known != null) return of.cast(known);
            T value = derive.from(this);
            kept.value = new SoftReference<>(value);
            return value;
        }
    }

    private Map<Derived, Kept> derived() {
        Map<Derived, Kept> known = derived;
        if (known != null) return known;
        synchronized (this) {
            known = derived;
            if (known == null) derived = known = new ConcurrentHashMap<>(4);
            return known;
        }
    }

    private byte[] head() {
        try (InputStream in = open()) {
            return in.readNBytes(FileKinds.HEAD);
        } catch (IOException | UnreadableFileException e) {
            return new byte[0];
        }
    }

    private static boolean pointer(byte[] content, long length) {
        return length <= MAX_LFS
                && content.length >= LFS.length
                && Arrays.equals(content, 0, LFS.length, LFS, 0, LFS.length);
    }

    private static boolean binary(byte[] content, int length) {
        for (int i = 0; i < Math.min(length, BINARY_HEAD); i++) {
            if (content[i] == 0) return true;
        }
        return false;
    }

    private static boolean startsWith(byte[] content, int... bytes) {
        if (content.length < bytes.length) return false;
        for (int i = 0; i < bytes.length; i++) {
            if ((content[i] & 0xFF) != bytes[i]) return false;
        }
        return true;
    }

    private static UnreadableFileException tooLarge(long bytes) {
        return new UnreadableFileException(
                bytes % (1 << 20) == 0 ? "larger than " + (bytes >> 20) + " MiB" : "larger than " + bytes + " bytes");
    }

    private static UnreadableFileException unreadable(IOException e) {
        if (e instanceof AccessDeniedException) return new UnreadableFileException("permission denied");
        if (e instanceof NoSuchFileException) return new UnreadableFileException("it vanished while it was read");
        if (e instanceof MissingContentException)
            return new UnreadableFileException("its content is not in this clone");
        return new UnreadableFileException("it could not be read from disk");
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }

    /** The content of a committed file is not in the clone. */
    static final class MissingContentException extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
