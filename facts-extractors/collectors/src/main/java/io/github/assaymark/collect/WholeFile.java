package io.github.assaymark.collect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/** Files that are there whole or not at all, whenever the process is killed. */
final class WholeFile {
    private static final String PREFIX = ".assay-";
    private static final String SUFFIX = ".tmp";

    private WholeFile() {}

    static void write(Path target, String text) throws IOException {
        Path directory = target.toAbsolutePath().getParent();
        if (directory == null) throw new IOException("no file: " + target);
        Path draft = Files.createTempFile(directory, PREFIX, SUFFIX);
        try {
            Files.writeString(draft, text);
            if (draft.getFileSystem().supportedFileAttributeViews().contains("posix"))
                Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-r--r--"));
            try {
                Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Deletes what a process that was killed left behind. */
    static void sweep(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder, 2, new FileVisitOption[0])) {
            List<Path> drafts = files.filter(file -> {
                        String name = String.valueOf(file.getFileName());
                        return name.startsWith(PREFIX) && name.endsWith(SUFFIX) && Files.isRegularFile(file);
                    })
                    .toList();
            for (Path draft : drafts) Files.deleteIfExists(draft);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
