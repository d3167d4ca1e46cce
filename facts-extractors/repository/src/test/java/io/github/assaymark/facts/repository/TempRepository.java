package io.github.assaymark.facts.repository;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.GpgConfig;
import org.eclipse.jgit.lib.PersonIdent;
import org.jspecify.annotations.Nullable;

/** A small repository that a test builds file by file. */
public final class TempRepository {
    private final Path root;

    /** In an existing directory; no git yet. */
    public TempRepository(Path root) {
        this.root = root;
    }

    /** The directory. */
    public Path root() {
        return root;
    }

    /** Writes a file. */
    public TempRepository file(String path, String text) {
        return file(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a file. */
    public TempRepository file(String path, byte[] bytes) {
        try {
            Path file = root.resolve(path);
            Path parent = file.getParent();
            if (parent != null) Files.createDirectories(parent);
            Files.write(file, bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a symbolic link. */
    public TempRepository link(String path, String target) {
        try {
            Path file = root.resolve(path);
            Path parent = file.getParent();
            if (parent != null) Files.createDirectories(parent);
            Files.createSymbolicLink(file, Path.of(target));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes a file. */
    public TempRepository without(String path) {
        try {
            Files.delete(root.resolve(path));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Commits everything that is not ignored, and returns the commit's id. */
    public String commit(String at) {
        return commit(new PersonIdent("Test", "test@example.org", Instant.parse(at), ZoneOffset.UTC), null);
    }

    /** Commits as somebody else, signed by the SSH key of a file where one is given. */
    public String commitBy(String address, @Nullable Path key) {
        return commit(new PersonIdent("Test", address, Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC), key);
    }

    private String commit(PersonIdent person, @Nullable Path key) {
        try (Git git = Files.exists(root.resolve(".git"))
                ? Git.open(root.toFile())
                : Git.init()
                        .setDirectory(root.toFile())
                        .setInitialBranch("main")
                        .call()) {
            git.add().addFilepattern(".").call();
            git.add().addFilepattern(".").setUpdate(true).call();
            Config signing = new Config();
            signing.setString("gpg", null, "format", "ssh");
            return git.commit()
                    .setMessage("a commit")
                    .setAuthor(person)
                    .setCommitter(person)
                    .setSign(key != null)
                    .setSigningKey(key == null ? null : key.toString())
                    .setGpgConfig(new GpgConfig(signing))
                    .call()
                    .getName();
        } catch (IOException | GitAPIException e) {
            throw new IllegalStateException(e);
        }
    }
}
