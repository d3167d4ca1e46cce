package io.github.assaymark.facts.repository.source;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.extract.Limits;
import io.github.assaymark.model.extract.RepositorySource;
import io.github.assaymark.model.extract.ScanException;
import io.github.assaymark.model.extract.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;

/** The files of a commit, read without a checkout. Safe for use by many threads. */
public final class CommitTree implements RepositorySource, FileHistory {
    private final String name;
    private final GitFolder git;
    private final String commit;
    private final FileTable table;
    private final List<Coverage.Gap> gaps;

    private CommitTree(String name, GitFolder git, String commit, CommitListing listing) {
        this.name = name;
        this.git = git;
        this.commit = commit;
        this.table = new FileTable(listing.files());
        this.gaps = listing.gaps();
    }

    /**
     * Lists the files of a commit below the directory the git folder was found from.
     *
     * @param commit as {@link GitFolder#commit} gives it
     * @param required whether the directory has to exist in the commit
     * @throws ScanException when it has to and does not, or the commit is not in the clone
     */
    public static CommitTree of(Path directory, GitFolder git, String commit, Limits limits, boolean required) {
        Repository repository = git.repository();
        CommitListing listing = new CommitListing(repository, limits.maxFiles());
        try (ObjectReader reader = repository.newObjectReader();
                RevWalk walk = new RevWalk(reader)) {
            ObjectId tree =
                    walk.parseCommit(ObjectId.fromString(commit)).getTree().getId();
            ObjectId top = git.prefix().isEmpty() ? tree : below(reader, git.prefix(), tree);
            if (top != null) listing.walk(reader, top);
            else if (required)
                throw new ScanException(List.of("`" + git.prefix() + "` does not exist at commit " + commit
                        + "\n  Maybe give another revision, or the directory it had there"));
        } catch (IOException e) {
            throw new ScanException(
                    List.of("commit " + commit + " cannot be read\n  Maybe fetch it again: its objects are not whole"));
        }
        Path last = directory.toAbsolutePath().normalize().getFileName();
        return new CommitTree(last == null ? "root" : last.toString(), git, commit, listing);
    }

    private static @Nullable ObjectId below(ObjectReader reader, String prefix, ObjectId tree) throws IOException {
        try (TreeWalk walk = TreeWalk.forPath(reader, prefix.substring(0, prefix.length() - 1), tree)) {
            return walk == null || !walk.isSubtree() ? null : walk.getObjectId(0);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String commit() {
        return commit;
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

    @Override
    public Change newestChange(String path) {
        return git.newestChange(commit, path);
    }

    @Override
    public Origin origin(String path, byte[] bytes, int firstLine, int lastLine, byte @Nullable [] signers) {
        return git.origin(commit, path, bytes, firstLine, lastLine, signers);
    }
}
