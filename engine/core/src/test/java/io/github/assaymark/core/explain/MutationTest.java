package io.github.assaymark.core.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.core.Assay;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.fact.ApiOperation;
import io.github.assaymark.model.rule.Condition;
import io.github.assaymark.model.rule.Item;
import io.github.assaymark.model.verdict.NearMiss;
import io.github.assaymark.model.verdict.Outcome;
import io.github.assaymark.model.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** One field of a green fixture broken: the first near miss must name it. */
final class MutationTest {
    private static final ApiOperation POST = Given.operation("POST", "/v1/orders", true, 20);
    private static final ApiOperation GET = Given.operation("GET", "/v1/orders", true, 30);

    private record Mutant(Item item, List<Fact> others, Fact witness, String property, Object broken) {}

    @Test
    void the_first_near_miss_names_the_field_that_was_broken() {
        List<String> missed = new ArrayList<>();
        List<Mutant> mutants = mutants();
        for (Mutant mutant : mutants) {
            Verdict green = judge(mutant, mutant.witness());
            assertThat(green.outcome()).as("%s", mutant).isInstanceOf(Outcome.Pass.class);
            Verdict red = judge(
                    mutant,
                    Objects.requireNonNull(
                            FactCopies.with(mutant.witness(), Map.of(mutant.property(), mutant.broken()))));
            assertThat(red.outcome()).as("%s", mutant).isInstanceOf(Outcome.Fail.class);
            List<NearMiss> near = red.explanation().nearMisses();
            boolean named = !near.isEmpty()
                    && near.get(0).candidate().key().equals(mutant.witness().key())
                    && near.get(0).failed().stream()
                            .anyMatch(d -> mutant.property().equals(d.property()));
            if (!named)
                missed.add(mutant.item().id() + " " + mutant.property() + " -> " + mutant.broken() + ": "
                        + red.explanation().render());
        }
        int hits = mutants.size() - missed.size();
        System.out.println("mutation: the first near miss names the broken field in " + hits + " of " + mutants.size());
        assertThat(missed).hasSizeLessThanOrEqualTo(mutants.size() / 10);
    }

    private static Verdict judge(Mutant mutant, Fact witness) {
        List<Fact> facts = new ArrayList<>(mutant.others());
        facts.add(witness);
        for (String type : RandomRepository.TYPES) facts.add(Given.complete(type));
        return Assay.with(Ir.pack(mutant.item()))
                .assess(Given.snapshot(facts.toArray(new Fact[0])))
                .verdict(mutant.item().id(), Given.OWNER)
                .orElseThrow();
    }

    private static List<Mutant> mutants() {
        List<Mutant> mutants = new ArrayList<>();
        List<Fact> documents = List.of(
                Given.document("CHANGELOG.md", 15), Given.document("RUNBOOK.md", 300), Given.document("API.md", 12));
        Item readme = Ir.item(
                "readme",
                Ir.some(Ir.of(
                        "Document",
                        Ir.eq(Ir.own("Document", "name"), Ir.text("README.md")),
                        Ir.eq(Ir.own("Document", "directory"), Ir.subject("directory")),
                        Ir.atLeast(Ir.own("Document", "words"), 20))));
        Fact document = Given.document("README.md", 120);
        for (Object name : List.of("readme.md", "READNE.md", "README.mdx", "GUIDE.md"))
            mutants.add(new Mutant(readme, documents, document, "name", name));
        for (Object words : List.of(0L, 19L)) mutants.add(new Mutant(readme, documents, document, "words", words));
        List<Fact> sections = List.of(
                Given.section("README.md", "Alarms", 15, 3),
                Given.section("RUNBOOK.md", "Overview", 40, 8),
                Given.section("RUNBOOK.md", "Contacts", 8, 12));
        Item alarms = Ir.item(
                "alarms",
                Ir.some(Ir.of(
                        "DocSection",
                        Ir.eq(Ir.own("DocSection", "documentName"), Ir.text("RUNBOOK.md")),
                        Ir.matches(Ir.own("DocSection", "heading"), "(?i)alarm"),
                        Ir.atLeast(Ir.own("DocSection", "words"), 20))));
        Fact section = Given.section("RUNBOOK.md", "Alarms and alerts", 35, 20);
        for (Object words : List.of(0L, 5L, 19L)) mutants.add(new Mutant(alarms, sections, section, "words", words));
        for (Object heading : List.of("Alerts", "What wakes us"))
            mutants.add(new Mutant(alarms, sections, section, "heading", heading));
        for (Object name : List.of("Runbook.md", "RUNBOOKS.md", "OPERATIONS.md"))
            mutants.add(new Mutant(alarms, sections, section, "documentName", name));
        Condition.Leaf limited = Ir.has(
                Ir.of("ApiOperation"),
                Ir.of(
                        "ApiResponse",
                        Ir.eq(Ir.own("ApiResponse", "operation"), Ir.outer("ApiOperation", "key")),
                        Ir.eq(Ir.own("ApiResponse", "status"), Ir.text("429"))));
        Item limit = Ir.item("limit", limited);
        List<Fact> api = List.of(POST, GET, Given.response(GET, "429", 40), Given.response(GET, "200", 41));
        Fact response = Given.response(POST, "429", 22);
        for (Object status : List.of("428", "500", "4xx"))
            mutants.add(new Mutant(limit, api, response, "status", status));
        for (Object operation : List.of("POST /v1/order", "post /v1/orders"))
            mutants.add(new Mutant(limit, api, response, "operation", operation));
        return mutants;
    }
}
