package io.github.assaymark.facts.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.assaymark.facts.configuration.AssayYaml;
import io.github.assaymark.model.extract.ScanException;
import io.github.assaymark.model.extract.ScanRequest;
import io.github.assaymark.model.extract.ScanResult;
import io.github.assaymark.model.fact.Repository;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgedCommitTest {
    private static final String TOLD = "0123456789abcdef0123456789abcdef01234567";

    @TempDir
    private Path directory = Path.of("");

    private final LocalRepositoryScanner scanner = new LocalRepositoryScanner(List.of(), new AssayYaml());

    private static String sha(ScanResult result) {
        return String.valueOf(result.snapshot().facts(Repository.class).get(0).sha());
    }

    @Test
    void files_without_git_are_of_the_commit_that_is_told() {
        new TempRepository(directory).file("assay.yaml", "commit: " + TOLD + "\n");
        ScanResult result = scanner.scan(ScanRequest.of(directory));
        assertThat(sha(result)).isEqualTo(TOLD);
        assertThat(result.detection()).contains("judged as commit " + TOLD + ", which assay.yaml names; git has none");
        ScanRequest request = ScanRequest.of(directory);
        assertThat(sha(scanner.scan(request, scanner.open(request), null))).isEqualTo(TOLD);
    }

    @Test
    void a_folder_of_a_larger_repository_is_of_the_commit_that_is_told() {
        TempRepository repository = new TempRepository(directory)
                .file("a.md", "a\n")
                .file("example/assay.yaml", "commit: " + TOLD + "\n")
                .file("other/assay.yaml", "packs: []\n");
        String head = repository.commit("2026-01-02T03:04:05Z");
        assertThat(sha(scanner.scan(ScanRequest.of(directory.resolve("example")))))
                .isEqualTo(TOLD);
        assertThat(sha(scanner.scan(ScanRequest.of(directory.resolve("other")))))
                .isEqualTo(head);
        assertThat(sha(scanner.scan(ScanRequest.of(directory.resolve("example")).atRevision("HEAD"))))
                .isEqualTo(head);
    }

    @Test
    void git_is_not_contradicted() {
        TempRepository repository = new TempRepository(directory).file("assay.yaml", "commit: " + TOLD + "\n");
        String head = repository.commit("2026-01-02T03:04:05Z");
        assertThatThrownBy(() -> scanner.scan(ScanRequest.of(directory)))
                .isInstanceOf(ScanException.class)
                .hasMessage("assay.yaml: its `commit` is " + TOLD + ", but git has " + head + " here"
                        + "\n  Maybe remove it: it is for files without git, and for folders of a larger repository that hold the files of another"
                        + " one");
    }

    @Test
    void a_commit_left_behind_in_a_folder_is_no_commit_of_another_repository() {
        TempRepository repository = new TempRepository(directory).file("example/a.md", "a\n");
        String old = repository.commit("2026-01-02T03:04:05Z");
        repository.file("example/assay.yaml", "commit: " + old + "\n");
        ScanRequest example = ScanRequest.of(directory.resolve("example"));
        assertThat(sha(scanner.scan(example))).isEqualTo(old);
        String head = repository.commit("2026-01-03T03:04:05Z");
        assertThatThrownBy(() -> scanner.scan(example))
                .isInstanceOf(ScanException.class)
                .hasMessageContaining("assay.yaml: its `commit` is " + old + ", but git has " + head + " here");
    }

    @Test
    void only_whole_ids_are_commits() {
        new TempRepository(directory).file("assay.yaml", "commit: main\n");
        assertThatThrownBy(() -> scanner.scan(ScanRequest.of(directory)))
                .isInstanceOf(ScanException.class)
                .hasMessageContaining("assay.yaml:1:9: `main` is no whole id of a commit")
                .hasMessageContaining("Maybe write what `git rev-parse HEAD` prints");
    }
}
