package io.github.assaymark.facts.repository.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.assaymark.facts.repository.TempRepository;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.extract.Limits;
import io.github.assaymark.model.extract.RepositorySource;
import io.github.assaymark.model.extract.ScanException;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.extract.UnreadableFileException;
import io.github.assaymark.model.fact.FileKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkingTreeTest {
    private static final Limits SMALL = new Limits(100, 10, 1000, Duration.ofSeconds(5));

    @TempDir
    private Path directory = Path.of("");

    @TempDir
    private Path elsewhere = Path.of("");

    private TempRepository repository() {
        return new TempRepository(directory);
    }

    private WorkingTree tree(Path at, Limits limits) {
        GitFolder git = GitFolder.find(at, new ArrayList<>());
        return WorkingTree.of(at, git, limits);
    }

    private WorkingTree tree() {
        return tree(directory, SMALL);
    }

    private static List<String> paths(RepositorySource source) {
        return source.files().stream().map(SourceFile::path).toList();
    }

    private static String problem(RepositorySource source, String path) {
        SourceFile file = source.file(path);
        assertThat(file).as(path).isNotNull();
        try {
            String text = java.util.Objects.requireNonNull(file).text(SMALL);
            throw new AssertionError("it was read: " + text);
        } catch (UnreadableFileException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Test
    void a_directory_outside_of_git_is_read_with_its_ignore_files() {
        repository()
                .file("b.md", "b")
                .file("a/x.md", "x")
                .file(".gitignore", "*.log\n")
                .file("a/y.log", "y");
        WorkingTree tree = tree();
        assertThat(paths(tree)).containsExactly(".gitignore", "a/x.md", "b.md");
        assertThat(tree.inGit()).isFalse();
        assertThat(tree.head()).isNull();
        assertThat(tree.commit()).isNull();
        assertThat(tree.file("b.md")).isNotNull();
        assertThat(tree.file("a/y.log")).isNull();
    }

    @Test
    void a_directory_inside_a_repository_is_a_root_of_its_own() {
        TempRepository repository = repository()
                .file(".gitignore", "*.tmp\n/examples/loop/secret.md\n")
                .file("other.md", "o")
                .file("examples/loop/README.md", "r")
                .file("examples/loop/x.tmp", "t")
                .file("examples/loop/secret.md", "s");
        String commit = repository.commit("2026-01-02T03:04:05Z");
        WorkingTree tree = tree(directory.resolve("examples/loop"), SMALL);
        assertThat(paths(tree)).containsExactly("README.md");
        assertThat(tree.name()).isEqualTo("loop");
        assertThat(tree.head()).isEqualTo(commit);
        assertThat(tree.files().get(0).tracked()).isTrue();
        assertThat(tree.newestChange("README.md").at()).hasToString("2026-01-02T03:04:05Z");
    }

    @Test
    void a_directory_that_its_repository_ignores_is_judged_by_itself() {
        repository().file(".gitignore", "target/\n").file("a.md", "a").commit("2026-01-02T03:04:05Z");
        repository().file("target/out/b.md", "b");
        WorkingTree tree = tree(directory.resolve("target/out"), SMALL);
        assertThat(paths(tree)).containsExactly("b.md");
        assertThat(tree.inGit()).isFalse();
    }

    @Test
    void links_are_followed_within_the_repository_only() throws IOException {
        Path outside = elsewhere;
        Files.writeString(outside.resolve("secret.md"), "secret");
        repository()
                .file("docs/real.md", "real")
                .link("inside.md", "docs/real.md")
                .link("out.md", outside.resolve("secret.md").toString())
                .link("up.md", "../../../../../../etc/hostname")
                .link("dangling.md", "nowhere.md")
                .link("loop-a", "loop-b")
                .link("loop-b", "loop-a")
                .link("self", ".")
                .link("docs/parent", "..");
        WorkingTree tree = tree();
        assertThat(paths(tree))
                .containsExactly(
                        "dangling.md",
                        "docs/parent",
                        "docs/real.md",
                        "inside.md",
                        "loop-a",
                        "loop-b",
                        "out.md",
                        "self",
                        "up.md");
        assertThat(text(tree, "inside.md")).isEqualTo("real");
        assertThat(problem(tree, "out.md")).isEqualTo("symbolic link that leads out of the repository");
        assertThat(problem(tree, "up.md")).startsWith("symbolic link that leads ");
        assertThat(problem(tree, "dangling.md")).isEqualTo("symbolic link that leads nowhere");
        assertThat(problem(tree, "loop-a")).isEqualTo("symbolic link that leads back to itself");
        assertThat(problem(tree, "self")).startsWith("symbolic link to a directory");
        assertThat(tree.gaps()).isEmpty();
    }

    private static String text(RepositorySource source, String path) {
        try {
            return java.util.Objects.requireNonNull(source.file(path)).text(SMALL);
        } catch (UnreadableFileException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void content_that_is_no_text_says_why() {
        repository()
                .file("large.md", "x".repeat(101))
                .file("exact.md", "x".repeat(100))
                .file("zero.md", new byte[] {'a', 0, 'b'})
                .file("latin.md", new byte[] {'a', (byte) 0xE9, 'b'})
                .file("wide.md", new byte[] {(byte) 0xFF, (byte) 0xFE, 'a', 0})
                .file("lfs.md", "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 5\n")
                .file("bom.md", "\uFEFFtext")
                .file("empty.md", "");
        WorkingTree tree = tree();
        assertThat(problem(tree, "large.md")).isEqualTo("larger than 100 bytes");
        assertThat(text(tree, "exact.md")).hasSize(100);
        assertThat(problem(tree, "zero.md")).isEqualTo("binary content");
        assertThat(problem(tree, "latin.md")).isEqualTo("no valid UTF-8");
        assertThat(problem(tree, "wide.md")).isEqualTo("UTF-16 text, not UTF-8");
        assertThat(problem(tree, "lfs.md")).isEqualTo("Git LFS pointer without its content");
        assertThat(text(tree, "bom.md")).isEqualTo("text");
        assertThat(text(tree, "empty.md")).isEmpty();
    }

    @Test
    void the_object_id_is_git_s_own() {
        repository().file("hello.txt", "hello\n");
        SourceFile file = tree().files().get(0);
        assertThat(file.blob()).isEqualTo("ce013625030ba8dba906f756967f9e9ca394464a");
    }

    @Test
    void installed_directories_are_left_out_and_accounted_for() {
        repository()
                .file("node_modules/a/index.js", "a")
                .file("web/node_modules/b/index.js", "b")
                .file("a.ts", "a");
        WorkingTree tree = tree();
        assertThat(paths(tree)).containsExactly("a.ts");
        assertThat(tree.leftOut()).containsExactly("node_modules", "web/node_modules");
        assertThat(tree.gaps()).isEmpty();
    }

    @Test
    void a_tracked_node_modules_is_read() {
        repository().file("node_modules/a/index.js", "a").commit("2026-01-02T03:04:05Z");
        WorkingTree tree = tree();
        assertThat(paths(tree)).containsExactly("node_modules/a/index.js");
        assertThat(tree.files().get(0).kind()).isEqualTo(FileKind.VENDORED);
    }

    @Test
    void repositories_inside_the_repository_are_gaps() throws Exception {
        repository().file("a.md", "a").commit("2026-01-02T03:04:05Z");
        repository().file("inner/b.md", "b");
        Git.init().setDirectory(directory.resolve("inner").toFile()).call().close();
        WorkingTree tree = tree();
        assertThat(paths(tree)).containsExactly("a.md");
        assertThat(tree.gaps()).containsExactly(new Coverage.Gap("inner", 0, "a git repository of its own"));
    }

    @Test
    void too_many_files_are_a_gap() {
        for (int i = 0; i < 20; i++) repository().file("f" + i, "x");
        WorkingTree tree = tree(directory, new Limits(100, 10, 5, Duration.ofSeconds(5)));
        assertThat(tree.files()).hasSize(5);
        assertThat(tree.gaps()).containsExactly(new Coverage.Gap("", 0, "more than 5 files"));
    }

    @Test
    void what_may_not_be_opened_is_a_gap() throws IOException {
        repository().file("closed/a.md", "a").file("b.md", "b");
        Files.setPosixFilePermissions(directory.resolve("closed"), PosixFilePermissions.fromString("---------"));
        Files.setPosixFilePermissions(directory.resolve("b.md"), PosixFilePermissions.fromString("---------"));
        boolean root = Files.isReadable(directory.resolve("b.md"));
        try {
            WorkingTree tree = tree();
            if (root) {
                System.out.println("skipped: this user may open every file, so nothing can be denied");
                return;
            }
            assertThat(tree.gaps()).containsExactly(new Coverage.Gap("closed", 0, "permission denied"));
            assertThat(problem(tree, "b.md")).isEqualTo("permission denied");
        } finally {
            Files.setPosixFilePermissions(directory.resolve("closed"), PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void a_linked_worktree_finds_its_repository() throws Exception {
        repository().file("a.md", "a").commit("2026-01-02T03:04:05Z");
        Path linked = elsewhere.resolve("linked");
        Process process = null;
        try {
            process = new ProcessBuilder("git", "worktree", "add", "-q", linked.toString(), "-b", "other")
                    .directory(directory.toFile())
                    .start();
        } catch (IOException e) {
            System.out.println("skipped: git is not on the PATH, so there is no linked worktree to look at");
            return;
        }
        assertThat(process.waitFor()).isZero();
        try (GitFolder git = java.util.Objects.requireNonNull(GitFolder.find(linked, new ArrayList<>()))) {
            assertThat(git.branch()).isEqualTo("other");
            assertThat(paths(WorkingTree.of(linked, git, SMALL))).containsExactly("a.md");
        }
    }

    @Test
    void a_damaged_git_folder_is_said_and_the_files_are_read_all_the_same() throws IOException {
        repository().file("a.md", "a").file(".git/HEAD", "nonsense");
        List<String> problems = new ArrayList<>();
        GitFolder git = GitFolder.find(directory, problems);
        assertThat(git).isNull();
        assertThat(problems).singleElement().asString().contains("git folder").contains(".git");
        assertThat(paths(WorkingTree.of(directory, null, SMALL))).containsExactly("a.md");
    }

    @Test
    void a_path_that_is_no_directory_is_refused() {
        assertThatThrownBy(() -> WorkingTree.of(directory.resolve("none"), null, SMALL))
                .isInstanceOf(ScanException.class)
                .hasMessageContaining("is not a directory that can be read\n  Maybe give the directory");
    }

    @Test
    void names_with_line_breaks_and_other_scripts_are_kept() {
        repository()
                .file("zeile\numbruch.md", "1")
                .file("größe.md", new byte[] {1})
                .file("日本.md", "語");
        if (!System.getProperty("sun.jnu.encoding", "").contains("UTF")) {
            System.out.println("skipped: this locale cannot write such names");
            return;
        }
        assertThat(paths(tree())).containsExactly("größe.md", "zeile\numbruch.md", "日本.md");
        assertThat("語".getBytes(StandardCharsets.UTF_8)).hasSize(3);
    }
}
