package io.github.assaymark.facts.repository.source;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.extract.Limits;
import io.github.assaymark.model.extract.RepositorySource;
import io.github.assaymark.model.extract.ScanException;
import io.github.assaymark.model.extract.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files of a directory, those left out that git ignores. Safe for use by many threads. */
public final class WorkingTree implements RepositorySource, FileHistory {
    private final String name;
    private final @Nullable GitFolder git;
    private final @Nullable String head;
    private final FileTable table;
    private final List<Coverage.Gap> gaps;
    private final List<String> leftOut;
    private final Path root;
    private final GitFolder.Tracked tracked;
    private final List<String> links;

    private WorkingTree(Path root, @Nullable GitFolder git, GitFolder.Tracked tracked, WorkingTreeListing listing) {
        Path last = root.getFileName();
        this.name = last == null ? "root" : last.toString();
        this.root = root;
        this.tracked = tracked;
        this.links = listing.links();
        this.git = git;
        this.head = git == null ? null : git.head();
        this.table = new FileTable(listing.files());
        this.gaps = listing.gaps();
        this.leftOut = listing.leftOut();
    }

    /**
     * Lists the files of a directory.
     *
     * @param git the repository it lies in; null when there is none
     * @throws ScanException when it cannot be listed at all
     */
    public static WorkingTree of(Path directory, @Nullable GitFolder git, Limits limits) {
        Path root;
        try {
            root = directory.toRealPath();
            if (!Files.isDirectory(root)) throw new IOException("no directory");
        } catch (IOException e) {
            throw new ScanException(List.of("`" + directory
                    + "` is not a directory that can be read\n  Maybe give the directory of a repository"));
        }
        GitFolder.Tracked tracked = GitFolder.Tracked.NOTHING;
        GitFolder part = git;
        String problem = null;
        if (git != null) {
            try {
                tracked = git.tracked();
                // A directory that its repository ignores, such as a build folder, is judged by itself.
                if (git.ignored(tracked)) part = null;
            } catch (IOException e) {
                problem = "the git index cannot be read, so ignored files that are tracked may be missing";
            }
        }
        WorkingTreeListing listing = new WorkingTreeListing(root, part, tracked, limits.maxFiles());
        listing.walk();
        if (problem != null) listing.gap("", problem);
        listing.finish();
        return new WorkingTree(root, part, tracked, listing);
    }

    /** The same files, to be followed. */
    public LiveWorkingTree live(Limits limits) {
        return new LiveWorkingTree(this, root, git, tracked, links, limits.maxFiles());
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

    /** Whether the files belong to a git repository. */
    public boolean inGit() {
        return git != null;
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
    public List<SourceFile> files() {
        return table.files();
    }

    @Override
    public @Nullable SourceFile file(String path) {
        return table.file(path);
    }

    @Override
    public boolean holds(String directory) {
        return table.holds(directory);
    }

    @Override
    public List<Coverage.Gap> gaps() {
        return gaps;
    }

    /**
     * Directories of installed or computed files that were not listed, although no rule of git ignores them; sorted.
     */
    public List<String> leftOut() {
        return leftOut;
    }

    @Override
    public Change newestChange(String path) {
        return git == null || head == null ? Change.NONE : git.newestChange(head, path);
    }

    @Override
    public Origin origin(String path, byte[] bytes, int firstLine, int lastLine, byte @Nullable [] signers) {
        return git == null || head == null ? Origin.NONE : git.origin(head, path, bytes, firstLine, lastLine, signers);
    }
}
