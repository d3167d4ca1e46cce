package io.github.assaymark.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.Severity;
import io.github.assaymark.model.rule.Item;
import io.github.assaymark.model.verdict.Assessment;
import io.github.assaymark.model.verdict.Disposition;
import io.github.assaymark.model.verdict.Evidence;
import io.github.assaymark.model.verdict.FactRef;
import io.github.assaymark.model.verdict.Outcome;
import io.github.assaymark.model.verdict.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class JsonReportTest {
    @Test
    void the_report_is_as_agreed() {
        Golden.check("report.json", json(Samples.assessment()));
    }

    @Test
    void every_report_meets_the_shipped_schema() {
        assertThat(problems(json(Samples.assessment()), schema())).isEmpty();
        assertThat(problems(json(Samples.assessment(List.of())), schema())).isEmpty();
        assertThat(problems(json(everyProvenance()), schema())).isEmpty();
    }

    @Test
    void the_schema_describes_every_property_that_is_written() {
        String closed = schema().replace(
                        "\"type\": \"object\",\n", "\"type\": \"object\", \"unevaluatedProperties\": false,\n")
                // the parts of a choice are closed one by one
                .replace(
                        "\"type\": \"object\", \"unevaluatedProperties\": false,\n      \"required\": [\n        \"kind\"\n      ],\n      \"oneOf\"",
                        "\"type\": \"object\",\n      \"oneOf\"");
        assertThat(closed).isNotEqualTo(schema());
        assertThat(problems(json(everyProvenance()), closed)).isEmpty();
        assertThat(problems(json(Samples.assessment()), closed)).isEmpty();
        assertThat(problems(json(Samples.assessment()).replace("\"headline\"", "\"headlines\""), closed))
                .isNotEmpty();
    }

    @Test
    void the_schema_refuses_what_is_no_report() {
        String good = json(Samples.assessment());
        assertThat(problems(good.replace("\"outcome\": \"FAIL\"", "\"outcome\": \"GREEN\""), schema()))
                .isNotEmpty();
        assertThat(problems(good.replace("\"schemaVersion\": 1", "\"schemaVersion\": 2"), schema()))
                .isNotEmpty();
        assertThat(problems(good.replace("\"reason\": \"NOT_OBSERVED\"", "\"reason\": null"), schema()))
                .isNotEmpty();
        assertThat(problems("{}", schema())).isNotEmpty();
    }

    @Test
    void it_has_the_shape_that_was_promised() throws Mismatch {
        Map<?, ?> report = (Map<?, ?>) Objects.requireNonNull(JsonLine.read(json(Samples.assessment())));
        Map<?, ?> verdict = (Map<?, ?>) ((List<?>) Objects.requireNonNull(report.get("verdicts"))).get(3);

        assertThat(report.keySet().stream().map(String::valueOf))
                .containsExactly("gate", "notices", "run", "schemaVersion", "totals", "verdicts");
        assertThat(verdict.get("item")).isEqualTo("loop.full.alarms.latency");
        assertThat(verdict.get("subject"))
                .isEqualTo(Map.of("kind", "Service", "key", "services/billing", "owner", "services/billing"));
        assertThat(verdict.get("outcome")).isEqualTo("FAIL");
        assertThat(verdict.get("reason")).isNull();
        assertThat(verdict.get("disposition")).isEqualTo("NONE");
        assertThat(verdict.get("severity")).isEqualTo("blocker");
        assertThat((Object)
                        ((Map<?, ?>) ((List<?>) Objects.requireNonNull(verdict.get("evidence"))).get(0)).get("line"))
                .isEqualTo(42L);
    }

    @Test
    void nothing_in_it_steers_a_terminal() {
        String nasty = "\u001b[2J\u009b31m\u202e\u2066\u200b\u2028\u0007\ud800";
        Item item = Samples.item("a.b.c.d", Severity.MAJOR, io.github.assaymark.model.Phase.PRE_MERGE);
        String text = json(Samples.assessment(List.of(Samples.verdict(
                item, nasty, new Outcome.Fail(), new Disposition.None(), Samples.headline("about " + nasty)))));

        assertThat(text.chars().filter(c -> c != '\n' && Visible.hidden((char) c)))
                .isEmpty();
        assertThat(text).contains("\\u001b[2J\\u009b31m\\u202e\\u2066\\u200b\\u2028\\u0007\\ud800");
        assertThat(problems(text, schema())).isEmpty();
    }

    @Test
    void one_verdict_has_the_form_it_has_in_the_report() throws IOException {
        StringBuilder one = new StringBuilder();
        JsonReport.write(Samples.verdicts().get(3), one);

        assertThat(json(Samples.assessment()).replaceAll("\\s+", ""))
                .contains(one.toString().replaceAll("\\s+", ""));
    }

    private static Assessment everyProvenance() {
        Provenance.File file = Samples.PLACE;
        List<Evidence> evidence = new ArrayList<>();
        for (Provenance place : List.of(
                file,
                new Provenance.Export("prod", "alarms.json", "00ff", "/0/name", "describe", Samples.NOW),
                new Provenance.Human("ada", Samples.NOW, file),
                new Provenance.Derived("x", List.of(file))))
            evidence.add(new Evidence(
                    Evidence.Role.SUPPORTS, new FactRef("T", "k", "", List.of(), place), null, "it holds"));
        Verdict verdict = Samples.verdict(
                Samples.verdicts().get(0).item(),
                "services/billing",
                new Outcome.Pass(),
                new Disposition.NotYetEffective(Samples.NOW),
                Samples.explanation(
                        "All is well", null, evidence, List.of(), List.of(), List.of(), List.of(), List.of("a note")));
        return Samples.assessment(List.of(verdict));
    }

    private static List<String> problems(String json, String schema) {
        Validator.Result result = new ValidatorFactory().validate(schema, json);
        return result.getErrors().stream()
                .map(e -> e.getInstanceLocation() + ": " + e.getError())
                .toList();
    }

    private static String schema() {
        try (InputStream in = Objects.requireNonNull(JsonReport.class.getResourceAsStream(JsonReport.SCHEMA))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String json(Assessment assessment) {
        StringBuilder out = new StringBuilder();
        try {
            JsonReport.write(assessment, assessment.verdicts(), Samples.RUN, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
