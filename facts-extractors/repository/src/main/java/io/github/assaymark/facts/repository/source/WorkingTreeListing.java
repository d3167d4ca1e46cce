package io.github.assaymark.facts.repository.source;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.extract.SourceFile;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One walk over a working tree. Used by one thread. */
final class WorkingTreeListing {
    /** Never part of a project's own files; left out when git tracks nothing in them. */
    private static final Set<String> INSTALLED = Set.of(
            "node_modules", "bower_components", ".venv", "__pycache__", ".gradle", ".next", ".nuxt", ".turbo", ".tox");

    private static final int MAX_DEPTH = 200;

    private final Path root;
    private final @Nullable GitFolder git;
    private final GitFolder.Tracked tracked;
    private final int maxFiles;
    private final String prefix;
    private final List<SourceFile> files = new ArrayList<>();
    private final Set<Coverage.Gap> gaps = new TreeSet<>();
    private final List<String> leftOut = new ArrayList<>();
    private final List<String> links = new ArrayList<>();
    private final Deque<Directory> open = new ArrayDeque<>();

    private record Directory(
            Path path, String below, @Nullable IgnoreFile rules, boolean ignored, int depth) {}

    WorkingTreeListing(Path root, @Nullable GitFolder git, GitFolder.Tracked tracked, int maxFiles) {
        this.root = root;
        this.git = git;
        this.tracked = tracked;
        this.maxFiles = maxFiles;
        this.prefix = git == null ? "" : git.prefix();
    }

    List<SourceFile> files() {
        return List.copyOf(files);
    }

    List<Coverage.Gap> gaps() {
        return List.copyOf(gaps);
    }

    /** Symbolic links among the files. */
    List<String> links() {
        return List.copyOf(links);
    }

    List<String> leftOut() {
        return leftOut.stream().sorted().toList();
    }

    void gap(String path, String reason) {
        gaps.add(new Coverage.Gap(path, 0, reason));
    }

    private Directory top() {
        return new Directory(root, "", git == null ? null : git.ignoresAbove(), false, 0);
    }

    /**
     * Lists one path as a walk would, into a listing that is empty.
     *
     * @return whether it is a directory that would be walked
     */
    boolean one(String path) {
        Directory at = top();
        Path entry = root;
        for (String part : path.split("/", -1)) {
            entry = entry.resolve(part);
            if (!Files.exists(entry, LinkOption.NOFOLLOW_LINKS)) return false;
            entry(at, rules(at), entry);
            if (open.isEmpty()) return false;
            at = open.pop();
            if (!Files.isReadable(entry)) gap(at.below(), "permission denied");
        }
        return true;
    }

    void walk() {
        open.push(top());
        while (!open.isEmpty()) {
            Directory directory = open.pop();
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory.path())) {
                IgnoreFile rules = rules(directory);
                for (Path entry : entries) {
                    if (files.size() >= maxFiles) {
                        gap("", "more than " + maxFiles + " files");
                        return;
                    }
                    entry(directory, rules, entry);
                }
            } catch (AccessDeniedException e) {
                gap(directory.below(), "permission denied");
            } catch (IOException | DirectoryIteratorException e) {
                gap(directory.below(), "the directory could not be listed");
            }
        }
    }

    private @Nullable IgnoreFile rules(Directory directory) {
        String text = IgnoreText.read(directory.path().resolve(".gitignore"));
        if (text == null) return directory.rules();
        String at = prefix + directory.below();
        return IgnoreFile.parse(at.endsWith("/") ? at.substring(0, at.length() - 1) : at, text, directory.rules());
    }

    private void entry(Directory parent, @Nullable IgnoreFile rules, Path entry) {
        String name = name(entry);
        if (name.equals(".git")) return;
        String path = parent.below().isEmpty() ? name : parent.below() + "/" + name;
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (AccessDeniedException e) {
            gap(path, "permission denied");
            return;
        } catch (IOException e) {
            gap(path, "it vanished while the directory was listed");
            return;
        }
        boolean ignored = parent.ignored() || (rules != null && rules.ignores(prefix + path, attributes.isDirectory()));
        if (attributes.isDirectory()) {
            directory(parent, rules, entry, name, path, ignored);
        } else {
            boolean isTracked = tracked.files().contains(path);
            if (!ignored || isTracked) files.add(file(entry, path, attributes, isTracked));
        }
    }

    private void directory(
            Directory parent, @Nullable IgnoreFile rules, Path entry, String name, String path, boolean ignored) {
        if (tracked.submodules().contains(path)) {
            gap(path, "git submodule, a repository of its own");
            return;
        }
        boolean holdsTracked = tracked.directories().contains(path);
        if (ignored && !holdsTracked) return;
        if (INSTALLED.contains(name) && !holdsTracked) {
            leftOut.add(path);
            return;
        }
        if (!holdsTracked && Files.exists(entry.resolve(".git"), LinkOption.NOFOLLOW_LINKS)) {
            gap(path, "a git repository of its own");
            return;
        }
        if (parent.depth() >= MAX_DEPTH) {
            gap(path, "more than " + MAX_DEPTH + " directories deep");
            return;
        }
        open.push(new Directory(entry, path, rules, ignored, parent.depth() + 1));
    }

    private SourceFile file(Path entry, String path, BasicFileAttributes attributes, boolean isTracked) {
        if (attributes.isRegularFile()) return new DiskFile(path, attributes.size(), isTracked, entry);
        if (!attributes.isSymbolicLink()) return new BrokenFile(path, 0, isTracked, "no regular file");
        links.add(path);
        try {
            Path target = entry.toRealPath();
            if (!target.startsWith(root) || target.startsWith(root.resolve(".git")))
                return broken(path, attributes, isTracked, "symbolic link that leads out of the repository");
            BasicFileAttributes reached = Files.readAttributes(target, BasicFileAttributes.class);
            if (reached.isRegularFile()) return new DiskFile(path, reached.size(), isTracked, target);
            return broken(path, attributes, isTracked, "symbolic link to a directory, which is read at its own place");
        } catch (FileSystemLoopException e) {
            return broken(path, attributes, isTracked, "symbolic link that leads back to itself");
        } catch (IOException e) {
            String text = String.valueOf(e.getMessage());
            String reason = text.contains("levels of symbolic links")
                    ? "symbolic link that leads back to itself"
                    : "symbolic link that leads nowhere";
            return broken(path, attributes, isTracked, reason);
        }
    }

    private static SourceFile broken(String path, BasicFileAttributes attributes, boolean isTracked, String reason) {
        return new BrokenFile(path, attributes.size(), isTracked, reason);
    }

    /** Sorts what was found and accounts for what git tracks but did not put into the working tree. */
    void finish() {
        files.sort(Comparator.comparing(SourceFile::path));
        for (String path : tracked.absent()) {
            if (Files.exists(root.resolve(path), LinkOption.NOFOLLOW_LINKS)) continue;
            int slash = path.indexOf('/');
            while (slash > 0 && Files.isDirectory(root.resolve(path.substring(0, slash)))) {
                slash = path.indexOf('/', slash + 1);
            }
            gap(slash < 0 ? path : path.substring(0, slash), "left out of the working tree by a sparse checkout");
        }
        for (String path : tracked.submodules()) {
            gap(path, "git submodule, a repository of its own");
        }
    }

    /** A JVM with an ASCII locale cannot decode other names, but still knows their bytes. */
    private static String name(Path entry) {
        Path last = entry.getFileName();
        String name = last == null ? "" : last.toString();
        if (name.indexOf('\uFFFD') < 0) return name;
        String raw = entry.toUri().getRawPath();
        if (raw.endsWith("/")) raw = raw.substring(0, raw.length() - 1);
        return URLDecoder.decode(raw.substring(raw.lastIndexOf('/') + 1).replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
