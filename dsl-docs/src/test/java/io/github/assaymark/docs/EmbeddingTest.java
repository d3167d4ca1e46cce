package io.github.assaymark.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.core.Assay;
import io.github.assaymark.core.LiveAssessment;
import io.github.assaymark.model.FactDelta;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.extract.Extractors;
import io.github.assaymark.model.fact.Document;
import io.github.assaymark.model.rule.Pack;
import io.github.assaymark.model.verdict.Assessment;
import io.github.assaymark.model.verdict.Explanation;
import io.github.assaymark.model.verdict.VerdictChanges;
import io.github.assaymark.model.verdict.WhatIf;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs the snippet the README shows, and compares its text with the README's. */
final class EmbeddingTest {
    private static final Path EXAMPLE = Path.of("../examples/loop");

    @Test
    void the_snippet_of_the_readme_runs() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            run(EXAMPLE);
        } finally {
            System.setOut(before);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("services/billing");
    }

    @Test
    void the_readme_shows_the_code_that_runs() throws IOException {
        String source = Files.readString(Path.of("src/test/java/io/github/assaymark/docs/EmbeddingTest.java"));
        String shown = Block.of(Files.readString(Path.of("../README.md"))).stream()
                .filter(block -> block.kind().equals("java"))
                .findFirst()
                .orElseThrow()
                .text();
        assertThat(flat(shown.replace("Path.of(\".\")", "repository"))).isEqualTo(flat(region(source)));
    }

    private static void run(Path repository) {
        Snapshot readme = Extractors.standard().scan(repository);
        List<Document> documents = readme.facts(Document.class);
        FactDelta delta = new FactDelta(List.of(documents.get(0)), List.of());
        FactDelta otherDelta = new FactDelta(List.of(documents.get(1)), List.of());
        // README begins
        Snapshot snapshot = Extractors.standard().scan(repository);
        Assay assay = Assay.with(Pack.load("loop"));
        Assessment assessment = assay.assess(snapshot);
        assessment.verdicts().forEach(v -> System.out.println(v.explanation().render()));

        try (LiveAssessment live = assay.open(snapshot)) {
            VerdictChanges changes = live.apply(delta); // one file edited: only its facts change
            Explanation why = live.why("new-service-docs.readme", "services/billing");
            WhatIf preview = live.whatIf(otherDelta); // nothing is committed
            // README ends
            assertThat(changes.changes()).isNotNull();
            assertThat(why.headline()).contains("services/billing");
            assertThat(preview.gate()).isNotNull();
        }
    }

    private static String region(String source) {
        int from = source.indexOf("// README begins\n") + "// README begins\n".length();
        return source.substring(from, source.indexOf("// README ends")) + "}";
    }

    private static String flat(String code) {
        return code.replaceAll("\\s+", " ").strip();
    }
}
