package io.github.assaymark.collect;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Keeps other processes from writing into a folder. It lies beside the folders of the system for temporary files, so
 * that nothing of it is left in the folder, and ends with the process.
 */
final class FolderLock implements AutoCloseable {
    private final @Nullable FileChannel channel;

    private FolderLock(@Nullable FileChannel channel) {
        this.channel = channel;
    }

    static FolderLock of(Path folder) throws IOException {
        Path file = Path.of(System.getProperty("java.io.tmpdir"))
                .resolve("assay-collect-"
                        + Digests.sha256(folder.toRealPath().toString()).substring(0, 16) + ".lock");
        FileChannel channel;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            return new FolderLock(null); // of another user, or nowhere to write: then nobody is kept away
        }
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            throw new CollectException(
                    folder + " is being written by another collector\n  Maybe wait for it, or collect into another"
                            + " directory");
        }
        return new FolderLock(channel);
    }

    @Override
    public void close() throws IOException {
        if (channel != null) channel.close();
    }
}
