package io.github.assaymark.facts.repository.source;

import io.github.assaymark.facts.repository.work.Paths;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.extract.RepositorySource;
import io.github.assaymark.model.extract.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A working tree whose list of files follows changes, one path at a time. May be read by many threads in between. */
public final class LiveTree implements RepositorySource, FileHistory {
    private final String name;
    private final Path root;
    private final @Nullable GitFolder git;
    private final @Nullable String head;
    private final @Nullable String branch;
    private final GitFolder.Tracked tracked;
    private @Nullable Stamp index;
    private final int maxFiles;
    private final TreeMap<String, StoredFile> files = new TreeMap<>();
    private final Map<String, Integer> directories = new HashMap<>();
    private final Set<String> links;
    private final List<Coverage.Gap> gaps;
    private final Map<String, Change> changes = new ConcurrentHashMap<>();

    private record Stamp(FileTime modified, long size) {
        static @Nullable Stamp of(Path file) {
            try {
                return new Stamp(Files.getLastModifiedTime(file), Files.size(file));
            } catch (IOException e) {
                return null;
            }
        }
    }

    /** What became of a path. */
    public enum Fate {
        /** There was no file and there is none. */
        NOTHING,
        /** The file may hold something else. */
        CONTENT,
        /** The file came, went, or is of another kind. */
        SHAPE,
        /** Only a new listing can tell. */
        UNSURE
    }

    /**
     * One path that was followed.
     *
     * @param directories that came or went with it
     */
    public record Step(Fate fate, List<String> directories) {}

    LiveTree(
            WorkingTree tree,
            Path root,
            @Nullable GitFolder git,
            GitFolder.Tracked tracked,
            List<String> links,
            int max) {
        this.name = tree.name();
        this.root = root;
        this.git = git;
        this.head = tree.head();
        this.branch = git == null ? null : git.branch();
        this.tracked = tracked;
        this.index = git == null ? null : Stamp.of(git.index());
        this.links = new TreeSet<>(links);
        this.maxFiles = max;
        this.gaps = tree.gaps();
        for (SourceFile file : tree.files()) put((StoredFile) file, new ArrayList<>());
    }

    /** Whether another commit is checked out, or git tracks other files than when the tree was listed. */
    public boolean isOutdated() {
        GitFolder present = git;
        if (present == null) return Files.exists(root.resolve(".git"), LinkOption.NOFOLLOW_LINKS);
        if (!Objects.equals(head, present.head()) || !Objects.equals(branch, present.branch())) return true;
        Stamp now = Stamp.of(present.index());
        if (Objects.equals(index, now)) return false;
        try {
            // Asking git for the state of the tree writes its index anew, which changes nothing.
            if (!present.tracked().equals(tracked)) return true;
        } catch (IOException e) {
            return true;
        }
        index = now;
        return false;
    }

    /** The paths that changed with others: symbolic links that lead to them, or elsewhere than before. */
    public List<String> linked(Set<String> changed) {
        List<String> found = new ArrayList<>();
        for (String link : links) {
            StoredFile before = files.get(link);
            StoredFile now = listed(link).get(link);
            if (before instanceof DiskFile a
                    && now instanceof DiskFile b
                    && a.location().equals(b.location())
                    && a.size() == b.size()
                    && !changed.contains(
                            root.relativize(b.location()).toString().replace('\\', '/'))) continue;
            if (before instanceof BrokenFile a && now instanceof BrokenFile b && a.says(b)) continue;
            found.add(link);
        }
        return found;
    }

    /** Looks at one path anew. */
    public Step follow(String path) {
        WorkingTreeListing listing = new WorkingTreeListing(root, git, tracked, Integer.MAX_VALUE);
        boolean directory;
        try {
            directory = listing.one(path);
        } catch (InvalidPathException e) {
            return new Step(Fate.UNSURE, List.of());
        }
        if (directory || !below(path).isEmpty() || isHidden(path, listing.gaps()))
            return new Step(Fate.UNSURE, List.of());
        StoredFile before = files.get(path);
        StoredFile now = named(listing, path);
        if (before == null && now == null) return new Step(Fate.NOTHING, List.of());
        if (before == null && files.size() >= maxFiles) return new Step(Fate.UNSURE, List.of());
        links.remove(path);
        if (listing.links().contains(path)) links.add(path);
        List<String> changed = new ArrayList<>();
        if (before != null && now != null) {
            files.put(path, now);
            return new Step(before.kind() == now.kind() ? Fate.CONTENT : Fate.SHAPE, changed);
        }
        if (now != null) put(now, changed);
        else remove(path, changed);
        return new Step(Fate.SHAPE, changed);
    }

    private Map<String, StoredFile> below(String path) {
        return files.subMap(path + "/", path + "0");
    }

    /** Whether gaps of the listing come or go with a path. */
    private boolean isHidden(String path, List<Coverage.Gap> seen) {
        if (!tracked.absent().isEmpty() || !gaps.containsAll(seen)) return true;
        if (!seen.isEmpty()) return false;
        return gaps.stream()
                .map(Coverage.Gap::path)
                .anyMatch(gap ->
                        gap.isEmpty() || gap.equals(path) || path.startsWith(gap + "/") || gap.startsWith(path + "/"));
    }

    private Map<String, StoredFile> listed(String path) {
        WorkingTreeListing listing = new WorkingTreeListing(root, git, tracked, Integer.MAX_VALUE);
        if (listing.one(path)) return Map.of();
        StoredFile file = named(listing, path);
        return file == null ? Map.of() : Map.of(path, file);
    }

    private static @Nullable StoredFile named(WorkingTreeListing listing, String path) {
        for (SourceFile file : listing.files()) if (file.path().equals(path)) return (StoredFile) file;
        return null;
    }

    private void put(StoredFile file, List<String> came) {
        files.put(file.path(), file);
        for (String at = Paths.directory(file.path()); !at.isEmpty(); at = Paths.directory(at)) {
            if (directories.merge(at, 1, Integer::sum) == 1) came.add(at);
        }
    }

    private void remove(String path, List<String> went) {
        files.remove(path);
        for (String at = Paths.directory(path); !at.isEmpty(); at = Paths.directory(at)) {
            if (directories.merge(at, -1, Integer::sum) > 0) continue;
            directories.remove(at);
            went.add(at);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public @Nullable String commit() {
        return null;
    }

    /** The commit that is checked out; null when there is none. */
    public @Nullable String head() {
        return head;
    }

    /** Whether a commit is one of the git repository around the directory. */
    public boolean holdsCommit(String commit) {
        return git != null && git.holds(commit);
    }

    /** Whether the directory is the root of its git repository. */
    public boolean isRoot() {
        return git != null && git.prefix().isEmpty();
    }

    /** The branch that is checked out; null when there is none. */
    public @Nullable String branch() {
        return branch;
    }

    @Override
    public List<SourceFile> files() {
        return List.copyOf(files.values());
    }

    Collection<StoredFile> stored() {
        return Collections.unmodifiableCollection(files.values());
    }

    @Override
    public @Nullable StoredFile file(String path) {
        return files.get(path);
    }

    @Override
    public boolean holds(String directory) {
        return directories.containsKey(directory);
    }

    @Override
    public List<Coverage.Gap> gaps() {
        return gaps;
    }

    @Override
    public Change newestChange(String path) {
        GitFolder present = git;
        String commit = head;
        if (present == null || commit == null) return Change.NONE;
        return changes.computeIfAbsent(path, p -> present.newestChange(commit, p));
    }

    @Override
    public Origin origin(String path, byte[] bytes, int firstLine, int lastLine, byte @Nullable [] signers) {
        GitFolder present = git;
        String commit = head;
        return present == null || commit == null
                ? Origin.NONE
                : present.origin(commit, path, bytes, firstLine, lastLine, signers);
    }
}
