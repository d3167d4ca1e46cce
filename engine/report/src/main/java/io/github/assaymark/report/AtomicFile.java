package io.github.assaymark.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes files that are there whole or not at all. Safe for use by many threads. */
public final class AtomicFile {
    private AtomicFile() {}

    /** Writes content. */
    @FunctionalInterface
    public interface Content {
        /** Writes all of it; the stream is buffered and closed by the caller. */
        void to(OutputStream out) throws IOException;
    }

    /**
     * Replaces {@code target} by the content, or leaves it as it was when writing fails. What is no regular file, a
     * pipe for example, is written in place.
     *
     * @throws IOException when the content or its directory cannot be written
     */
    public static void write(Path target, Content content) throws IOException {
        Path real = Files.isSymbolicLink(target) && Files.exists(target) ? target.toRealPath() : target;
        if (Files.exists(real) && !Files.isRegularFile(real)) {
            writeTo(real, content);
            return;
        }
        Path directory = real.toAbsolutePath().getParent();
        if (directory == null) throw new IOException("no file: " + target);
        Path draft = Files.createTempFile(directory, "." + real.getFileName(), ".tmp");
        try {
            writeTo(draft, content);
            readable(draft);
            move(draft, real);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void writeTo(Path file, Content content) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            content.to(out);
        }
    }

    /** Temporary files are for their owner alone; reports are for whoever the directory lets in. */
    private static void readable(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix"))
            Files.setPosixFilePermissions(file, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
