package io.github.assaymark.facts.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.model.Coverage.Gap;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.fact.PackageManifest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PackageJsonExtractorTest {
    @Test
    void a_package_becomes_a_fact() {
        Snapshot snapshot =
                new MemoryScan().with("services/geo/package.json", """
                        {"name": "@services/geo", "private": true, "packageManager": "pnpm@10.1.0",
                         "scripts": {"test": "vitest", "build": "tsc"},
                         "dependencies": {"hono": "4.1.0", "zod": "*", "left": ""},
                         "devDependencies": {"vitest": "latest", "tsx": "^4"}}
                        """).facts(new PackageJsonExtractor());

        assertThat(snapshot.facts(PackageManifest.class))
                .containsExactly(new PackageManifest(
                        "services/geo/package.json",
                        "services/geo",
                        Provenance.File.whole("services/geo/package.json"),
                        "services/geo/package.json",
                        "@services/geo",
                        true,
                        List.of("test", "build"),
                        List.of("hono", "zod", "left"),
                        List.of("vitest", "tsx"),
                        "pnpm@10.1.0",
                        List.of("zod", "left", "vitest")));
        assertThat(MemoryScan.coverage(snapshot, "PackageManifest", "services/geo")
                        .matched())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\": 1,|2|Unexpected end-of-input",
                "[]|1|it holds no object",
                "{\"name\": {}}|1|`name` is no text",
                "{\"dependencies\": []}|1|`dependencies` is no object",
                "{\"scripts\": {\"a\": 1,\"b\": []}}|1|`scripts.b` is no text"
            })
    void what_is_not_understood_is_a_gap_and_no_fact(String text, int line, String reason) {
        Snapshot snapshot = new MemoryScan().with("package.json", text, "").facts(new PackageJsonExtractor());

        assertThat(snapshot.facts(PackageManifest.class)).isEmpty();
        assertThat(MemoryScan.coverage(snapshot, "PackageManifest", "").gaps())
                .allSatisfy(gap -> assertThat(gap.reason()).startsWith(reason))
                .extracting(Gap::line)
                .containsExactly(line);
    }
}
