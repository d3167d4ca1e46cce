package io.github.assaymark.collect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.facts.projection.ExportProjection;
import io.github.assaymark.facts.structured.LocatedEntry;
import io.github.assaymark.facts.structured.LocatedNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is asked of PagerDuty, what tests answer and what is read keeps to a contract that was written down from
 * PagerDuty's own description, which no registry of packages has: {@code ASSAY_PAGERDUTY_OPENAPI} names a copy of
 * {@code reference/REST/openapiv3.json} of PagerDuty/api-schema, with which the contract is then compared.
 */
class PagerDutyContractTest {
    private static final Path CONTRACT = Path.of("src/test/resources/contract/pagerduty.json");
    private static final Map<String, String> KINDS = new TreeMap<>(Map.of(
            "pagerduty.services", "/services",
            "pagerduty.escalation-policies", "/escalation_policies",
            "pagerduty.oncalls", "/oncalls",
            "pagerduty.schedule", "/schedules/{id}",
            "pagerduty.orchestration-router", "/event_orchestrations/{id}/router"));

    @TempDir
    Path root = Path.of("");

    private final World world = new World();

    @Test
    void requests_and_answers_of_tests_keep_to_the_contract() throws Exception {
        world.environment.put("PAGERDUTY_TOKEN", "key-of-the-rest-api");
        Described contract = Described.of(CONTRACT);
        Canary canary = new Canary();
        WholeAnswers whole = new WholeAnswers(contract, canary);
        try (StubServer server = new StubServer()) {
            new PagerDutyAnswers(server, canary, whole).served();
            assertThat(whole.wrong).isEmpty();
            try (Prism prism = Prism.proxy(root, contract.about(new HashSet<>(contract.templates())), server.uri())) {
                CollectSummary summary = world.run(
                        new PagerDutyCollector(),
                        root.resolve("state"),
                        "url",
                        prism.uri().toString(),
                        "service",
                        "billing",
                        "orchestrations",
                        "true");
                assertThat(prism.complaints()).isEmpty();
                assertThat(summary.lines())
                        .extracting(line -> line.kind() + " " + line.state())
                        .containsExactly(
                                "pagerduty.services COMPLETE",
                                "pagerduty.escalation-policies COMPLETE",
                                "pagerduty.oncalls COMPLETE",
                                "pagerduty.schedule COMPLETE",
                                "pagerduty.orchestration-router COMPLETE");
            }
            for (String asked : server.asked) {
                String request = asked.split(" ", -1)[1];
                if (!request.equals(Prism.READY))
                    assertThat(contract.undescribed(request)).as(request).isEmpty();
            }
        }
    }

    @Test
    void fields_that_are_copied_are_in_the_contract() throws Exception {
        Described contract = Described.of(CONTRACT);
        List<String> gone = new ArrayList<>();
        KINDS.forEach((kind, template) -> {
            for (String field :
                    Objects.requireNonNull(ExportProjection.of(kind)).fields())
                if (!contract.has(template, field)) gone.add(kind + " " + field);
        });
        assertThat(gone).isEmpty();
    }

    @Test
    void contract_is_what_pagerduty_describes() throws Exception {
        String file = System.getenv("ASSAY_PAGERDUTY_OPENAPI");
        if (file == null || file.isEmpty()) {
            String message = "no copy of PagerDuty's description: its contract is compared with nothing"
                    + "\n  Maybe let ASSAY_PAGERDUTY_OPENAPI name one";
            System.err.println("SKIPPED, " + message);
            Assumptions.abort(message);
            return;
        }
        Described contract = Described.of(CONTRACT);
        Described published = Described.of(Path.of(file));
        List<String> wrong = new ArrayList<>();
        for (String template : contract.templates()) {
            if (!published.templates().contains(template)) wrong.add(template + " is gone");
            else {
                Set<String> parameters = contract.parameters(template);
                parameters.removeAll(published.parameters(template));
                if (!parameters.isEmpty()) wrong.add(template + " takes no " + parameters);
                compare(contract.answer(template, "200"), published, template, "", wrong);
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Whether each field, type and word of the contract is published, and each field that is always there is too. */
    private static void compare(
            @Nullable LocatedNode schema, Described published, String template, String at, List<String> wrong) {
        if (schema == null) return;
        List<LocatedNode> theirs = published.schemas(template, at);
        if (theirs.isEmpty()) {
            wrong.add(template + " answers no " + at);
            return;
        }
        String type = schema.text("type");
        List<String> types = theirs.stream()
                .map(one -> one.text("type"))
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .toList();
        if (type != null && !types.isEmpty() && !types.contains(type))
            wrong.add(template + " " + at + " is " + types + " and not " + type);
        for (LocatedNode word : schema.items("enum"))
            if (theirs.stream().anyMatch(one -> !one.items("enum").isEmpty())
                    && theirs.stream()
                            .flatMap(one -> one.items("enum").stream())
                            .noneMatch(one -> one.text().equals(word.text())))
                wrong.add(template + " " + at + " is never " + word.text());
        LocatedNode properties = schema.get("properties");
        for (LocatedEntry property : properties == null ? List.<LocatedEntry>of() : properties.entries())
            compare(
                    property.value(),
                    published,
                    template,
                    at.isEmpty() ? property.key() : at + "." + property.key(),
                    wrong);
        if (schema.get("items") != null) compare(schema.get("items"), published, template, at + "[]", wrong);
    }
}
