package io.github.assaymark.facts.repository.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.assaymark.facts.repository.TempRepository;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.extract.Limits;
import io.github.assaymark.model.extract.ScanException;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.extract.UnreadableFileException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.TreeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommitTreeTest {
    @TempDir
    private Path directory = Path.of("");

    private GitFolder git(Path at) {
        return Objects.requireNonNull(GitFolder.find(at, new ArrayList<>()));
    }

    private static List<String> paths(CommitTree tree) {
        return tree.files().stream().map(SourceFile::path).toList();
    }

    private static String problem(CommitTree tree, String path) {
        try {
            return "read: " + Objects.requireNonNull(tree.file(path)).text(Limits.DEFAULT);
        } catch (UnreadableFileException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Test
    void reads_an_older_commit_while_the_working_tree_differs() throws Exception {
        TempRepository repository =
                new TempRepository(directory).file("a.md", "first").file("sub/b.md", "b");
        String first = repository.commit("2026-01-02T03:04:05Z");
        repository.file("a.md", "second").without("sub/b.md").commit("2026-02-02T03:04:05Z");
        repository.file("a.md", "not committed");
        try (GitFolder git = git(directory)) {
            assertThat(git.commit("HEAD~1")).isEqualTo(first);
            CommitTree tree = CommitTree.of(directory, git, first, Limits.DEFAULT, true);
            assertThat(paths(tree)).containsExactly("a.md", "sub/b.md");
            assertThat(problem(tree, "a.md")).isEqualTo("read: first");
            assertThat(tree.commit()).isEqualTo(first);
            assertThat(tree.newestChange("a.md").at()).hasToString("2026-01-02T03:04:05Z");
            CommitTree head = CommitTree.of(directory, git, git.commit("main"), Limits.DEFAULT, true);
            assertThat(head.newestChange("a.md").at()).hasToString("2026-02-02T03:04:05Z");
            assertThat(head.newestChange("never.md")).isEqualTo(FileHistory.Change.NONE);
        }
    }

    @Test
    void reads_the_part_below_a_directory() {
        TempRepository repository =
                new TempRepository(directory).file("a.md", "a").file("examples/loop/b.md", "b");
        repository.commit("2026-01-02T03:04:05Z");
        Path part = directory.resolve("examples/loop");
        try (GitFolder git = git(part)) {
            CommitTree tree = CommitTree.of(part, git, git.commit("HEAD"), Limits.DEFAULT, true);
            assertThat(paths(tree)).containsExactly("b.md");
            assertThat(tree.name()).isEqualTo("loop");
        }
    }

    @Test
    void a_directory_that_the_commit_lacks_is_empty_as_a_base_and_refused_otherwise() {
        TempRepository repository = new TempRepository(directory).file("a.md", "a");
        String commit = repository.commit("2026-01-02T03:04:05Z");
        repository.file("new/b.md", "b");
        Path part = directory.resolve("new");
        try (GitFolder git = git(part)) {
            assertThat(CommitTree.of(part, git, commit, Limits.DEFAULT, false).files())
                    .isEmpty();
            assertThatThrownBy(() -> CommitTree.of(part, git, commit, Limits.DEFAULT, true))
                    .isInstanceOf(ScanException.class)
                    .hasMessage("`new/` does not exist at commit " + commit
                            + "\n  Maybe give another revision, or the directory it had there");
        }
    }

    @Test
    void a_revision_that_does_not_exist_is_refused() {
        new TempRepository(directory).file("a.md", "a").commit("2026-01-02T03:04:05Z");
        try (GitFolder git = git(directory)) {
            for (String revision : List.of("nope", "HEAD~5", "@{bad", "0123456789012345678901234567890123456789")) {
                assertThatThrownBy(() -> git.commit(revision))
                        .isInstanceOf(ScanException.class)
                        .hasMessageStartingWith("revision `" + revision + "` is not a commit of the git repository")
                        .hasMessageContaining("\n  Maybe fetch it first");
            }
        }
    }

    @Test
    void links_submodules_and_forbidden_names() throws Exception {
        TempRepository repository = new TempRepository(directory)
                .file("docs/real.md", "real")
                .link("in.md", "docs/real.md")
                .link("docs/chain.md", "../in.md")
                .link("out.md", "../elsewhere.md")
                .link("abs.md", "/etc/hostname")
                .link("a", "b")
                .link("b", "a")
                .link("dir", "docs")
                .link("gone.md", "missing.md");
        repository.commit("2026-01-02T03:04:05Z");
        try (GitFolder git = git(directory)) {
            ObjectId commit = withSubmodule(git);
            CommitTree tree = CommitTree.of(directory, git, commit.name(), Limits.DEFAULT, true);
            assertThat(problem(tree, "in.md")).isEqualTo("read: real");
            assertThat(problem(tree, "docs/chain.md")).isEqualTo("read: real");
            assertThat(problem(tree, "out.md")).isEqualTo("symbolic link that leads out of the repository");
            assertThat(problem(tree, "abs.md")).isEqualTo("symbolic link that leads out of the repository");
            assertThat(problem(tree, "a")).isEqualTo("symbolic link that leads back to itself");
            assertThat(problem(tree, "dir")).startsWith("symbolic link to a directory");
            assertThat(problem(tree, "gone.md")).isEqualTo("symbolic link that leads nowhere");
            assertThat(tree.gaps())
                    .containsExactly(
                            new Coverage.Gap("..", 0, "not a name git allows"),
                            new Coverage.Gap("lib", 0, "git submodule, a repository of its own"));
        }
    }

    /** A commit as a hostile tool could write it. */
    private ObjectId withSubmodule(GitFolder git) throws Exception {
        try (ObjectInserter inserter = git.repository().newObjectInserter()) {
            CommitTree head = CommitTree.of(directory, git, git.commit("HEAD"), Limits.DEFAULT, true);
            TreeFormatter tree = new TreeFormatter();
            ObjectId blob = inserter.insert(Constants.OBJ_BLOB, new byte[] {'x'});
            tree.append("..", FileMode.REGULAR_FILE, blob);
            for (String link : List.of("a", "abs.md", "b", "dir")) append(inserter, tree, head, link);
            TreeFormatter docs = new TreeFormatter();
            append(inserter, docs, "chain.md", "../in.md");
            docs.append(
                    "real.md",
                    FileMode.REGULAR_FILE,
                    ObjectId.fromString(Objects.requireNonNull(
                            Objects.requireNonNull(head.file("docs/real.md")).blob())));
            tree.append("docs", FileMode.TREE, inserter.insert(docs));
            for (String link : List.of("gone.md", "in.md")) append(inserter, tree, head, link);
            tree.append("lib", FileMode.GITLINK, ObjectId.fromString("1111111111111111111111111111111111111111"));
            append(inserter, tree, head, "out.md");
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(inserter.insert(tree));
            PersonIdent person = new PersonIdent("Test", "test@example.org");
            commit.setAuthor(person);
            commit.setCommitter(person);
            commit.setMessage("hostile");
            ObjectId id = inserter.insert(commit);
            inserter.flush();
            return id;
        }
    }

    private void append(ObjectInserter inserter, TreeFormatter tree, CommitTree head, String link) throws Exception {
        assertThat(head.file(link)).isNotNull();
        append(
                inserter,
                tree,
                link,
                Files.readSymbolicLink(directory.resolve(link)).toString());
    }

    private static void append(ObjectInserter inserter, TreeFormatter tree, String name, String target)
            throws Exception {
        tree.append(
                name,
                FileMode.SYMLINK,
                inserter.insert(Constants.OBJ_BLOB, target.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    @Test
    void content_that_a_partial_clone_lacks_is_unreadable() throws Exception {
        TempRepository repository =
                new TempRepository(directory).file("a.md", "here").file("sub/b.md", "gone");
        String commit = repository.commit("2026-01-02T03:04:05Z");
        try (GitFolder git = git(directory)) {
            CommitTree before = CommitTree.of(directory, git, commit, Limits.DEFAULT, true);
            forget(Objects.requireNonNull(
                    Objects.requireNonNull(before.file("sub/b.md")).blob()));
        }
        try (GitFolder git = git(directory)) {
            CommitTree tree = CommitTree.of(directory, git, commit, Limits.DEFAULT, true);
            assertThat(problem(tree, "a.md")).isEqualTo("read: here");
            assertThat(problem(tree, "sub/b.md")).isEqualTo("its content is not in this clone");
            forget(Objects.requireNonNull(git.repository().resolve(commit + ":sub"))
                    .name());
        }
        try (GitFolder git = git(directory)) {
            CommitTree tree = CommitTree.of(directory, git, commit, Limits.DEFAULT, true);
            assertThat(paths(tree)).containsExactly("a.md");
            assertThat(tree.gaps()).containsExactly(new Coverage.Gap("sub", 0, "its content is not in this clone"));
        }
    }

    private void forget(String object) throws Exception {
        Files.delete(directory
                .resolve(".git/objects")
                .resolve(object.substring(0, 2))
                .resolve(object.substring(2)));
    }
}
