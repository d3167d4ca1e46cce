package io.github.assaymark.facts.repository.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.assaymark.model.extract.FilePatch;
import io.github.assaymark.model.extract.Limits;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.extract.UnreadableFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MemoryTreeTest {
    @TempDir
    private Path directory = Path.of("");

    @Test
    void tree_stays_what_it_was_when_the_disk_changes() throws Exception {
        Files.writeString(directory.resolve("a.txt"), "one\n");
        MemoryTree tree = MemoryTree.of(WorkingTree.of(directory, null, Limits.DEFAULT), Limits.DEFAULT);
        Files.writeString(directory.resolve("a.txt"), "two\n");

        assertThat(text(tree, "a.txt")).isEqualTo("one\n");
    }

    @Test
    void patched_tree_differs_and_the_first_one_does_not() throws Exception {
        for (String name : List.of("a.txt", "b.txt", "c.txt")) Files.writeString(directory.resolve(name), name);
        MemoryTree tree = MemoryTree.of(WorkingTree.of(directory, null, Limits.DEFAULT), Limits.DEFAULT);

        MemoryTree patched = tree.patched(List.of(
                FilePatch.written("a.txt", "new"),
                FilePatch.deleted("b.txt"),
                FilePatch.unreadable("c.txt", "permission denied"),
                FilePatch.written("d/e.txt", "more")));

        assertThat(patched.files()).extracting(SourceFile::path).containsExactly("a.txt", "c.txt", "d/e.txt");
        assertThat(text(patched, "a.txt")).isEqualTo("new");
        assertThat(patched.file("b.txt")).isNull();
        assertThatThrownBy(() -> text(patched, "c.txt"))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessage("permission denied");
        assertThat(text(tree, "b.txt")).isEqualTo("b.txt");
        assertThat(tree.files()).hasSize(3);
    }

    @Test
    void blob_follows_the_content() throws IOException {
        Files.writeString(directory.resolve("a.txt"), "hello\n");
        MemoryTree tree = MemoryTree.of(WorkingTree.of(directory, null, Limits.DEFAULT), Limits.DEFAULT);

        assertThat(Objects.requireNonNull(tree.file("a.txt")).blob())
                .isEqualTo("ce013625030ba8dba906f756967f9e9ca394464a");
    }

    private static String text(MemoryTree tree, String path) throws UnreadableFileException {
        return Objects.requireNonNull(tree.file(path)).text(Limits.DEFAULT);
    }
}
