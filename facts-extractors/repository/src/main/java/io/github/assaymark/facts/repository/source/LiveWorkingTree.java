package io.github.assaymark.facts.repository.source;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.extract.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A working tree whose list of files follows changes on disk. */
public final class LiveWorkingTree extends LiveTree {
    private final Path root;
    private final @Nullable GitFolder git;
    private final @Nullable String head;
    private final @Nullable String branch;
    private final GitFolder.Tracked tracked;
    private @Nullable Stamp index;
    private final int maxFiles;
    private final Set<String> links;
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

    LiveWorkingTree(
            WorkingTree tree,
            Path root,
            @Nullable GitFolder git,
            GitFolder.Tracked tracked,
            List<String> links,
            int max) {
        super(tree);
        this.root = root;
        this.git = git;
        this.head = tree.head();
        this.branch = git == null ? null : git.branch();
        this.tracked = tracked;
        this.index = git == null ? null : Stamp.of(git.index());
        this.links = new TreeSet<>(links);
        this.maxFiles = max;
    }

    @Override
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

    @Override
    public List<String> linked(Set<String> changed) {
        List<String> found = new ArrayList<>();
        for (String link : links) {
            StoredFile before = file(link);
            StoredFile now = listed(link);
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

    @Override
    public Step follow(String path) {
        WorkingTreeListing listing = new WorkingTreeListing(root, git, tracked, Integer.MAX_VALUE);
        boolean directory;
        try {
            directory = listing.one(path);
        } catch (InvalidPathException e) {
            return new Step(Fate.UNSURE, List.of());
        }
        if (directory || holds(path) || isHidden(path, listing.gaps())) return new Step(Fate.UNSURE, List.of());
        StoredFile now = named(listing, path);
        if (file(path) == null && now != null && stored().size() >= maxFiles) return new Step(Fate.UNSURE, List.of());
        links.remove(path);
        if (listing.links().contains(path)) links.add(path);
        return exchange(path, now);
    }

    /** Whether gaps of the listing come or go with a path. */
    private boolean isHidden(String path, List<Coverage.Gap> seen) {
        if (!tracked.absent().isEmpty() || !gaps().containsAll(seen)) return true;
        if (!seen.isEmpty()) return false;
        return gaps().stream()
                .map(Coverage.Gap::path)
                .anyMatch(gap ->
                        gap.isEmpty() || gap.equals(path) || path.startsWith(gap + "/") || gap.startsWith(path + "/"));
    }

    private @Nullable StoredFile listed(String path) {
        WorkingTreeListing listing = new WorkingTreeListing(root, git, tracked, Integer.MAX_VALUE);
        return listing.one(path) ? null : named(listing, path);
    }

    private static @Nullable StoredFile named(WorkingTreeListing listing, String path) {
        for (SourceFile file : listing.files()) if (file.path().equals(path)) return (StoredFile) file;
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

    @Override
    public @Nullable String branch() {
        return branch;
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
