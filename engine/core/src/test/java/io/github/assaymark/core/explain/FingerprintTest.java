package io.github.assaymark.core.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.core.Assay;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.fact.ApiOperation;
import io.github.assaymark.model.fact.BaselineEntry;
import io.github.assaymark.model.rule.Condition;
import io.github.assaymark.model.rule.Item;
import io.github.assaymark.model.verdict.Disposition;
import io.github.assaymark.model.verdict.Finding;
import io.github.assaymark.model.verdict.Outcome;
import io.github.assaymark.model.verdict.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class FingerprintTest {
    private static final Item SECURED = Ir.item(
            "secured",
            "Secured",
            null,
            Ir.must(Ir.of("ApiOperation"), Ir.own("ApiOperation", "secured")),
            Ir.template(Ir.own("ApiOperation", "summary"), " is open"),
            null);
    private static final ApiOperation PUT = Given.operation("PUT", "/v1/orders", false, 20);

    @Test
    void is_the_agreed_hash_of_item_subject_condition_and_offender() {
        assertThat(prints(SECURED, PUT)).containsExactly("4739158ad6be82021f8746d7a401337f");
    }

    @Test
    void survives_another_line_another_value_and_another_message() {
        Fact moved = Objects.requireNonNull(FactCopies.with(
                PUT, Map.of("provenance", Provenance.File.line("other/api.yaml", 99), "summary", "Replaces an order")));

        assertThat(prints(SECURED, moved)).isEqualTo(prints(SECURED, PUT));
    }

    @Test
    void survives_a_new_name_of_the_item() {
        Item renamed = new Item(
                "acme.demo.docs.guarded",
                List.of(SECURED.id(), "acme.demo.docs.protected"),
                "Guarded",
                SECURED.judges(),
                SECURED.severity(),
                SECURED.phase(),
                SECURED.rollout(),
                null,
                null,
                List.of(),
                null,
                SECURED.condition(),
                null,
                null,
                SECURED.place());

        assertThat(prints(renamed, PUT)).isEqualTo(prints(SECURED, PUT));
    }

    @Test
    void tells_offenders_apart_even_those_of_one_key() {
        Fact twin = Objects.requireNonNull(
                FactCopies.with(PUT, Map.of("provenance", Provenance.File.line("other/api.yaml", 3))));

        assertThat(prints(SECURED, PUT, twin, Given.operation("PATCH", "/v1/orders", false, 30)))
                .hasSize(3)
                .doesNotHaveDuplicates()
                .contains(prints(SECURED, PUT).get(0));
    }

    @Test
    void a_failure_whose_findings_are_all_in_the_baseline_is_old_debt() {
        BaselineEntry entry = new BaselineEntry(
                "e",
                Given.OWNER,
                Provenance.File.whole("baseline.yaml"),
                SECURED.id(),
                Given.OWNER,
                prints(SECURED, PUT).get(0));

        Verdict verdict = verdict(SECURED, PUT, entry);
        Verdict more = verdict(SECURED, PUT, entry, Given.operation("PATCH", "/v1/orders", false, 30));

        assertThat(verdict.outcome()).isInstanceOf(Outcome.Fail.class);
        assertThat(verdict.disposition()).isInstanceOf(Disposition.Baselined.class);
        assertThat(verdict.explanation().notes()).anyMatch(note -> note.contains("accepted old debt"));
        assertThat(more.disposition()).isInstanceOf(Disposition.None.class);
    }

    @Test
    void message_says_what_the_label_of_the_condition_asks_for_and_the_fingerprint_does_not() {
        Condition.EveryMust must = (Condition.EveryMust) SECURED.condition();
        Item labelled = Ir.item(
                "secured",
                "Secured",
                null,
                new Condition.EveryMust("nobody comes in without a key", must.pattern(), must.must(), must.place()),
                SECURED.fails(),
                null);

        assertThat(messages(SECURED)).allMatch(message -> message.endsWith(" is open"));
        assertThat(messages(labelled))
                .allMatch(message -> message.endsWith(" is open; asked for: nobody comes in without a key"));
        assertThat(prints(labelled, PUT)).isEqualTo(prints(SECURED, PUT));
    }

    private static List<String> messages(Item item) {
        List<String> messages = verdict(item, PUT).explanation().findings().stream()
                .map(Finding::message)
                .toList();
        assertThat(messages).isNotEmpty();
        return messages;
    }

    private static List<String> prints(Item item, Fact... facts) {
        return verdict(item, facts).explanation().findings().stream()
                .map(Finding::fingerprint)
                .toList();
    }

    private static Verdict verdict(Item item, Fact... facts) {
        Fact[] all = java.util.Arrays.copyOf(facts, facts.length + 1);
        all[facts.length] = Given.complete("ApiOperation");
        return Assay.with(Ir.pack(item))
                .assess(Given.snapshot(all))
                .verdict(item.id(), Given.OWNER)
                .orElseThrow();
    }
}
