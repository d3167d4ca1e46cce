package io.github.assaymark.facts.repository.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.assaymark.facts.repository.ScannedRepository;
import io.github.assaymark.facts.repository.TempRepository;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.extract.ScanRequest;
import io.github.assaymark.model.fact.Bump;
import io.github.assaymark.model.fact.Changeset;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangesetsExtractorTest {
    @TempDir
    private Path directory = Path.of("");

    @Test
    void changesets_with_their_packages() {
        TempRepository repository = new TempRepository(directory)
                .file(".changeset/README.md", "# Changesets\n")
                .file(".changeset/config.json", "{}\n")
                .file(".changeset/old.md", "---\n'@loop/sdk': patch\n---\n\nOlder change\n");
        repository.commit("2026-01-02T03:04:05Z");
        repository
                .file(".changeset/new.md", """
                        ---
                        "@loop/sdk": minor
                        web.app: major
                        docs: none
                        ---

                        Invoices carry a due date.

                        More words here.
                        """)
                .file(".changeset/empty.md", "---\n---\n")
                .file(".changeset/bad.md", "---\n'@loop/sdk': huge\n---\ntext\n")
                .file(".changeset/plain.md", "only text\n");
        Snapshot snapshot =
                ScannedRepository.scan(ScanRequest.of(directory).comparedWith("HEAD"), new ChangesetsExtractor());
        assertThat(snapshot.facts(Changeset.class))
                .extracting(
                        Changeset::file,
                        Changeset::packages,
                        Changeset::bump,
                        Changeset::summary,
                        Changeset::words,
                        Changeset::added)
                .containsExactly(
                        tuple(".changeset/empty.md", List.of(), null, "", 0, true),
                        tuple(
                                ".changeset/new.md",
                                List.of("@loop/sdk", "web.app", "docs"),
                                Bump.MAJOR,
                                "Invoices carry a due date.",
                                8,
                                true),
                        tuple(".changeset/old.md", List.of("@loop/sdk"), Bump.PATCH, "Older change", 2, false));
        assertThat(ScannedRepository.coverage(snapshot, "changesets", "Changeset", "")
                        .gaps())
                .containsExactly(
                        new Coverage.Gap(".changeset/bad.md", 2, "`huge` is no release kind"),
                        new Coverage.Gap(
                                ".changeset/plain.md",
                                1,
                                "it does not begin with the packages between two lines of `---`"));
    }
}
