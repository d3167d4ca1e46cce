package io.github.assaymark.facts.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.extract.Extractors;
import io.github.assaymark.model.extract.ScanRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileProgramsTest {
    @TempDir
    private Path root;

    @BeforeEach
    void probe() {
        ProbeExtractor.on = true;
    }

    @AfterEach
    void stop() {
        ProbeExtractor.on = false;
    }

    private static SourceFixture fixture(List<String> files) {
        return SourceFixture.of(files.toArray(String[]::new));
    }

    private static String repeated(int times, String line) {
        return IntStream.range(0, times)
                .mapToObj(i -> line.replace("%j", Integer.toString(i + 1)).replace("%i", Integer.toString(i)))
                .collect(Collectors.joining("\n"));
    }

    private static Coverage coverage(SourceFixture fixture) {
        return fixture.coverage("probe", Probed.class, "");
    }

    @Test
    void a_hundred_thousand_empty_files_are_read() {
        String[] files = new String[200_000];
        for (int i = 0; i < 100_000; i++) {
            files[2 * i] = "src/d" + i % 300 + "/f" + i + ".ts";
            files[2 * i + 1] = "";
        }
        List<Coverage> coverage = new ArrayList<>();
        new ProbeExtractor().extract(Programs.of(files).context(), fact -> {
            if (fact instanceof Coverage one) coverage.add(one);
        });
        assertThat(coverage).hasSize(2).allMatch(one -> one.matched() == 100_000 && one.failed() == 0);
    }

    @Test
    void one_line_of_two_megabytes_is_read() {
        SourceFixture fixture =
                SourceFixture.of("src/a.ts", "const a = [" + "'0123456789',".repeat(160_000) + "f(a.length, 2)];");
        assertThat(coverage(fixture).matched()).isEqualTo(1);
        assertThat(fixture.facts(Probed.class).toString()).contains("f of null");
    }

    @Test
    void symbolic_links_in_a_circle_lead_nowhere() throws IOException {
        Files.createDirectories(root.resolve("src"));
        Files.createSymbolicLink(root.resolve("src/a.ts"), Path.of("b.ts"));
        Files.createSymbolicLink(root.resolve("src/b.ts"), Path.of("a.ts"));
        Files.createSymbolicLink(root.resolve("src/up"), Path.of(".."));
        Files.writeString(root.resolve("src/c.ts"), "import { a } from './a';\nimport './up/src/c';\nf(a);\n");
        Snapshot snapshot = Extractors.standard()
                .scan(ScanRequest.of(root).at(Instant.EPOCH))
                .snapshot();
        assertThat(snapshot.facts(Probed.class)).hasSize(1);
        assertThat(snapshot.facts(Coverage.class).stream()
                        .filter(coverage -> coverage.extractor().equals("probe"))
                        .map(Coverage::status))
                .containsOnly(Coverage.Status.PARTIAL);
    }

    @Test
    void modules_that_import_each_other_in_a_circle_are_followed_once() {
        List<String> files = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            files.add("src/m" + i + ".ts");
            files.add("import { x } from './m" + (i + 1) % 500 + "';\nexport { x };\nexport * from './m" + (i + 7) % 500
                    + "';\nfunction g(p) { f(p) }\ng(x);\n");
        }
        SourceFixture fixture = fixture(files);
        assertThat(fixture.facts(Probed.class)).hasSize(1_500);
        assertThat(coverage(fixture).failed()).isEqualTo(500);
        assertThat(coverage(fixture).gaps()).hasSize(Coverage.MAX_GAPS);
    }

    @Test
    void modules_that_all_export_all_others_are_searched_once_for_a_name() {
        List<String> files = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            files.add("src/m" + i + ".ts");
            files.add(repeated(150, "export * from './m%i';") + "\nimport { a" + i + " } from './m0';\nf(a" + i
                    + ");\nexport const b" + i + " = 'found';\n");
        }
        files.add("src/z.ts");
        files.add("import { b149 } from './m3';\nf(b149);\n");
        SourceFixture fixture = fixture(files);
        assertThat(fixture.facts(Probed.class).stream().filter(p -> p.said().contains("text=found")))
                .hasSizeGreaterThan(100);
        assertThat(coverage(fixture).failed()).isEqualTo(150);
    }

    @Test
    void chains_of_ten_thousand_names_end_open() {
        SourceFixture fixture = SourceFixture.of(
                "src/a.ts",
                "const a0 = 'x';\n" + repeated(10_000, "const a%j = a%i + a%i;") + "\nf(a10000);\n",
                "src/b.ts",
                repeated(1_000, "const b%i = b%j.c;") + "\nconst b1000 = b0;\nf(b500);\n",
                "src/c.ts",
                repeated(1_000, "function c%i(p) { return c%j(p + p); }") + "\nf(c0('x'));\n");
        assertThat(coverage(fixture).failed()).isPositive();
        assertThat(fixture.facts(Probed.class).toString()).contains("is followed through more than 8 names");
    }

    @Test
    void wide_programs_cost_what_their_size_is() {
        SourceFixture fixture = SourceFixture.of(
                "src/members.ts",
                "class A {\n" + repeated(2_000, "m%i() { this.m%j(); }") + "\n}\n",
                "src/enum.ts",
                "enum E {\n" + repeated(2_000, "A%i,") + "\n}\n" + repeated(2_000, "f(E.A%i);"),
                "src/changed.ts",
                "const o = {\n" + repeated(2_000, "k%i: %i,") + "\n};\no.k0 = 1;\n" + repeated(2_000, "f(o.k%i);"),
                "src/calls.ts",
                "function g(p) { f(p); }\n" + repeated(3_000, "g('%i');"),
                "src/spread.ts",
                "const l = [\n" + repeated(2_000, "'%i',") + "\n];\n"
                        + repeated(300, "const l%i = [...l, ...l];\nf(l%i);"),
                "src/chain.ts",
                "x" + ".a()".repeat(2_000) + ";\ny" + ".b".repeat(2_000) + ";\nf('a'" + " + 'b'".repeat(2_000)
                        + ");\n");
        assertThat(fixture.facts(Probed.class)).hasSizeGreaterThan(8_000);
        assertThat(fixture.facts(Probed.class).toString()).contains("Number[raw=1999]");
    }
}
