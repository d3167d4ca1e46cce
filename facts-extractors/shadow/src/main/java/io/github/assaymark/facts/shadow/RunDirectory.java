package io.github.assaymark.facts.shadow;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A directory for one run, named after the process that made it, so that later runs know what was left behind. */
final class RunDirectory {
    private static final String PREFIX = "assay-shadow-";
    private static final String OWNER = "owner";

    private RunDirectory() {}

    /** A new one below {@code parent}; others may pass through it but not look into it. */
    static Path create(Path parent) {
        try {
            Path directory = Files.createTempDirectory(
                    parent, PREFIX, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x")));
            // the umask may have taken the permission to pass
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx--x--x"));
            Files.writeString(directory.resolve(OWNER), identity(ProcessHandle.current()));
            return directory;
        } catch (IOException | UnsupportedOperationException e) {
            throw new ShadowException(
                    "cannot make a directory for the shadow database in " + parent + ": " + e.getMessage()
                            + "\n  Maybe let -Djava.io.tmpdir name a directory that can be written to",
                    e);
        }
    }

    /** What processes that are no more left behind below {@code parent}; their servers are stopped. */
    static List<Path> sweep(Path parent) {
        List<Path> stale = new ArrayList<>();
        try (Stream<Path> entries = Files.list(parent)) {
            entries.filter(RunDirectory::isStale).forEach(stale::add);
        } catch (IOException e) {
            return List.of();
        }
        for (Path directory : stale) {
            stopServer(directory);
            delete(directory);
        }
        return stale;
    }

    private static boolean isStale(Path directory) {
        if (!directory.getFileName().toString().startsWith(PREFIX)) return false;
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(directory, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            String me = System.getProperty("user.name", "");
            if (!attributes.isDirectory()
                    || !Files.getOwner(directory, LinkOption.NOFOLLOW_LINKS)
                            .getName()
                            .equals(me)) return false;
            String[] owner = Files.readString(directory.resolve(OWNER)).split(" ", 2);
            Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(owner[0]));
            return process.isEmpty()
                    || !process.get().isAlive()
                    || !identity(process.get()).equals(owner[0] + " " + owner[1]);
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return false;
        }
    }

    /** Number and start of a process: numbers are used again. */
    private static String identity(ProcessHandle process) {
        return process.pid() + " "
                + process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    private static void stopServer(Path directory) {
        ProcessHandle server = server(directory);
        if (server == null) return;
        server.destroyForcibly();
        server.onExit().join();
    }

    /** The server whose data lies in a directory; null when none runs. */
    static @Nullable ProcessHandle server(Path directory) {
        Path data = directory.resolve("data");
        try (Stream<String> lines = Files.lines(data.resolve("postmaster.pid"))) {
            List<String> first = lines.limit(2).toList();
            if (first.size() < 2 || !first.get(1).equals(data.toString())) return null;
            ProcessHandle process =
                    ProcessHandle.of(Long.parseLong(first.get(0).trim())).orElse(null);
            if (process == null || !process.isAlive()) return null;
            String command = process.info().command().orElse("");
            return command.isEmpty() || command.endsWith("/postgres") ? process : null;
        } catch (IOException | NumberFormatException e) {
            return null;
        }
    }

    /** Deletes a tree without following links; what cannot be deleted stays. */
    static void delete(Path tree) {
        try {
            Files.walkFileTree(tree, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) throws IOException {
                    Files.deleteIfExists(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (NoSuchFileException e) {
            // gone already
        } catch (IOException e) {
            // somebody else's file: the next sweep tries again
        }
    }
}
