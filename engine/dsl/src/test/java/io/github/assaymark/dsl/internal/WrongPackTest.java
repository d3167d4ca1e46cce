package io.github.assaymark.dsl.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.assaymark.dsl.ChecklistCompiler;
import io.github.assaymark.dsl.PrecompilePacks;
import io.github.assaymark.model.rule.Pack;
import io.github.assaymark.model.rule.PackException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrongPackTest {
    private static final ChecklistCompiler COMPILER = ChecklistCompiler.with(HardFacts.catalogue());

    @Test
    void every_mistake_of_an_author_has_a_message_with_its_place() {
        StringBuilder golden = new StringBuilder();
        for (String wrong : Resources.text("wrong-packs.txt").split("(?m)^=== ", -1)) {
            if (wrong.isBlank()) continue;
            String title = wrong.lines().findFirst().orElseThrow();
            PackException refused = catchThrowableOfType(PackException.class, () -> COMPILER.compile(texts(wrong)));
            assertThat(refused).as(title).isNotNull();
            golden.append("=== ").append(title).append('\n');
            refused.problems().forEach(problem -> golden.append(problem).append('\n'));
            golden.append('\n');
        }
        Golden.check("wrong-packs.expected", golden.toString());
    }

    private static Map<String, String> texts(String wrong) {
        Map<String, String> texts = new LinkedHashMap<>();
        String[] parts = wrong.split("(?m)^--- ", -1);
        for (int i = 1; i < parts.length; i++) {
            int end = parts[i].indexOf('\n');
            texts.put(parts[i].substring(0, end), parts[i].substring(end + 1));
        }
        return texts;
    }

    @Test
    void problems_come_in_the_order_of_their_places_and_each_once() {
        PackException refused = catchThrowableOfType(PackException.class, () -> COMPILER.compile("one.groovy", """
                        checklist('a/b') { title 'T'; judges Service
                            section('s', 'S') {
                                item('one') { title 'I'; some Ruote }
                                item('two') { title 'I'; verdictOf 'a.b.s.tree' }
                                item('three') { title 'I'; some Ruote }
                            } }
                        """));
        assertThat(refused.problems())
                .extracting(problem -> problem.substring(0, problem.indexOf(": ")))
                .containsExactly("one.groovy:3:39", "one.groovy:4:34", "one.groovy:5:41");
    }

    @Test
    void a_file_that_is_no_text_or_too_large_is_refused(@TempDir Path directory) throws Exception {
        Path binary = directory.resolve("binary.groovy");
        Files.write(binary, new byte[] {'a', (byte) 0xff});
        assertThatThrownBy(() -> Pack.load(binary))
                .isInstanceOf(PackException.class)
                .hasMessageContaining(":1:1: the file is not UTF-8 text\n  Maybe save it as UTF-8");
        Path large = directory.resolve("large.groovy");
        Files.writeString(large, "// a line\n".repeat(20_000));
        assertThatThrownBy(() -> Pack.load(large))
                .isInstanceOf(PackException.class)
                .hasMessageContaining(":1:1: the file has more than 131072 bytes\n  Maybe split it");
        assertThatThrownBy(() -> Pack.load(directory.resolve("none")))
                .isInstanceOf(PackException.class)
                .hasMessage("there is no pack in `" + directory.resolve("none")
                        + "`\n  Maybe its pack.groovy is missing, or a single file was meant: `"
                        + directory.resolve("none") + "/name.groovy`");
    }

    @Test
    void names_of_packs_cannot_leave_their_place() {
        assertThatThrownBy(() -> Pack.load("../secret"))
                .isInstanceOf(PackException.class)
                .hasMessageContaining("there is no pack `../secret` on the class path");
    }

    @Test
    void precompiling_needs_a_directory_and_names() {
        assertThatThrownBy(() -> PrecompilePacks.main(new String[] {"target"}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("usage: PrecompilePacks DIRECTORY PACK...");
    }

    @Test
    void too_many_expansions_are_refused() {
        String names = "['a','b','c','d','e','f','g','h','i','j','k','l','m','n']";
        String text = "checklist('a/b') { title 'T'; judges Service; section('s', 'S') { item('i') { title 'I'\n"
                + "forEach(" + names + ") { a -> forEach(" + names + ") { b -> forEach(" + names
                + ") { c -> some Route where { route.key == a + b + c } } } } } } }";
        assertThatThrownBy(() -> COMPILER.compile("bomb.groovy", text))
                .isInstanceOf(PackException.class)
                .hasMessageContaining("the item expands to more than 2000 conditions");
    }
}
