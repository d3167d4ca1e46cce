package io.github.assaymark.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.assaymark.model.Phase;
import io.github.assaymark.model.Severity;
import io.github.assaymark.model.rule.Canonical;
import io.github.assaymark.model.rule.Checklist;
import io.github.assaymark.model.rule.Condition;
import io.github.assaymark.model.rule.Item;
import io.github.assaymark.model.rule.Pack;
import io.github.assaymark.model.rule.PackException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecklistCompilerTest {
    private static final String SINGLE = """
            checklist('loop/full') {
                title 'Everything'
                judges Service
                waivers forbidden
                params {
                    wanted default: 'README.md', meaning: 'name of the first document'
                }
                section('docs', 'Documents') {
                    item('readme') {
                        title    'The service has a README'
                        severity blocker
                        phase    prePromotion
                        some Document where { document.path == subject.directory + '/' + param.wanted && document.words >= 20 }
                        fails    "${subject.name} has no ${param.wanted}"
                        fix      'Write one.'
                    }
                }
            }
            """;

    @Test
    void a_single_text_becomes_a_pack() {
        Pack pack = ChecklistCompiler.standard().compile("full.groovy", SINGLE);
        assertThat(pack.name()).isEqualTo("loop");
        assertThat(pack.digest()).matches("[0-9a-f]{64}");
        Checklist checklist = pack.checklists().get(0);
        assertThat(checklist.id()).isEqualTo("loop/full");
        assertThat(checklist.waivers()).isEqualTo(Checklist.WaiverPolicy.FORBIDDEN);
        assertThat(checklist.params().get(0).defaultValues()).containsExactly("README.md");
        Item item = pack.items().findFirst().orElseThrow();
        assertThat(item.id()).isEqualTo("loop.full.docs.readme");
        assertThat(item.severity()).isEqualTo(Severity.BLOCKER);
        assertThat(item.phase()).isEqualTo(Phase.PRE_PROMOTION);
        assertThat(item.params()).containsExactly("wanted");
        assertThat(item.judges()).isEqualTo("Service");
        Condition.Some some = (Condition.Some) item.condition();
        assertThat(Canonical.id(some.pattern().where()))
                .isEqualTo(
                        "[(this:Document.path == ((subject:Service.directory + TEXT:String'/') + param:wanted:TEXT)),"
                                + "(this:Document.words >= INTEGER:Long'20')]");
    }

    @Test
    void a_pack_of_several_files_is_found_from_its_pack_file() {
        Pack pack = ChecklistCompiler.standard()
                .compile(
                        Map.of(
                                "pack.groovy", "pack('loop') { title 'Loop'; checklists 'full' }",
                                "full/checklist.groovy",
                                        "checklist('loop/full') { title 'Full'; judges Service; sections 'docs' }",
                                "full/docs.groovy",
                                        "section('docs', 'Documents') { item('a') { title 'A'; use 'has-words', least: 5 } }",
                                "checks/has-words.groovy",
                                        "check('has-words') { takes { least integer }; some Document where { document.words >= arg.least }; fails \"less than ${arg.least} words\" }"));
        Item item = pack.items().findFirst().orElseThrow();
        assertThat(Canonical.id(((Condition.Some) item.condition()).pattern().where()))
                .isEqualTo("[(this:Document.words >= INTEGER:Long'5')]");
        assertThat(item.fails()).hasToString("Template[parts=[Words[text=less than 5 words]]]");
    }

    @Test
    void pack_load_reads_a_directory_and_a_single_file(@TempDir Path directory) throws Exception {
        Path single = directory.resolve("full.groovy");
        Files.writeString(single, SINGLE);
        assertThat(Pack.load(single).items()).hasSize(1);
        Files.writeString(directory.resolve("pack.groovy"), "pack('loop') { checklists 'full' }");
        Files.createDirectory(directory.resolve("full"));
        Files.writeString(directory.resolve("full/checklist.groovy"), SINGLE);
        Pack pack = Pack.load(directory);
        assertThat(pack.items()).hasSize(1);
        assertThat(pack.items().findFirst().orElseThrow().place().file()).endsWith("/full/checklist.groovy");
    }

    @Test
    void pack_load_reads_the_class_path() {
        assertThat(Pack.load("sample").items()).hasSize(1);
        assertThatThrownBy(() -> Pack.load("smaple"))
                .isInstanceOf(PackException.class)
                .hasMessage("there is no pack `smaple` on the class path\n"
                        + "  Maybe the jar is missing that holds META-INF/assay/checklists/smaple/pack.groovy");
    }
}
