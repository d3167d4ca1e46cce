package io.github.assaymark.facts.repository.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.facts.repository.TempRepository;
import io.github.assaymark.model.extract.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files we list are the files git lists. */
class IgnoreAgainstGitTest {
    private static final String RULES = """
            *.log
            !important.log
            /build/
            foo/*
            !foo/bar
            # comment
            \\#hash
            \\!bang
            trailing\s
            escaped\\\s
            **/deep/**/x.txt
            a/**/z
            *.t[xy]t
            !/root.txt
            only-dir/
            """;

    @TempDir
    private Path directory = Path.of("");

    private boolean git;

    @BeforeEach
    void look_for_git() throws IOException, InterruptedException {
        git = run(directory, "git", "--version") != null;
        if (!git) System.out.println("skipped: git is not on the PATH, so there is nothing to compare with");
    }

    @Test
    void nested_rules_negations_and_tracked_files() throws Exception {
        TempRepository repository = new TempRepository(directory);
        repository
                .file("kept/tracked.log", "a")
                .file("build/tracked.txt", "b")
                .file("README.md", "c")
                .commit("2026-01-02T03:04:05Z");
        repository
                .file(".gitignore", RULES)
                .file("sub/.gitignore", "!*.log\n*.md\n/anchored\nother/\r\n")
                .file("sub/one.log", "1")
                .file("sub/two.md", "2")
                .file("sub/anchored", "3")
                .file("sub/x/anchored", "4")
                .file("sub/other/file", "5")
                .file("important.log", "6")
                .file("plain.log", "7")
                .file("build/new.txt", "8")
                .file("x/build/file.c", "9")
                .file("foo/bar/in", "10")
                .file("foo/baz/in", "11")
                .file("#hash", "12")
                .file("!bang", "13")
                .file("trailing", "14")
                .file("escaped ", "15")
                .file("q/deep/r/s/x.txt", "16")
                .file("a/z", "17")
                .file("a/b/c/z", "18")
                .file("root.txt", "19")
                .file("other.txt", "20")
                .file("only-dir", "21")
                .file("p/only-dir/file", "22")
                .file("sp ace/ü.md", "23")
                .file(".git/info/exclude", "*.secret\n!kept.secret\n")
                .file("one.secret", "24")
                .file("kept.secret", "25");
        same(directory);
        same(directory.resolve("sub"));
        same(directory.resolve("foo"));
    }

    @Test
    void generated_rules() throws Exception {
        String[] names = {"a", "b", "ab", "a.b", "c"};
        String[] pieces = {"a", "b", "*", "?", "**", "[ab]", "[!a]", "a*", "*b", "c", "a.b", "."};
        for (int seed = 0; seed < 15; seed++) {
            Random random = new Random(seed);
            Path root = Files.createDirectory(directory.resolve("r" + seed));
            TempRepository repository = new TempRepository(root);
            repository.file("first", "x").commit("2026-01-02T03:04:05Z");
            for (int i = 0; i < 80; i++) {
                StringBuilder path = new StringBuilder();
                int depth = 1 + random.nextInt(4);
                for (int d = 0; d < depth; d++)
                    path.append("d").append(pick(random, names)).append('/');
                path.append(pick(random, names)).append(i % 7 == 0 ? "" : String.valueOf(i % 3));
                String name = path.toString().replaceAll("(?<=/)d(?=[abc])", random.nextInt(3) == 0 ? "" : "d");
                if (free(root, name)) repository.file(name, "x");
            }
            for (String at : new String[] {"", "da/", "db/dc/"}) {
                StringBuilder rules = new StringBuilder();
                for (int i = 0; i < 8; i++) {
                    if (random.nextInt(4) == 0) rules.append('!');
                    if (random.nextInt(4) == 0) rules.append('/');
                    int parts = 1 + random.nextInt(3);
                    for (int p = 0; p < parts; p++) {
                        if (p > 0) rules.append('/');
                        // git itself reads d** in two ways, depending on what stands before it: nobody writes that.
                        String piece = pick(random, pieces);
                        rules.append(random.nextBoolean() && !piece.equals("**") ? "d" : "")
                                .append(piece);
                    }
                    if (random.nextInt(4) == 0) rules.append('/');
                    rules.append('\n');
                }
                repository.file(at + ".gitignore", rules.toString());
            }
            same(root);
        }
    }

    private static boolean free(Path root, String name) {
        if (Files.exists(root.resolve(name))) return false;
        Path at = root;
        for (String part : name.split("/", -1)) {
            if (Files.isRegularFile(at)) return false;
            at = at.resolve(part);
        }
        return true;
    }

    private static String pick(Random random, String[] from) {
        return from[random.nextInt(from.length)];
    }

    private void same(Path root) throws IOException, InterruptedException {
        if (!git) return;
        String listed = run(
                root,
                "git",
                "-c",
                "core.excludesFile=/dev/null",
                "ls-files",
                "-z",
                "--cached",
                "--others",
                "--exclude-standard");
        assertThat(listed).isNotNull();
        List<String> expected =
                new ArrayList<>(Arrays.asList(Objects.requireNonNull(listed).split("\0", 0)));
        expected.sort(String::compareTo);
        List<String> problems = new ArrayList<>();
        try (GitFolder folder = GitFolder.find(root, problems)) {
            assertThat(problems).isEmpty();
            Set<String> ours = new TreeSet<>();
            WorkingTree.of(root, folder, Limits.DEFAULT).files().forEach(f -> ours.add(f.path()));
            Set<String> missing = new TreeSet<>(expected);
            missing.removeAll(ours);
            ours.removeAll(expected);
            assertThat(missing).as("git lists, we do not, in %s", root).isEmpty();
            assertThat(ours).as("we list, git does not, in %s", root).isEmpty();
        }
    }

    private static @Nullable String run(Path directory, String... command) throws IOException, InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? out : null;
        } catch (IOException e) {
            return null;
        }
    }
}
