package io.github.assaymark.facts.repository.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.facts.repository.ScannedRepository;
import io.github.assaymark.facts.repository.TempRepository;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.fact.FileKind;
import io.github.assaymark.model.fact.RepoFile;
import io.github.assaymark.model.fact.Unreadable;
import java.nio.file.Path;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesExtractorTest {
    @TempDir
    private Path directory = Path.of("");

    @Test
    void every_file_is_a_fact_and_what_is_no_text_says_why() {
        new TempRepository(directory)
                .file("a.md", "one\ntwo\nthree")
                .file("b.ts", "one\ntwo\n")
                .file("empty.txt", "")
                .file("logo.png", new byte[] {(byte) 0x89, 'P', 0, '\n'})
                .file("latin.md", new byte[] {'a', (byte) 0xE9, '\n'})
                .file("lfs.bin", "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 5\n")
                .link("out.md", "/etc/hostname");
        Snapshot snapshot = ScannedRepository.scan(directory, new FilesExtractor());
        assertThat(snapshot.facts(RepoFile.class))
                .extracting(RepoFile::path, RepoFile::lines, RepoFile::binary, RepoFile::kind)
                .containsExactly(
                        Tuple.tuple("a.md", 3, false, FileKind.DOCUMENT),
                        Tuple.tuple("b.ts", 2, false, FileKind.PRODUCTION),
                        Tuple.tuple("empty.txt", 0, false, FileKind.DOCUMENT),
                        Tuple.tuple("latin.md", 1, false, FileKind.DOCUMENT),
                        Tuple.tuple("lfs.bin", 0, true, FileKind.OTHER),
                        Tuple.tuple("logo.png", 0, true, FileKind.OTHER),
                        Tuple.tuple("out.md", 0, false, FileKind.DOCUMENT));
        assertThat(snapshot.facts(Unreadable.class))
                .extracting(Unreadable::path, Unreadable::reason)
                .containsExactly(
                        Tuple.tuple("latin.md", "no valid UTF-8"),
                        Tuple.tuple("lfs.bin", "Git LFS pointer without its content"),
                        Tuple.tuple("out.md", "symbolic link that leads out of the repository"));
        Coverage coverage = ScannedRepository.coverage(snapshot, "files", "RepoFile", "");
        assertThat(coverage.status()).isEqualTo(Coverage.Status.PARTIAL);
        assertThat(coverage.matched()).isEqualTo(7);
        assertThat(coverage.gaps())
                .containsExactly(new Coverage.Gap("out.md", 0, "symbolic link that leads out of the repository"));
        RepoFile file = snapshot.facts(RepoFile.class).get(0);
        assertThat(file.name()).isEqualTo("a.md");
        assertThat(file.directory()).isEmpty();
        assertThat(file.extension()).isEqualTo("md");
        assertThat(file.bytes()).isEqualTo(13);
        assertThat(file.changed()).isNull();
    }
}
