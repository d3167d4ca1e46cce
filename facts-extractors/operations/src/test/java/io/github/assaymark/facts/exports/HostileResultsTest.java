package io.github.assaymark.facts.exports;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.facts.structured.LocatedTree;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.extract.Limits;
import io.github.assaymark.model.extract.RepositorySource;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.fact.CollectionStatus;
import io.github.assaymark.model.fact.ExportOrigin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Puts values of another kind than expected in every place of a sample of each kind: nothing fails, nothing is guessed.
 */
class HostileResultsTest {
    private static final Pattern SCALAR = Pattern.compile(
            "(?<=[:\\[,] {0,2})(?:\"(?:[^\"\\\\]|\\\\.){0,80}\"|-?\\d{1,20}|true|false|null)(?=\\s{0,4}[,}\\]])");

    private static final List<String> VALUES = List.of(
            "null",
            "{}",
            "[]",
            "[[[]]]",
            "{\"a\": {\"b\": null}}",
            "\"\"",
            "\"\\u0000\\ud800\"",
            "-1",
            "99999999999999999999",
            "1e999999999",
            "0.00000000000000000000000001",
            "true",
            "\"" + "x".repeat(5000) + "\"");

    private static final List<String> DOCUMENTS = List.of(
            "",
            " ",
            "null",
            "[]",
            "{}",
            "[null]",
            "[[]]",
            "\"text\"",
            "1",
            "{\"metrics\": 1, \"aggregate\": [], \"flags\": [], \"matrix\": {}, \"traces\": {}, \"data\": [], \"versions\": 1}",
            "[".repeat(5000),
            "<a>".repeat(500),
            "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
            ",,,,\n\"\"\"\n",
            "timeStamp,elapsed,label,success\n999999999999999,999999999,x,true\n0,0,,false\n",
            "x".repeat(20_000));

    @Test
    void no_value_of_another_kind_breaks_a_reading() {
        mutated(ResultsCanaryTest.samples());
    }

    @Test
    void no_value_of_another_kind_breaks_a_reading_of_infrastructure() {
        Map<String, String> samples = new TreeMap<>();
        for (InfrastructureSamples sample : InfrastructureSamples.all()) samples.put(sample.kind(), sample.text());
        mutated(samples);
    }

    private static void mutated(Map<String, String> samples) {
        samples.forEach((name, sample) -> {
            String kind = ResultsCanaryTest.kind(name);
            String text = sample.replace("&", "\"more\": 1").replace("%", "@");
            Matcher place = SCALAR.matcher(text);
            while (place.find())
                for (String value : VALUES)
                    read(kind, text.substring(0, place.start()) + value + text.substring(place.end()));
            for (int cut = 1; cut < 8; cut++) read(kind, text.substring(0, text.length() * cut / 8));
            for (String document : DOCUMENTS) read(kind, document);
        });
    }

    @Test
    void document_of_nothing_is_no_evidence() {
        for (String kind : ResultsCanaryTest.samples().keySet())
            // A compiler that prints nothing found nothing, where its exit code is known.
            if (!kind.equals("tsc"))
                assertThat(read(ResultsCanaryTest.kind(kind), "")).as(kind).isNotEmpty();
        for (String kind : ResultsCanaryTest.samples().keySet())
            if (!kind.equals("tsc"))
                assertThat(read(ResultsCanaryTest.kind(kind), "\"text\""))
                        .as(kind)
                        .isNotEmpty();
    }

    /** Reads it as the extractor does, but lets a failure of ours through. */
    private static List<Coverage.Gap> read(String id, String text) {
        ExportKind kind = Objects.requireNonNull(ExportKinds.of(id), id);
        ExportEntry entry = new ExportEntry(
                "file",
                id,
                null,
                "export it",
                null,
                Map.of("exitCode", "1", "package", "p", "team", "t", "percentiles", "50,75,95,99"),
                StateFixture.AT,
                null,
                null,
                CollectionStatus.COMPLETE,
                null,
                ExportOrigin.IMPORTED,
                null,
                1);
        Limits limits = Limits.DEFAULT;
        LocatedTree tree = switch (kind.format()) {
            case JSON -> LocatedTree.json(text, limits);
            case YAML -> LocatedTree.yaml(text, limits);
            case TEXT -> LocatedTree.json("null", limits);
        };
        List<Fact> facts = new ArrayList<>();
        Exported file =
                new Exported("state", entry, text, "", tree, limits, new ServiceNames(new NoServices()), facts::add);
        kind.reading().read(file);
        for (Fact fact : facts) {
            assertThat(fact.toString()).hasSizeLessThan(4000).doesNotContain("root:");
            assertThat(fact.key()).as(id).isNotEmpty();
        }
        return file.gaps();
    }

    private static final class NoServices implements ScanContext {
        @Override
        public RepositorySource source() {
            throw new UnsupportedOperationException("no reading asks for the repository");
        }

        @Override
        public @Nullable RepositorySource base() {
            return null;
        }

        @Override
        public String ownerOf(String path) {
            return "";
        }

        @Override
        public List<String> owners() {
            return List.of("");
        }

        @Override
        public List<String> templates() {
            return List.of();
        }

        @Override
        public @Nullable String sha() {
            return null;
        }

        @Override
        public Limits limits() {
            return Limits.DEFAULT;
        }

        @Override
        public List<String> configured(String name) {
            return List.of();
        }
    }
}
