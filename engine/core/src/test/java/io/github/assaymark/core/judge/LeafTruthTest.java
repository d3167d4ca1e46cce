package io.github.assaymark.core.judge;

import static io.github.assaymark.core.judge.Make.own;
import static io.github.assaymark.core.judge.Make.partners;
import static io.github.assaymark.core.judge.Make.probes;
import static io.github.assaymark.core.judge.Make.unsure;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Now;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.rule.Condition;
import io.github.assaymark.model.rule.Condition.Quantity;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeafTruthTest {

    /** g: good, q: questionable, n: does not match, -: no fact. */
    @ParameterizedTest
    @CsvSource({
        "some, g, COMPLETE, PASS",
        "some, g, PARTIAL, PASS",
        "some, g, DENIED, PASS",
        "some, g, NOT_ATTEMPTED, PASS",
        "some, g, none, PASS",
        "some, gq, COMPLETE, PASS",
        "some, q, COMPLETE, UNRESOLVED",
        "some, q, PARTIAL, UNRESOLVED",
        "some, -, COMPLETE, FAIL",
        "some, n, COMPLETE, FAIL",
        "some, n, PARTIAL, PARTIAL",
        "some, -, DENIED, DENIED",
        "some, -, FAILED, NOT_OBSERVED",
        "some, -, NOT_ATTEMPTED, NOT_OBSERVED",
        "some, -, none, NOT_OBSERVED",
        "no, g, COMPLETE, FAIL",
        "no, g, none, FAIL",
        "no, gq, COMPLETE, FAIL",
        "no, q, COMPLETE, UNRESOLVED",
        "no, q, none, UNRESOLVED",
        "no, -, COMPLETE, PASS",
        "no, n, COMPLETE, PASS",
        "no, n, PARTIAL, PARTIAL",
        "no, -, DENIED, DENIED",
        "no, -, FAILED, NOT_OBSERVED",
        "no, -, NOT_ATTEMPTED, NOT_OBSERVED",
        "no, -, none, NOT_OBSERVED",
        "atLeast, gg, none, PASS",
        "atLeast, ggg, COMPLETE, PASS",
        "atLeast, gq, COMPLETE, UNRESOLVED",
        "atLeast, gq, PARTIAL, UNRESOLVED",
        "atLeast, g, COMPLETE, FAIL",
        "atLeast, q, COMPLETE, FAIL",
        "atLeast, g, PARTIAL, PARTIAL",
        "atLeast, q, PARTIAL, PARTIAL",
        "atLeast, -, none, NOT_OBSERVED",
        "atMost, ggg, none, FAIL",
        "atMost, ggq, COMPLETE, UNRESOLVED",
        "atMost, ggq, DENIED, UNRESOLVED",
        "atMost, gq, COMPLETE, PASS",
        "atMost, gg, COMPLETE, PASS",
        "atMost, g, PARTIAL, PARTIAL",
        "atMost, -, COMPLETE, PASS",
        "atMost, -, none, NOT_OBSERVED",
        "exactly, ggg, none, FAIL",
        "exactly, gg, COMPLETE, PASS",
        "exactly, gg, PARTIAL, PARTIAL",
        "exactly, ggq, COMPLETE, UNRESOLVED",
        "exactly, gq, COMPLETE, UNRESOLVED",
        "exactly, gq, DENIED, UNRESOLVED",
        "exactly, g, COMPLETE, FAIL",
        "exactly, q, COMPLETE, FAIL",
        "exactly, g, DENIED, DENIED",
        "exactly, -, none, NOT_OBSERVED",
        "every must, g, COMPLETE, PASS",
        "every must, g, PARTIAL, PARTIAL",
        "every must, gv, PARTIAL, FAIL",
        "every must, v, none, FAIL",
        "every must, gq, COMPLETE, UNRESOLVED",
        "every must, w, COMPLETE, UNRESOLVED",
        "every must, vw, COMPLETE, FAIL",
        "every must, n, COMPLETE, NOT_APPLICABLE",
        "every must, -, COMPLETE, NOT_APPLICABLE",
        "every must, -, DENIED, DENIED",
        "every must, -, none, NOT_OBSERVED"
    })
    void one_pattern(String leaf, String facts, String status, String expected) {
        List<Fact> all = new ArrayList<>(readProbes(facts));
        if (!status.equals("none")) all.add(Make.coverage("Probe", "svc", Coverage.Status.valueOf(status)));

        assertThat(Make.outcome(leaf(leaf), all.toArray(Fact[]::new))).isEqualTo(expected);
    }

    /** Candidates with their partners: p good, u questionable, - none. */
    @ParameterizedTest
    @CsvSource({
        "has, gp, COMPLETE, COMPLETE, PASS",
        "has, gp, PARTIAL, COMPLETE, PARTIAL",
        "has, gp, COMPLETE, none, PASS",
        "has, gp gp, COMPLETE, DENIED, PASS",
        "has, g-, COMPLETE, COMPLETE, FAIL",
        "has, g-, PARTIAL, COMPLETE, FAIL",
        "has, g-, COMPLETE, PARTIAL, PARTIAL",
        "has, g-, COMPLETE, none, NOT_OBSERVED",
        "has, gp g-, COMPLETE, COMPLETE, FAIL",
        "has, gu, COMPLETE, COMPLETE, UNRESOLVED",
        "has, gu g-, COMPLETE, COMPLETE, FAIL",
        "has, q-, COMPLETE, COMPLETE, UNRESOLVED",
        "has, qp gp, COMPLETE, COMPLETE, UNRESOLVED",
        "has, n-, COMPLETE, COMPLETE, NOT_APPLICABLE",
        "has, '', DENIED, COMPLETE, DENIED",
        "has, '', COMPLETE, none, NOT_APPLICABLE",
        "hasNo, g-, COMPLETE, COMPLETE, PASS",
        "hasNo, gp, none, none, FAIL",
        "hasNo, gp g-, COMPLETE, COMPLETE, FAIL",
        "hasNo, gu, COMPLETE, COMPLETE, UNRESOLVED",
        "hasNo, qp, COMPLETE, COMPLETE, UNRESOLVED",
        "hasNo, q-, COMPLETE, COMPLETE, UNRESOLVED",
        "hasNo, g-, PARTIAL, COMPLETE, PARTIAL",
        "hasNo, g-, COMPLETE, DENIED, DENIED",
        "hasNo, g-, COMPLETE, none, NOT_OBSERVED",
        "hasNo, n-, COMPLETE, none, NOT_APPLICABLE",
        "hasNo, '', none, COMPLETE, NOT_OBSERVED"
    })
    void two_patterns(String leaf, String facts, String candidates, String partners, String expected) {
        List<Fact> all = new ArrayList<>();
        for (String pair : facts.isEmpty() ? new String[0] : facts.split(" ", -1)) {
            Probe probe = probe(pair.charAt(0), all.size());
            all.add(probe);
            Partner partner = Partner.of("partner of " + probe.key(), "svc", probe.key());
            if (pair.charAt(1) == 'p') all.add(partner);
            if (pair.charAt(1) == 'u') all.add(partner.makeUnsure());
        }
        if (!candidates.equals("none")) all.add(Make.coverage("Probe", "svc", Coverage.Status.valueOf(candidates)));
        if (!partners.equals("none")) all.add(Make.coverage("Partner", "svc", Coverage.Status.valueOf(partners)));
        Condition condition = leaf.equals("has")
                ? Make.everyHas(unsure(probes()), unsure(partners()))
                : Make.everyHasNo(unsure(probes()), unsure(partners()));

        assertThat(Make.outcome(condition, all.toArray(Fact[]::new))).isEqualTo(expected);
        if (facts.indexOf('q') >= 0 || facts.indexOf('u') >= 0) return;

        Condition plain =
                leaf.equals("has") ? Make.everyHas(probes(), partners()) : Make.everyHasNo(probes(), partners());
        assertThat(Make.outcome(plain, all.toArray(Fact[]::new)))
                .as("without qualifiers")
                .isEqualTo(expected);
    }

    @Test
    void several_coverages_give_the_worst_for_us() {
        Condition condition = Make.no(probes());

        assertThat(Make.outcome(
                        condition,
                        Make.coverage("Probe", "svc", Coverage.Status.COMPLETE),
                        Coverage.missing("b", "Probe", "svc", Coverage.Status.DENIED, null)))
                .isEqualTo("DENIED");
        assertThat(Make.outcome(
                        condition,
                        Coverage.missing("b", "Probe", "svc", Coverage.Status.DENIED, null),
                        Coverage.missing("c", "Probe", "svc", Coverage.Status.FAILED, null)))
                .isEqualTo("NOT_OBSERVED");
    }

    @Test
    void a_pattern_sees_facts_and_coverage_of_its_owner_only_and_anywhere_all() {
        Fact elsewhere = Probe.of("x", "other");
        Fact[] facts = {
            elsewhere,
            Make.coverage("Probe", "svc", Coverage.Status.COMPLETE),
            Make.coverage("Probe", "other", Coverage.Status.PARTIAL)
        };

        assertThat(Make.outcome(Make.no(probes()), facts)).isEqualTo("PASS");
        assertThat(Make.outcome(Make.some(Make.anywhere(probes())), facts)).isEqualTo("PASS");
        assertThat(Make.outcome(
                        Make.no(Make.anywhere(Make.pattern("Probe", Make.equal(own("Probe", "kind"), Make.text("z"))))),
                        facts))
                .isEqualTo("PARTIAL");
    }

    @Test
    void base_facts_are_not_observed_without_a_base_revision() {
        Condition condition = Make.no(Make.base(probes()));
        Fact complete = Make.coverage("Probe", "svc", Coverage.Status.COMPLETE);
        assertThat(Make.outcome(condition, complete)).isEqualTo("NOT_OBSERVED");

        Snapshot head = Snapshot.of(List.of(Now.at(Make.NOW), Make.service("svc")));
        Snapshot both = head.comparedWith(Snapshot.of(List.of(complete)));
        assertThat(Make.word(Make.open(Make.pack(Make.item("a.b.c.d", condition)), both)
                        .assessment()
                        .verdicts()
                        .get(0)
                        .outcome()))
                .isEqualTo("PASS");
    }

    @Test
    void distinct_counts_values_and_a_value_is_good_when_a_good_fact_has_it() {
        Condition.Count count = (Condition.Count) Make.count(Quantity.EXACTLY, 2, unsure(probes()));
        Condition distinct = new Condition.Count(
                null, count.quantity(), count.number(), count.pattern(), own("Probe", "link"), Make.PLACE);

        assertThat(Make.outcome(
                        distinct,
                        Make.coverage("Probe", "svc", Coverage.Status.COMPLETE),
                        Probe.of("1", "svc").link("x"),
                        Probe.of("2", "svc").link("x"),
                        Probe.of("3", "svc").link("y"),
                        Probe.of("4", "svc").link("y").unsure(true),
                        Probe.of("5", "svc")))
                .isEqualTo("PASS");
        assertThat(Make.outcome(
                        distinct,
                        Make.coverage("Probe", "svc", Coverage.Status.COMPLETE),
                        Probe.of("1", "svc").link("x"),
                        Probe.of("4", "svc").link("y").unsure(true)))
                .isEqualTo("UNRESOLVED");
    }

    @Test
    void a_negative_count_is_an_error_that_says_so() {
        assertThat(Make.outcome(Make.count(Quantity.AT_LEAST, -1, probes()))).isEqualTo("ERROR");
    }

    private static Condition leaf(String name) {
        return switch (name) {
            case "some" -> Make.some(unsure(probes()));
            case "no" -> Make.no(unsure(probes()));
            case "atLeast" -> Make.count(Quantity.AT_LEAST, 2, unsure(probes()));
            case "atMost" -> Make.count(Quantity.AT_MOST, 2, unsure(probes()));
            case "exactly" -> Make.count(Quantity.EXACTLY, 2, unsure(probes()));
            case "every must" -> Make.everyMust(unsure(probes()), own("Probe", "ok"));
            default -> throw new AssertionError(name);
        };
    }

    private static List<Probe> readProbes(String code) {
        List<Probe> probes = new ArrayList<>();
        for (char letter : code.toCharArray()) if (letter != '-') probes.add(probe(letter, probes.size()));
        return probes;
    }

    private static Probe probe(char letter, int number) {
        Probe probe = Probe.of("p" + number, "svc");
        return switch (letter) {
            case 'g' -> probe;
            case 'q' -> probe.unsure(true);
            case 'n' -> probe.kind("other");
            case 'v' -> probe.wrong();
            case 'w' -> probe.wrong().unsure(true);
            default -> throw new AssertionError(letter);
        };
    }
}
