package io.github.assaymark.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.assaymark.dsl.ChecklistCompiler;
import io.github.assaymark.facts.exports.ExportFolder;
import io.github.assaymark.model.extract.Extractors;
import io.github.assaymark.model.extract.ScanRequest;
import io.github.assaymark.model.extract.ScanResult;
import io.github.assaymark.model.fact.BackgroundJob;
import io.github.assaymark.model.rule.Pack;
import io.github.assaymark.model.rule.PackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Compiles every checklist of the guide and compares every message it prints. */
final class GuideTest {
    private static final Path GUIDE = Path.of("guide.md");
    private final List<Block> blocks = Block.of(read(GUIDE));

    @TestFactory
    Stream<DynamicTest> every_checklist_compiles() {
        return blocks.stream()
                .filter(block -> block.kind().equals("groovy") && block.role().startsWith("checklist"))
                .map(block -> DynamicTest.dynamicTest("line " + block.line(), () -> compiles(block.text())));
    }

    @TestFactory
    Stream<DynamicTest> every_item_compiles() {
        return blocks.stream()
                .filter(block -> block.kind().equals("groovy") && block.role().equals("item"))
                .map(block -> DynamicTest.dynamicTest("line " + block.line(), () -> compiles(inChecklist(block))));
    }

    @Test
    void what_is_refused_is_refused_with_the_printed_message() {
        for (int i = 0; i < blocks.size(); i++) {
            if (!blocks.get(i).role().equals("refused")) continue;
            Block refused = blocks.get(i);
            PackException refusal = catchThrowableOfType(
                    PackException.class, () -> ChecklistCompiler.standard().compile("wrong.groovy", refused.text()));
            assertThat(refusal).as("line " + refused.line()).isNotNull();
            assertThat(refusal.getMessage() + "\n")
                    .as("line " + refused.line())
                    .isEqualTo(blocks.get(i + 1).text());
        }
    }

    @Test
    void the_manifest_of_exported_state_is_one() {
        List<Block> manifests = blocks.stream()
                .filter(block -> block.kind().equals("json") && block.text().contains("\"entries\""))
                .toList();
        assertThat(manifests).hasSize(1);
        assertThat(ExportFolder.withEntry(manifests.get(0).text(), Map.of("path", "other.json")))
                .contains("\"kind\": \"github.check-runs\"", "\"complete\": true", "other.json");
    }

    @Test
    void the_configuration_it_shows_is_read_without_complaint(@TempDir Path repository) throws IOException {
        List<Block> configurations =
                blocks.stream().filter(block -> block.kind().equals("yaml")).toList();
        assertThat(configurations).hasSize(1);
        Files.writeString(
                repository.resolve("assay.yaml"), configurations.get(0).text());
        ScanResult result = Extractors.standard().scan(ScanRequest.of(repository));
        assertThat(result.packs()).contains("loop");
        assertThat(result.snapshot().facts(BackgroundJob.class)).hasSize(1);
    }

    @Test
    void no_block_of_checklist_text_is_left_out() {
        assertThat(blocks.stream().filter(block -> block.kind().equals("groovy")))
                .hasSizeGreaterThan(8)
                .allMatch(block -> block.role().startsWith("checklist")
                        || block.role().equals("item")
                        || block.role().equals("refused"));
    }

    private static void compiles(String text) {
        Pack pack = ChecklistCompiler.standard().compile("guide.groovy", text);
        assertThat(pack.items()).isNotEmpty();
    }

    private static String inChecklist(Block item) {
        return "checklist('team/basics') {\n title 'Basics'\n judges Service\n section('docs', 'Documents') {\n"
                + item.text() + "\n }\n}\n";
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new IllegalStateException("reading " + path.toAbsolutePath(), e);
        }
    }
}
