package io.github.assaymark.facts.repository.codeowners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.assaymark.facts.repository.ScannedRepository;
import io.github.assaymark.facts.repository.TempRepository;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.fact.CodeOwnerRule;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeOwnersExtractorTest {
    @TempDir
    private Path directory = Path.of("");

    @Test
    void the_file_that_counts_is_read() {
        new TempRepository(directory).file("CODEOWNERS", "* @not-this\n").file(".github/CODEOWNERS", """
                # comment
                *            @org/platform   # the rest
                /docs/       ada@example.org @grace
                /with\\ space/ @ada
                /unowned/
                /bad/        ada
                !/no/        @ada
                *            @again
                """);
        Snapshot snapshot = ScannedRepository.scan(directory, new CodeOwnersExtractor());
        assertThat(snapshot.facts(CodeOwnerRule.class))
                .extracting(CodeOwnerRule::key, CodeOwnerRule::pattern, CodeOwnerRule::owners, CodeOwnerRule::order)
                .containsExactlyInAnyOrder(
                        tuple(".github/CODEOWNERS#*", "*", List.of("@org/platform"), 0),
                        tuple(".github/CODEOWNERS#/docs/", "/docs/", List.of("ada@example.org", "@grace"), 1),
                        tuple(".github/CODEOWNERS#/with space/", "/with space/", List.of("@ada"), 2),
                        tuple(".github/CODEOWNERS#/unowned/", "/unowned/", List.of(), 3),
                        tuple(".github/CODEOWNERS#*:2", "*", List.of("@again"), 4));
        assertThat(ScannedRepository.coverage(snapshot, "codeowners", "CodeOwnerRule", "")
                        .gaps())
                .containsExactly(
                        new Coverage.Gap(".github/CODEOWNERS", 6, "`ada` is neither a handle, a team nor an address"),
                        new Coverage.Gap(".github/CODEOWNERS", 7, "a pattern with `!`, which no host understands"));
    }

    @Test
    void sections_have_default_owners() {
        new TempRepository(directory).file(".gitlab/CODEOWNERS", """
                [Documentation][2] @docs
                docs/
                README.md @ada
                ^[Optional]
                *.ts
                """);
        assertThat(ScannedRepository.scan(directory, new CodeOwnersExtractor()).facts(CodeOwnerRule.class))
                .extracting(CodeOwnerRule::pattern, CodeOwnerRule::owners)
                .containsExactlyInAnyOrder(
                        tuple("docs/", List.of("@docs")),
                        tuple("README.md", List.of("@ada")),
                        tuple("*.ts", List.of()));
    }

    @Test
    void no_file_is_known_to_be_absent() {
        new TempRepository(directory).file("a.md", "a");
        Snapshot snapshot = ScannedRepository.scan(directory, new CodeOwnersExtractor());
        assertThat(ScannedRepository.coverage(snapshot, "codeowners", "CodeOwnerRule", "")
                        .status())
                .isEqualTo(Coverage.Status.COMPLETE);
    }
}
