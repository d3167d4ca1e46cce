package io.github.assaymark.facts.repository.source;

import io.github.assaymark.model.extract.ScanException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.errors.AmbiguousObjectException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.PathFilter;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;

/** The git repository around a directory. Only reads, and runs no program. Safe for use by many threads. */
public final class GitFolder implements AutoCloseable {
    private final Repository repository;
    private final Path workTree;
    private final String prefix;
    private final boolean bare;

    /**
     * What git keeps of the working tree below the directory.
     *
     * @param files paths that are tracked
     * @param directories directories that hold tracked files, at any depth
     * @param submodules paths of other repositories
     * @param absent tracked paths that are left out of the working tree on purpose
     */
    record Tracked(Set<String> files, Set<String> directories, Set<String> submodules, Set<String> absent) {
        static final Tracked NOTHING = new Tracked(Set.of(), Set.of(), Set.of(), Set.of());
    }

    private GitFolder(Repository repository, Path workTree, String prefix, boolean bare) {
        this.repository = repository;
        this.workTree = workTree;
        this.prefix = prefix;
        this.bare = bare;
    }

    /**
     * The repository a directory lies in.
     *
     * @param problems told in a few words when there is a git folder that cannot be opened
     * @return null when there is none that can be opened
     */
    public static @Nullable GitFolder find(Path directory, List<String> problems) {
        Path root = real(directory);
        for (Path at = root; at != null; at = at.getParent()) {
            boolean bare = !Files.exists(at.resolve(Constants.DOT_GIT)) && looksBare(at);
            if (!bare && !Files.exists(at.resolve(Constants.DOT_GIT))) continue;
            if (bare && !at.equals(root)) return null;
            try {
                FileRepositoryBuilder builder = new FileRepositoryBuilder();
                builder.addCeilingDirectory(
                        at.getParent() == null ? null : at.getParent().toFile());
                builder.findGitDir(at.toFile());
                if (builder.getGitDir() == null) {
                    problems.add("git folder " + at.resolve(Constants.DOT_GIT) + " is damaged");
                    return null;
                }
                Repository repository = OwnRepository.open(builder.setMustExist(true));
                String prefix = at.relativize(root).toString().replace('\\', '/');
                return new GitFolder(repository, at, prefix.isEmpty() ? "" : prefix + "/", bare);
            } catch (IOException | IllegalArgumentException e) {
                problems.add("git folder " + at.resolve(Constants.DOT_GIT) + " cannot be opened: " + e.getMessage());
                return null;
            }
        }
        return null;
    }

    private static Path real(Path directory) {
        try {
            return directory.toRealPath();
        } catch (IOException e) {
            return directory.toAbsolutePath().normalize();
        }
    }

    private static boolean looksBare(Path directory) {
        return Files.isRegularFile(directory.resolve("HEAD"))
                && Files.isDirectory(directory.resolve("objects"))
                && Files.isDirectory(directory.resolve("refs"));
    }

    Repository repository() {
        return repository;
    }

    /** The directory that holds the git folder. */
    Path workTree() {
        return workTree;
    }

    /** Path of the directory below the working tree's root, with a slash behind it; empty for the root. */
    String prefix() {
        return prefix;
    }

    /** Whether there is no working tree. */
    public boolean bare() {
        return bare;
    }

    /** The file that says what git tracks. */
    Path index() {
        return repository.getIndexFile().toPath();
    }

    /** The commit that is checked out; null when there is none yet. */
    public @Nullable String head() {
        try {
            ObjectId head = repository.resolve(Constants.HEAD);
            return head == null ? null : head.name();
        } catch (IOException | RevisionSyntaxException e) {
            return null;
        }
    }

    /** Whether a commit is one of this repository; what a shallow clone leaves out is not. */
    boolean holds(String commit) {
        if (!ObjectId.isId(commit)) return false;
        try (RevWalk walk = new RevWalk(repository)) {
            walk.parseCommit(ObjectId.fromString(commit));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** The branch that is checked out; null when there is none. */
    public @Nullable String branch() {
        try {
            Ref head = repository.exactRef(Constants.HEAD);
            if (head == null || !head.isSymbolic()) return null;
            return Repository.shortenRefName(head.getTarget().getName());
        } catch (IOException e) {
            return null;
        }
    }

    /**
     * The commit a revision names.
     *
     * @throws ScanException when it names none
     */
    public String commit(String revision) {
        try {
            ObjectId id = repository.resolve(revision + "^{commit}");
            if (id != null) return id.name();
        } catch (AmbiguousObjectException e) {
            throw new ScanException(List.of(
                    "revision `" + revision + "` is short for several commits\n  Maybe give more of its characters"));
        } catch (IOException | RevisionSyntaxException e) {
            // Said below, like a revision that does not exist.
        }
        throw new ScanException(List.of("revision `" + revision + "` is not a commit of " + name()
                + "\n  Maybe fetch it first: clones made by CI often hold one commit only"));
    }

    private String name() {
        return "the git repository " + workTree.getFileName();
    }

    /** What git tracks below the directory. */
    Tracked tracked() throws IOException {
        Set<String> files = new HashSet<>();
        Set<String> directories = new HashSet<>();
        Set<String> submodules = new HashSet<>();
        Set<String> absent = new HashSet<>();
        DirCache index = repository.readDirCache();
        for (int i = 0; i < index.getEntryCount(); i++) {
            DirCacheEntry entry = index.getEntry(i);
            String path = entry.getPathString();
            if (!path.startsWith(prefix)) continue;
            String below = path.substring(prefix.length());
            if (entry.getFileMode() == FileMode.GITLINK) submodules.add(below);
            else files.add(below);
            if (entry.isSkipWorkTree()) absent.add(below);
            for (int slash = below.lastIndexOf('/'); slash > 0; slash = below.lastIndexOf('/', slash - 1)) {
                if (!directories.add(below.substring(0, slash))) break;
            }
        }
        return new Tracked(files, directories, submodules, absent);
    }

    /** The ignore rules that hold in the directory before its own. */
    @Nullable
    IgnoreFile ignoresAbove() {
        IgnoreFile rules = null;
        Path exclude = repository.getCommonDirectory().toPath().resolve("info").resolve("exclude");
        String text = IgnoreText.read(exclude);
        if (text != null) rules = IgnoreFile.parse("", text, rules);
        Path at = workTree;
        List<String> passed = new ArrayList<>();
        for (String part : prefix.isEmpty() ? new String[0] : prefix.split("/", -1)) {
            if (part.isEmpty()) break;
            String own = IgnoreText.read(at.resolve(".gitignore"));
            if (own != null) rules = IgnoreFile.parse(String.join("/", passed), own, rules);
            passed.add(part);
            at = at.resolve(part);
        }
        return rules;
    }

    /** Whether git ignores the directory itself, so that it is no part of the repository. */
    boolean ignored(Tracked tracked) {
        if (prefix.isEmpty() || !tracked.files().isEmpty()) return false;
        IgnoreFile rules = ignoresAbove();
        if (rules == null) return false;
        for (int slash = prefix.indexOf('/'); slash > 0; slash = prefix.indexOf('/', slash + 1)) {
            String ancestor = prefix.substring(0, slash);
            IgnoreFile known = rules;
            // Rules of deeper directories do not speak of the ones above them.
            while (known != null && !inside(ancestor, known.directory())) known = known.above();
            if (known != null && known.ignores(ancestor, true)) return true;
        }
        return false;
    }

    private static boolean inside(String path, String directory) {
        return directory.isEmpty() || path.startsWith(directory + "/");
    }

    FileHistory.Change newestChange(String commit, String path) {
        try (RevWalk walk = new RevWalk(repository)) {
            walk.setTreeFilter(AndTreeFilter.create(PathFilter.create(prefix + path), TreeFilter.ANY_DIFF));
            walk.markStart(walk.parseCommit(ObjectId.fromString(commit)));
            RevCommit newest = walk.next();
            if (newest == null) return FileHistory.Change.NONE;
            if (repository.getObjectDatabase().getShallowCommits().contains(newest.getId()))
                return new FileHistory.Change(null, "the clone is shallow, so its last change is not known");
            return new FileHistory.Change(newest.getAuthorIdent().getWhenAsInstant(), null);
        } catch (IOException e) {
            return new FileHistory.Change(null, "the history is not whole in this clone");
        }
    }

    FileHistory.Origin origin(
            String commit, String path, byte[] bytes, int firstLine, int lastLine, byte @Nullable [] signers) {
        try {
            return new LineHistory(repository).origin(commit, prefix + path, bytes, firstLine, lastLine, signers);
        } catch (IOException e) {
            // A history that is not whole does not say who wrote them.
            return FileHistory.Origin.NONE;
        }
    }

    @Override
    public void close() {
        repository.close();
    }
}
