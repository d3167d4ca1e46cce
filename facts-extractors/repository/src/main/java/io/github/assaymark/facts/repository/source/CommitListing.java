package io.github.assaymark.facts.repository.source;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.extract.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;
import org.jspecify.annotations.Nullable;

/** One walk over the tree of a commit. Used by one thread. */
final class CommitListing {
    private static final int MAX_DEPTH = 200;
    private static final int MAX_LINKS = 10;
    private static final int MAX_LINK_TEXT = 4096;

    private final Repository repository;
    private final int maxFiles;
    private final Map<String, SourceFile> files = new HashMap<>();
    private final Map<String, String> links = new HashMap<>();
    private final Set<String> directories = new HashSet<>();
    private final Set<Coverage.Gap> gaps = new TreeSet<>();

    private record Directory(ObjectId tree, String path, int depth) {}

    CommitListing(Repository repository, int maxFiles) {
        this.repository = repository;
        this.maxFiles = maxFiles;
    }

    List<SourceFile> files() {
        List<SourceFile> sorted = new ArrayList<>(files.values());
        links.keySet().forEach(path -> sorted.add(link(path)));
        sorted.sort(Comparator.comparing(SourceFile::path));
        return List.copyOf(sorted);
    }

    List<Coverage.Gap> gaps() {
        return List.copyOf(gaps);
    }

    private void gap(String path, String reason) {
        gaps.add(new Coverage.Gap(path, 0, reason));
    }

    void walk(ObjectReader reader, ObjectId top) throws IOException {
        Deque<Directory> open = new ArrayDeque<>();
        open.push(new Directory(top, "", 0));
        while (!open.isEmpty()) {
            Directory directory = open.pop();
            CanonicalTreeParser entries = new CanonicalTreeParser();
            try {
                entries.reset(reader, directory.tree());
            } catch (MissingObjectException e) {
                gap(directory.path(), "its content is not in this clone");
                continue;
            }
            for (; !entries.eof(); entries.next(1)) {
                if (files.size() + links.size() >= maxFiles) {
                    gap("", "more than " + maxFiles + " files");
                    return;
                }
                entry(reader, directory, entries, open);
            }
        }
    }

    private void entry(ObjectReader reader, Directory parent, CanonicalTreeParser entries, Deque<Directory> open)
            throws IOException {
        String name = entries.getEntryPathString();
        String path = parent.path().isEmpty() ? name : parent.path() + "/" + name;
        if (name.equals(".") || name.equals("..") || name.equals(".git") || name.isEmpty() || name.contains("/")) {
            gap(path, "not a name git allows");
            return;
        }
        FileMode mode = entries.getEntryFileMode();
        ObjectId id = entries.getEntryObjectId();
        if (mode == FileMode.TREE) {
            directories.add(path);
            if (parent.depth() >= MAX_DEPTH) gap(path, "more than " + MAX_DEPTH + " directories deep");
            else open.push(new Directory(id, path, parent.depth() + 1));
        } else if (mode == FileMode.GITLINK) {
            gap(path, "git submodule, a repository of its own");
        } else if (mode == FileMode.SYMLINK) {
            links.put(path, linkText(id));
        } else {
            files.put(path, new CommitFile(path, size(reader, id), repository, id));
        }
    }

    private static long size(ObjectReader reader, ObjectId id) throws IOException {
        try {
            return reader.getObjectSize(id, Constants.OBJ_BLOB);
        } catch (MissingObjectException e) {
            return 0;
        }
    }

    private String linkText(ObjectId id) throws IOException {
        try (InputStream in = repository.open(id, Constants.OBJ_BLOB).openStream()) {
            return new String(in.readNBytes(MAX_LINK_TEXT), StandardCharsets.UTF_8);
        } catch (MissingObjectException e) {
            return "";
        }
    }

    private SourceFile link(String path) {
        String at = path;
        for (int i = 0; i < MAX_LINKS; i++) {
            String target = target(at, links.getOrDefault(at, ""));
            if (target == null) return broken(path, "symbolic link that leads out of the repository");
            SourceFile file = files.get(target);
            if (file instanceof CommitFile found)
                return new CommitFile(path, found.size(), repository, ObjectId.fromString(found.blob()));
            if (directories.contains(target) || target.isEmpty())
                return broken(path, "symbolic link to a directory, which is read at its own place");
            if (!links.containsKey(target)) return broken(path, "symbolic link that leads nowhere");
            at = target;
        }
        return broken(path, "symbolic link that leads back to itself");
    }

    private static BrokenFile broken(String path, String reason) {
        return new BrokenFile(path, 0, true, reason);
    }

    /** The path a link leads to; null when that lies outside of the repository. */
    private static @Nullable String target(String link, String text) {
        if (text.startsWith("/") || text.matches("[A-Za-z]:.*")) return null;
        Deque<String> parts = new ArrayDeque<>();
        for (String part : link.split("/", -1)) parts.addLast(part);
        parts.pollLast();
        for (String part : text.split("/", -1)) {
            if (part.isEmpty() || part.equals(".")) continue;
            if (!part.equals("..")) parts.addLast(part);
            else if (parts.pollLast() == null) return null;
        }
        return String.join("/", parts);
    }
}
