package io.github.assaymark.core.judge;

import static io.github.assaymark.core.judge.Make.NOW;
import static io.github.assaymark.core.judge.Make.coverage;
import static io.github.assaymark.core.judge.Make.item;
import static io.github.assaymark.core.judge.Make.pack;
import static io.github.assaymark.core.judge.Make.probes;
import static io.github.assaymark.core.judge.Make.waiver;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.assaymark.core.plain.PlainMatcher;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.FactDelta;
import io.github.assaymark.model.Now;
import io.github.assaymark.model.Phase;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.Severity;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.fact.BaselineEntry;
import io.github.assaymark.model.fact.Decision;
import io.github.assaymark.model.rule.Checklist.WaiverPolicy;
import io.github.assaymark.model.rule.Condition;
import io.github.assaymark.model.rule.Item;
import io.github.assaymark.model.rule.Pack;
import io.github.assaymark.model.verdict.Assessment;
import io.github.assaymark.model.verdict.Disposition;
import io.github.assaymark.model.verdict.Explanation;
import io.github.assaymark.model.verdict.Gate;
import io.github.assaymark.model.verdict.Notice;
import io.github.assaymark.model.verdict.SubjectRef;
import io.github.assaymark.model.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DispositionTest {
    private static final String ID = "test.list.s.only";
    private static final Fact PROBED = coverage("Probe", "svc", Coverage.Status.COMPLETE);
    private static final Condition FAILS = Make.some(probes());
    private static final Instant LATER = NOW.plusSeconds(1);

    @ParameterizedTest
    @EnumSource(
            value = WaiverPolicy.class,
            names = {"ALLOWED", "SHOWN"})
    void a_valid_waiver_opens_the_gate_and_leaves_the_failure_standing(WaiverPolicy policy) {
        Assessment assessment = assess(pack(policy, List.of(), item(ID, FAILS)), PROBED, waiver(ID, "svc", LATER));
        Verdict verdict = assessment.verdicts().get(0);

        assertThat(Make.word(verdict.outcome())).isEqualTo("FAIL");
        assertThat(verdict.disposition())
                .isEqualTo(
                        new Disposition.Waived("@kim", "reason", "T-1", LATER, Provenance.File.whole("waivers.yaml")));
        assertThat(assessment.gate().decision()).isEqualTo(Gate.Decision.PASSES);
        assertThat(assessment.notices()).isEmpty();
    }

    @Test
    void a_waiver_ends_at_its_exact_instant() {
        Assessment assessment = assess(pack(item(ID, FAILS)), PROBED, waiver(ID, "*", NOW));

        assertThat(assessment.verdicts().get(0).disposition()).isEqualTo(new Disposition.None());
        assertThat(assessment.gate().decision()).isEqualTo(Gate.Decision.FAILS);
        assertThat(assessment.notices())
                .extracting(Notice::kind, Notice::message)
                .containsExactly(
                        tuple(Notice.Kind.WAIVER_EXPIRED, "waiver of `" + ID + "` for every subject ended at " + NOW));
        assertThat(assess(pack(item(ID, FAILS)), PROBED, waiver(ID, "*", NOW.plusNanos(1)))
                        .gate()
                        .decision())
                .isEqualTo(Gate.Decision.PASSES);
    }

    @Test
    void a_waiver_a_checklist_forbids_has_no_effect_but_a_notice() {
        Assessment assessment =
                assess(pack(WaiverPolicy.FORBIDDEN, List.of(), item(ID, FAILS)), PROBED, waiver(ID, "svc", LATER));

        assertThat(assessment.verdicts().get(0).disposition()).isEqualTo(new Disposition.None());
        assertThat(assessment.gate().decision()).isEqualTo(Gate.Decision.FAILS);
        assertThat(assessment.notices()).extracting(Notice::kind).containsExactly(Notice.Kind.WAIVER_FORBIDDEN);
    }

    @Test
    void a_waived_unknown_still_keeps_the_gate_from_passing() {
        Assessment assessment = assess(pack(item(ID, FAILS)), waiver(ID, "svc", LATER));

        assertThat(Make.word(assessment.verdicts().get(0).outcome())).isEqualTo("NOT_OBSERVED");
        assertThat(assessment.verdicts().get(0).disposition()).isInstanceOf(Disposition.Waived.class);
        assertThat(assessment.gate().decision()).isEqualTo(Gate.Decision.UNKNOWN);
    }

    @Test
    void a_waiver_of_a_former_id_counts() {
        Assessment assessment =
                assess(pack(item(ID, FAILS).formerly("old.id")), PROBED, waiver("old.id", "svc", LATER));

        assertThat(assessment.gate().decision()).isEqualTo(Gate.Decision.PASSES);
        assertThat(assessment.notices()).isEmpty();
    }

    @Test
    void waivers_and_attestations_that_do_nothing_are_noticed() {
        Fact unknownSubject = waiver(ID, "other", LATER);
        Assessment assessment = assess(
                pack(item(ID, Make.some(probes()))),
                Probe.of("p", "svc"),
                waiver(ID, "svc", LATER),
                waiver("test.no.such", "svc", LATER),
                unknownSubject,
                Make.attestation(ID, "@kim", Decision.CONFIRMED, NOW),
                Make.attestation("test.no.such", "@kim", Decision.CONFIRMED, NOW));

        assertThat(assessment.notices())
                .extracting(Notice::message)
                .containsExactly(
                        "waiver of `" + ID + "` for `other` names an unknown subject",
                        "waiver of `" + ID + "` for `svc` excuses nothing: the item does not fail",
                        "waiver of `test.no.such` for `svc` names an unknown item",
                        "attestation of `" + ID + "` for `svc` by @kim has no effect: the item asks for none",
                        "attestation of `test.no.such` for `svc` by @kim names an unknown item");
    }

    @Test
    void attestations_that_a_condition_reads_like_other_facts_are_not_idle() {
        Assessment assessment = assess(
                pack(item(ID, Make.some(Make.anywhere(Make.pattern("Attestation"))))),
                Probe.of("p", "svc"),
                Make.attestation(ID, "@kim", Decision.CONFIRMED, NOW));

        assertThat(assessment.notices()).isEmpty();
    }

    @Test
    void what_speaks_of_packs_that_are_not_judged_is_told_once_for_each_pack() {
        Assessment assessment = assess(
                pack(item(ID, FAILS)),
                waiver("other.a", "svc", LATER),
                Make.attestation("other.b", "@kim", Decision.CONFIRMED, NOW),
                waiver("third.c", "svc", LATER));

        assertThat(assessment.notices())
                .extracting(Notice::message)
                .containsExactly(
                        "2 waivers and attestations are for the pack `other`, which is not judged here",
                        "waiver of `third.c` for `svc` is for the pack `third`, which is not judged here");
    }

    @Test
    void an_expired_attestation_is_noticed() {
        Condition attested =
                new Condition.Attested(null, null, Duration.ofDays(1), false, null, Make.number(1), Make.PLACE);
        Assessment assessment = assess(
                pack(item(ID, attested)),
                Make.attestation(ID, "@kim", Decision.CONFIRMED, NOW.minus(Duration.ofDays(2))));

        assertThat(assessment.notices()).extracting(Notice::kind).containsExactly(Notice.Kind.ATTESTATION_EXPIRED);
    }

    @Test
    void an_item_that_is_not_yet_effective_is_shown_but_not_in_the_gate() {
        Assessment before = assess(pack(item(ID, FAILS).effectiveFrom(LATER)), PROBED);
        Assessment after = assess(pack(item(ID, FAILS).effectiveFrom(NOW)), PROBED);

        assertThat(before.verdicts().get(0).disposition()).isEqualTo(new Disposition.NotYetEffective(LATER));
        assertThat(Make.word(before.verdicts().get(0).outcome())).isEqualTo("FAIL");
        assertThat(before.gate().decision()).isEqualTo(Gate.Decision.PASSES);
        assertThat(after.gate().decision()).isEqualTo(Gate.Decision.FAILS);
    }

    @Test
    void only_blockers_that_are_rolled_out_are_in_the_gate() {
        for (Item.Rollout rollout : List.of(Item.Rollout.DRAFT, Item.Rollout.WARN))
            assertThat(assess(pack(item(ID, FAILS).rollout(rollout)), PROBED)
                            .gate()
                            .decision())
                    .isEqualTo(Gate.Decision.PASSES);
        for (Severity severity : List.of(Severity.MAJOR, Severity.MINOR, Severity.INFO))
            assertThat(assess(pack(item(ID, FAILS).severity(severity)), PROBED)
                            .gate()
                            .decision())
                    .isEqualTo(Gate.Decision.PASSES);
    }

    @Test
    void the_gate_tells_errors_before_failures_before_unknowns() {
        Condition error = Make.count(Condition.Quantity.AT_LEAST, -1, probes());
        Condition unknown = Make.some(Make.pattern("Partner"));
        Make.ItemMaker fails = item("t.l.s.fails", FAILS);
        Make.ItemMaker open = item("t.l.s.open", unknown);
        Make.ItemMaker errs = item("t.l.s.errs", error);
        Make.ItemMaker late = item("t.l.s.late", FAILS).phase(Phase.AFTER_GA);

        Gate all = assess(pack(open, fails, errs), PROBED).gate();
        assertThat(all.decision()).isEqualTo(Gate.Decision.ERROR);
        assertThat(all.standing())
                .extracting(v -> v.item().id())
                .containsExactly("t.l.s.open", "t.l.s.fails", "t.l.s.errs");
        assertThat(assess(pack(open, fails), PROBED).gate().decision()).isEqualTo(Gate.Decision.FAILS);
        assertThat(assess(pack(open), PROBED).gate().decision()).isEqualTo(Gate.Decision.UNKNOWN);
        Session early = Make.open(pack(late), snapshot(PROBED), Phase.PRE_MERGE);
        assertThat(early.assessment().gate().decision()).isEqualTo(Gate.Decision.PASSES);
    }

    @Test
    void a_failure_is_baselined_when_all_its_findings_are_old_and_the_gate_stays_shut() {
        Pack pack = pack(item(ID, FAILS));
        assertThat(baselined(pack, Set.of("f1", "f2"), "f1", "f2")).isInstanceOf(Disposition.Baselined.class);
        assertThat(baselined(pack, Set.of("f1", "f2"), "f1")).isEqualTo(new Disposition.None());
        assertThat(baselined(pack, Set.of(), "f1")).isEqualTo(new Disposition.None());
    }

    private static Disposition baselined(Pack pack, Set<String> found, String... accepted) {
        Explainer explainer = new Explainer() {
            @Override
            public Explanation explain(Bench bench, Verdict verdict) {
                return new BriefExplainer().explain(bench, verdict);
            }

            @Override
            public Set<String> fingerprints(Bench bench, Item item, SubjectRef subject) {
                return found;
            }
        };
        List<Fact> entries = new ArrayList<>(List.of(PROBED));
        for (String print : accepted)
            entries.add(new BaselineEntry(print, "", Provenance.File.whole("baseline"), ID, "svc", print));
        Session session = new Session(
                Ruleset.of(List.of(pack), Make.CATALOGUE),
                snapshot(),
                Phase.AFTER_GA,
                (plans, store, env) -> new PlainMatcher(plans, store, env, Make.CATALOGUE),
                explainer);
        session.apply(new FactDelta(List.of(), entries));
        Assessment assessment = session.assessment();
        assertThat(assessment.gate().decision()).isEqualTo(Gate.Decision.FAILS);
        return assessment.verdicts().get(0).disposition();
    }

    private static Snapshot snapshot(Fact... facts) {
        List<Fact> all = new ArrayList<>(List.of(facts));
        all.add(Now.at(NOW));
        all.add(Make.service("svc"));
        return Snapshot.of(all);
    }

    private static Assessment assess(Pack pack, Fact... facts) {
        return Make.open(pack, snapshot(facts)).assessment();
    }
}
