package io.github.assaymark.core.judge;

import static io.github.assaymark.core.judge.Make.NOW;
import static io.github.assaymark.core.judge.Make.attestation;
import static io.github.assaymark.core.judge.Make.coverage;
import static io.github.assaymark.core.judge.Make.equal;
import static io.github.assaymark.core.judge.Make.item;
import static io.github.assaymark.core.judge.Make.own;
import static io.github.assaymark.core.judge.Make.pack;
import static io.github.assaymark.core.judge.Make.probes;
import static io.github.assaymark.core.judge.Make.qualified;
import static io.github.assaymark.core.judge.Make.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.assaymark.core.facts.ContentDigest;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.FactDelta;
import io.github.assaymark.model.Now;
import io.github.assaymark.model.Param;
import io.github.assaymark.model.Phase;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.Quantity;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.catalogue.ValueType;
import io.github.assaymark.model.fact.Attestation;
import io.github.assaymark.model.fact.Decision;
import io.github.assaymark.model.fact.PolicyValue;
import io.github.assaymark.model.rule.Checklist;
import io.github.assaymark.model.rule.Condition;
import io.github.assaymark.model.rule.Expr;
import io.github.assaymark.model.rule.Pack;
import io.github.assaymark.model.rule.PackException;
import io.github.assaymark.model.rule.ParamDecl;
import io.github.assaymark.model.rule.Pattern;
import io.github.assaymark.model.rule.Qualifiers;
import io.github.assaymark.model.verdict.Notice;
import io.github.assaymark.model.verdict.Outcome;
import io.github.assaymark.model.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OutcomeTest {
    private static final String ID = "test.list.s.only";
    private static final Fact READ = coverage("Attestation", "", Coverage.Status.COMPLETE);
    private static final Fact PROBED = coverage("Probe", "svc", Coverage.Status.COMPLETE);

    @Test
    void evidence_of_another_revision_is_no_evidence() {
        Pattern pattern = qualified(probes(), new Qualifiers(null, true, null, null, null, null));

        assertThat(Make.outcome(Make.some(pattern), Probe.of("p", "svc").sha("c0ffee")))
                .isEqualTo("PASS");
        assertThat(Make.outcome(Make.some(pattern), Probe.of("p", "svc").sha("bad")))
                .isEqualTo("WRONG_REVISION");
        assertThat(Make.outcome(Make.some(pattern), Probe.of("p", "svc"))).isEqualTo("WRONG_REVISION");
    }

    @Test
    void qualifiers_are_tested_in_their_order() {
        Qualifiers all = new Qualifiers(
                own("Probe", "unsure"), true, own("Probe", "waiting"), Duration.ofDays(2), Duration.ofDays(1), null);
        Condition some = Make.some(qualified(probes(), all));
        Probe old = Probe.of("p", "svc").at(NOW.minus(Duration.ofHours(49)));

        assertThat(Make.outcome(some, old.waits().unsure(true))).isEqualTo("UNRESOLVED");
        assertThat(Make.outcome(some, old.waits())).isEqualTo("WRONG_REVISION");
        assertThat(Make.outcome(some, old.sha("c0ffee").waits())).isEqualTo("AWAITING_ATTESTATION");
        assertThat(Make.outcome(some, old.sha("c0ffee"))).isEqualTo("STALE");
        assertThat(Make.outcome(some, old.sha("c0ffee").at(NOW.minus(Duration.ofDays(2)))))
                .isEqualTo("PASS");
        assertThat(Make.outcome(some, old.sha("c0ffee").at(NOW.minus(Duration.ofDays(1)))))
                .isEqualTo("PASS");
        assertThat(Make.outcome(some, old.sha("c0ffee").at(NOW.minus(Duration.ofHours(23)))))
                .isEqualTo("PENDING");
        assertThat(Make.outcome(some, Probe.of("p", "svc").sha("c0ffee"))).isEqualTo("STALE");
    }

    @Test
    void absence_from_exported_state_counts_only_while_that_is_fresh() {
        Pattern fresh = qualified(probes(), new Qualifiers(null, false, null, Duration.ofHours(24), null, null));
        Instant lately = NOW.minus(Duration.ofHours(24));
        Instant before = lately.minusMillis(1);

        assertThat(exported(Make.some(fresh), lately)).isEqualTo("FAIL");
        assertThat(exported(Make.some(fresh), before)).isEqualTo("STALE");
        assertThat(exported(Make.no(fresh), lately)).isEqualTo("PASS");
        assertThat(exported(Make.no(fresh), before)).isEqualTo("STALE");
        assertThat(exported(Make.no(probes()), before)).isEqualTo("PASS");
    }

    @Test
    void coverage_that_is_limited_to_values_speaks_only_of_facts_that_may_have_them() {
        Coverage some = Coverage.of("one", "Probe", "svc", 1, 0, "", List.of()).limitedTo(List.of("kind=a,b"));
        Coverage rest = Coverage.missing("two", "Probe", "svc", Coverage.Status.DENIED, null)
                .limitedTo(List.of("kind!=a,b"));

        assertThat(Make.outcome(Make.no(probes()), some)).isEqualTo("PASS");
        assertThat(Make.outcome(Make.no(probes()), some, rest)).isEqualTo("PASS");
        assertThat(Make.outcome(Make.no(probes()), rest)).isEqualTo("NOT_OBSERVED");
        assertThat(Make.outcome(Make.no(Make.pattern("Probe")), some, rest)).isEqualTo("DENIED");
        assertThat(Make.outcome(Make.no(Make.pattern("Probe", equal(own("Probe", "kind"), text("c")))), some, rest))
                .isEqualTo("DENIED");
        assertThat(Make.outcome(
                        Make.no(Make.pattern(
                                "Probe", Make.compare(Expr.Comparison.NOT_EQUAL, own("Probe", "kind"), text("c")))),
                        some,
                        rest))
                .isEqualTo("DENIED");
    }

    @Test
    void limited_coverage_that_changes_turns_the_items_that_rest_on_it() {
        Coverage denied = Coverage.missing("one", "Probe", "svc", Coverage.Status.DENIED, null)
                .limitedTo(List.of("kind=a"));
        Coverage other = Coverage.missing("one", "Probe", "svc", Coverage.Status.DENIED, null)
                .limitedTo(List.of("kind=b"));
        Session session = Make.open(
                pack(item(ID, Make.no(probes()))),
                Snapshot.of(List.of(Now.at(NOW), Make.service("svc"), denied, other)));
        assertThat(only(session).outcome()).isEqualTo(new Outcome.Unknown(Outcome.Reason.DENIED));

        session.apply(new FactDelta(
                List.of(denied),
                List.of(Coverage.of("one", "Probe", "svc", 1, 0, "", List.of()).limitedTo(List.of("kind=a")))));
        assertThat(only(session).outcome()).isEqualTo(new Outcome.Pass());
    }

    @Test
    void exported_state_that_is_collected_again_turns_stale_absence() {
        Pattern fresh = qualified(probes(), new Qualifiers(null, false, null, Duration.ofHours(24), null, null));
        Coverage old = exported(NOW.minus(Duration.ofDays(2)));
        Session session =
                Make.open(pack(item(ID, Make.no(fresh))), Snapshot.of(List.of(Now.at(NOW), Make.service("svc"), old)));
        assertThat(only(session).outcome()).isEqualTo(new Outcome.Unknown(Outcome.Reason.STALE));

        session.apply(new FactDelta(List.of(old), List.of(exported(NOW.minus(Duration.ofHours(1))))));
        assertThat(only(session).outcome()).isEqualTo(new Outcome.Pass());
    }

    private static String exported(Condition condition, Instant observedAt) {
        return Make.outcome(condition, exported(observedAt));
    }

    private static Coverage exported(Instant observedAt) {
        return Coverage.of("export", "Probe", "svc", 1, 0, "a.json", List.of())
                .from(new Provenance.Export("state", "a.json", "00", "", "aws", observedAt));
    }

    @Test
    void a_pending_item_names_the_moment_it_can_turn() {
        Instant began = NOW.minus(Duration.ofHours(21));
        Pattern settled = qualified(probes(), new Qualifiers(null, false, null, null, Duration.ofDays(1), null));
        Session session = Make.open(
                pack(item(ID, Make.some(settled))),
                Snapshot.of(List.of(
                        Now.at(NOW), Make.service("svc"), Probe.of("p", "svc").at(began))));

        assertThat(only(session).outcome()).isEqualTo(new Outcome.Pending(began, NOW.plus(Duration.ofHours(3))));
    }

    @Test
    void nobody_attested_is_never_a_no() {
        assertThat(Make.outcome(attested(1, false, null))).isEqualTo("NOT_OBSERVED");
        assertThat(Make.outcome(attested(1, false, null), READ)).isEqualTo("AWAITING_ATTESTATION");
    }

    @Test
    void enough_different_persons_of_the_role_must_confirm() {
        Fact kim = attestation(ID, "@kim", Decision.CONFIRMED, NOW);
        Fact kimAgain = attestation(ID, "@kim", Decision.CONFIRMED, NOW.minusSeconds(5));
        Fact lee = attestation(ID, "@lee", Decision.CONFIRMED, NOW);

        assertThat(Make.outcome(attested(1, false, null), READ, kim)).isEqualTo("PASS");
        assertThat(Make.outcome(attested(2, false, null), READ, kim, kimAgain)).isEqualTo("AWAITING_ATTESTATION");
        assertThat(Make.outcome(attested(2, false, null), READ, kim, lee)).isEqualTo("PASS");
        Condition legal =
                new Condition.Attested(null, Make.list("legal"), null, false, null, Make.number(1), Make.PLACE);
        assertThat(Make.outcome(legal, READ, kim)).isEqualTo("AWAITING_ATTESTATION");
    }

    @Test
    void a_rejection_fails_the_item_whoever_confirms() {
        assertThat(Make.outcome(
                        attested(1, false, null),
                        attestation(ID, "@kim", Decision.CONFIRMED, NOW),
                        attestation(ID, "@lee", Decision.REJECTED, NOW)))
                .isEqualTo("FAIL");
    }

    @Test
    void attestations_expire_by_age_and_at_their_own_instant() {
        Condition within =
                new Condition.Attested(null, null, Duration.ofDays(365), false, null, Make.number(1), Make.PLACE);

        assertThat(Make.outcome(within, attestation(ID, "@kim", Decision.CONFIRMED, NOW.minus(Duration.ofDays(365)))))
                .isEqualTo("PASS");
        assertThat(Make.outcome(
                        within,
                        attestation(
                                ID,
                                "@kim",
                                Decision.CONFIRMED,
                                NOW.minus(Duration.ofDays(365)).minusNanos(1))))
                .isEqualTo("STALE");
        assertThat(Make.outcome(within, with(null, null, NOW))).isEqualTo("STALE");
        assertThat(Make.outcome(within, with(null, null, NOW.plusNanos(1)))).isEqualTo("PASS");
        assertThat(Make.outcome(within, READ, attestation(ID, "@kim", Decision.CONFIRMED, NOW.plusSeconds(1))))
                .as("from the future")
                .isEqualTo("AWAITING_ATTESTATION");
    }

    @Test
    void an_attestation_of_the_revision_speaks_of_no_other() {
        assertThat(Make.outcome(attested(1, true, null), with("c0ffee", null, null)))
                .isEqualTo("PASS");
        assertThat(Make.outcome(attested(1, true, null), with("bad", null, null)))
                .isEqualTo("WRONG_REVISION");
        assertThat(Make.outcome(attested(1, true, null), with(null, null, null)))
                .isEqualTo("WRONG_REVISION");
    }

    @Test
    void an_attestation_bound_to_content_speaks_of_no_other() {
        Probe text = Probe.of("text", "svc");
        String digest = ContentDigest.of(List.of(text), Make.CATALOGUE);
        Condition bound = attested(1, false, probes());

        assertThat(digest).startsWith("sha256:").hasSize(71);
        assertThat(Make.outcome(bound, PROBED, text, with(null, digest, null))).isEqualTo("PASS");
        assertThat(Make.outcome(bound, PROBED, text.link("changed"), with(null, digest, null)))
                .isEqualTo("WRONG_REVISION");
        assertThat(Make.outcome(bound, PROBED, text, Probe.of("more", "svc"), with(null, digest, null)))
                .isEqualTo("WRONG_REVISION");
        assertThat(Make.outcome(bound, text, with(null, digest, null))).isEqualTo("NOT_OBSERVED");
        assertThat(Make.outcome(bound, PROBED, with(null, digest, null)))
                .as("nothing to attest")
                .isEqualTo("NOT_OBSERVED");
    }

    @Test
    void a_digest_does_not_depend_on_order_or_place_but_on_every_value() {
        Probe a = Probe.of("a", "svc");
        Probe b = Probe.of("b", "svc");

        assertThat(ContentDigest.of(List.of(a, b), Make.CATALOGUE))
                .isEqualTo(ContentDigest.of(List.of(b, a), Make.CATALOGUE))
                .isNotEqualTo(ContentDigest.of(List.of(a, b.kind("z")), Make.CATALOGUE))
                .isNotEqualTo(ContentDigest.of(List.of(a), Make.CATALOGUE));
        assertThat(ContentDigest.of(List.of(a.sha("1")), Make.CATALOGUE))
                .as("another commit of the same content")
                .isEqualTo(ContentDigest.of(List.of(a.sha("2")), Make.CATALOGUE));
    }

    @ParameterizedTest
    @CsvSource({
        "TEXT, brand, PASS",
        "INTEGER, 12, PASS",
        "BOOLEAN, true, PASS",
        "DURATION, PT24H, PASS",
        "DURATION, 24.hours, PASS",
        "INTEGER, twelve, PARAMETER_UNSET",
        "BOOLEAN, yes, PARAMETER_UNSET",
        "DURATION, 24, PARAMETER_UNSET"
    })
    void a_parameter_of_the_wrong_type_is_unset_even_with_a_default(String kind, String value, String expected) {
        ValueType type = new ValueType(ValueType.Kind.valueOf(kind), null, List.of());
        Expr isSet =
                Make.compare(Expr.Comparison.NOT_EQUAL, Make.param("p", type), new Expr.Const(null, type, Make.PLACE));
        Pack pack = pack(
                Checklist.WaiverPolicy.ALLOWED,
                List.of(new ParamDecl("p", type, List.of(defaultOf(type)), "", Make.PLACE)),
                item(ID, Make.some(Make.pattern("Probe", isSet))));

        assertThat(Make.outcome(pack, Probe.of("p", "svc"), Param.of("p", value)))
                .isEqualTo(expected);
        assertThat(Make.outcome(pack, Probe.of("p", "svc"))).as("the default").isEqualTo("PASS");
    }

    @Test
    void a_wrong_parameter_is_noticed() {
        Pack pack = pack(
                Checklist.WaiverPolicy.ALLOWED,
                List.of(new ParamDecl("days", ValueType.INTEGER, null, "", Make.PLACE)),
                item(ID, Make.some(probes())));
        Session session = Make.open(
                pack,
                Snapshot.of(
                        List.of(Now.at(NOW), Make.service("svc"), Param.of("days", "many"), Param.of("dais", "3"))));

        assertThat(session.assessment().notices())
                .extracting(Notice::kind, Notice::message)
                .containsExactly(
                        tuple(Notice.Kind.PARAMETER_WRONG, "parameter `dais` is declared by no checklist"),
                        tuple(
                                Notice.Kind.PARAMETER_WRONG,
                                "parameter `days` has the value [many], which is no integer; it stays unset"));
    }

    @Test
    void a_parameter_given_twice_is_unset_and_noticed() {
        Pack pack = pack(
                Checklist.WaiverPolicy.ALLOWED,
                List.of(new ParamDecl("days", ValueType.INTEGER, List.of("1"), "", Make.PLACE)),
                item(ID, Make.count(Condition.Quantity.AT_LEAST, 1, probes())));
        Session session = Make.open(
                pack,
                Snapshot.of(List.of(Now.at(NOW), Make.service("svc"), Param.of("days", "1"), Param.of("days", "2"))));

        assertThat(session.world().environment().isSet("days")).isFalse();
        assertThat(session.assessment().notices())
                .extracting(Notice::message)
                .containsExactly("parameter `days` is given 2 times; it stays unset");
    }

    @Test
    void packs_that_declare_a_parameter_differently_are_refused() {
        Pack one = pack(
                Checklist.WaiverPolicy.ALLOWED,
                List.of(
                        new ParamDecl("days", ValueType.INTEGER, List.of("1"), "", Make.PLACE),
                        new ParamDecl("days", ValueType.INTEGER, List.of("2"), "", Make.PLACE)));

        assertThatThrownBy(() -> Ruleset.of(List.of(one), Make.CATALOGUE))
                .isInstanceOf(PackException.class)
                .hasMessageContaining("parameter `days` is declared otherwise at test.groovy:1:1")
                .hasMessageContaining("Maybe");
    }

    @Test
    void elements_of_parameters_are_the_engines_to_make() {
        Pack pack = pack(item(ID, Make.some(probes())));
        Fact given = new PolicyValue("docs#0", "", Provenance.File.whole("x"), "docs", 0, "a");

        assertThatThrownBy(() -> Make.open(pack, Snapshot.of(List.of(Now.at(NOW), given))))
                .hasMessageContaining("PolicyValue facts are made by the engine")
                .hasMessageContaining("Maybe");
        Session session = Make.open(pack, Snapshot.of(List.of(Now.at(NOW))));
        assertThatThrownBy(() -> session.apply(new FactDelta(List.of(), List.of(given))))
                .hasMessageContaining("PolicyValue facts are made by the engine");
    }

    @Test
    void counts_and_quorums_that_demand_nothing_sensible_are_errors_that_say_so() {
        assertThat(error(Make.count(Condition.Quantity.AT_LEAST, -1, probes())))
                .startsWith("test.groovy:1:1: a count of -1 is wanted")
                .contains("Maybe");
        assertThat(error(attested(0, false, null)))
                .startsWith("test.groovy:1:1: the quorum must be at least 1")
                .contains("Maybe");
    }

    @Test
    void a_qualifier_needs_its_property() {
        Pattern fresh =
                qualified(Make.pattern("Partner"), new Qualifiers(null, false, null, Duration.ofDays(1), null, null));

        assertThatThrownBy(() -> Make.outcome(Make.some(fresh)))
                .isInstanceOf(PackException.class)
                .hasMessageContaining("test.groovy:1:1: Partner has no property `at`")
                .hasMessageContaining("Maybe");
    }

    @Test
    void elements_of_a_parameter_are_facts_and_unset_ones_are_unknown() {
        Pattern values = Make.pattern("PolicyValue", Make.equal(own("PolicyValue", "name"), Make.text("docs")));
        Condition every = Make.everyMust(values, Make.equal(own("PolicyValue", "value"), Make.text("a")));
        Pack pack = pack(
                Checklist.WaiverPolicy.ALLOWED,
                List.of(new ParamDecl("docs", ValueType.TEXT_LIST, null, "", Make.PLACE)),
                item(ID, every));

        assertThat(Make.outcome(pack)).isEqualTo("PARAMETER_UNSET");
        assertThat(Make.outcome(pack, Param.of("docs"))).isEqualTo("NOT_APPLICABLE");
        assertThat(Make.outcome(pack, Param.of("docs", "a"))).isEqualTo("PASS");
        assertThat(Make.outcome(pack, Param.of("docs", "a", "b"))).isEqualTo("FAIL");
    }

    @Test
    void an_item_applies_only_when_its_condition_is_true() {
        Condition some = Make.some(probes());
        Pack pack = pack(item(ID, Make.no(probes())).appliesIf(some));

        assertThat(Make.outcome(pack, PROBED)).isEqualTo("NOT_APPLICABLE");
        assertThat(Make.outcome(pack)).isEqualTo("NOT_OBSERVED");
        assertThat(Make.outcome(pack, Probe.of("p", "svc"))).isEqualTo("FAIL");
        Pack vacuous = pack(item(ID, some).appliesIf(Make.everyMust(probes(), own("Probe", "ok"))));
        assertThat(Make.outcome(vacuous, PROBED)).isEqualTo("NOT_APPLICABLE");
    }

    @ParameterizedTest
    @EnumSource(Coverage.Status.class)
    void without_a_subject_only_a_complete_search_makes_it_not_applicable(Coverage.Status status) {
        Snapshot snapshot = Snapshot.of(List.of(Now.at(NOW), coverage("Service", "", status)));
        Verdict verdict = only(Make.open(pack(item(ID, Make.some(probes()))), snapshot));

        assertThat(verdict.subject().key()).isEqualTo("*");
        assertThat(verdict.outcome().kind())
                .isEqualTo(status == Coverage.Status.COMPLETE ? Outcome.Kind.NOT_APPLICABLE : Outcome.Kind.UNKNOWN);
        assertThat(verdict.explanation().headline()).contains("Title of " + ID);
    }

    @Test
    void an_item_of_a_later_phase_is_pending() {
        Snapshot snapshot = Snapshot.of(List.of(Now.at(NOW), Make.service("svc"), Probe.of("p", "svc")));
        Pack pack = pack(item(ID, Make.some(probes())).phase(Phase.PROMOTION));

        assertThat(only(Make.open(pack, snapshot, Phase.PRE_PROMOTION)).outcome())
                .isEqualTo(new Outcome.Pending(null, null));
        assertThat(only(Make.open(pack, snapshot, Phase.PROMOTION)).outcome()).isEqualTo(new Outcome.Pass());
    }

    @Test
    void quantities_of_different_dimensions_are_an_error_and_never_a_pass() {
        Expr big = Make.compare(
                Expr.Comparison.GREATER,
                own("Probe", "size"),
                new Expr.Const(Quantity.of(1, Quantity.Unit.SECONDS), ValueType.QUANTITY, Make.PLACE));
        Probe bytes = Probe.of("p", "svc").size(Quantity.of(1, Quantity.Unit.BYTES));
        Probe slow = Probe.of("q", "svc").size(Quantity.of(2, Quantity.Unit.SECONDS));

        assertThat(Make.outcome(Make.some(Make.pattern("Probe", big)), slow)).isEqualTo("PASS");
        assertThat(Make.outcome(Make.some(Make.pattern("Probe", big)), slow, bytes))
                .isEqualTo("ERROR");
        assertThat(Make.outcome(Make.any(Make.some(probes()), Make.some(Make.pattern("Probe", big))), slow, bytes))
                .isEqualTo("ERROR");
    }

    @Test
    void verdicts_about_verdicts() {
        Condition pass = Make.some(probes());
        Condition fail = Make.some(Make.pattern("Probe", own("Probe", "waiting")));
        Condition unknown = Make.some(Make.anywhere(Make.pattern("Partner")));
        Condition vacuous = Make.everyMust(
                Make.pattern("Probe", Make.equal(own("Probe", "kind"), Make.text("z"))), own("Probe", "ok"));
        assertThat(about(pass, pass)).isEqualTo("PASS");
        assertThat(about(pass, fail)).isEqualTo("FAIL");
        assertThat(about(fail, unknown)).isEqualTo("FAIL");
        assertThat(about(pass, unknown)).isEqualTo("NOT_OBSERVED");
        assertThat(about(vacuous, vacuous)).isEqualTo("NOT_APPLICABLE");
        assertThat(about(vacuous, pass)).isEqualTo("PASS");
        assertThat(Make.outcome(Make.verdictOf(false, "no.such.item.here"))).isEqualTo("NOT_OBSERVED");
    }

    @Test
    void verdicts_that_have_an_outcome_and_verdicts_none_of_which_has() {
        Condition pass = Make.some(probes());
        Condition fail = Make.some(Make.pattern("Probe", own("Probe", "waiting")));
        Condition unknown = Make.some(Make.anywhere(Make.pattern("Partner")));
        Condition vacuous = Make.everyMust(
                Make.pattern("Probe", Make.equal(own("Probe", "kind"), Make.text("z"))), own("Probe", "ok"));
        Set<Outcome.Kind> failing = EnumSet.of(Outcome.Kind.FAIL);
        Set<Outcome.Kind> notGreen = EnumSet.of(Outcome.Kind.FAIL, Outcome.Kind.UNKNOWN);
        assertThat(having(false, failing, pass, fail)).isEqualTo("PASS");
        assertThat(having(true, failing, pass, fail)).isEqualTo("FAIL");
        assertThat(having(false, failing, fail, unknown)).isEqualTo("PASS");
        assertThat(having(false, failing, pass, vacuous)).isEqualTo("FAIL");
        assertThat(having(true, failing, pass, vacuous)).isEqualTo("PASS");
        // what is open may still become one of those that are asked for, unless it is asked for itself
        assertThat(having(false, failing, pass, unknown)).isEqualTo("NOT_OBSERVED");
        assertThat(having(true, failing, pass, unknown)).isEqualTo("NOT_OBSERVED");
        assertThat(having(false, notGreen, pass, unknown)).isEqualTo("PASS");
        assertThat(having(true, notGreen, pass, unknown)).isEqualTo("FAIL");
        assertThat(having(true, notGreen, pass, pass)).isEqualTo("PASS");
        assertThat(Make.outcome(Make.having(true, failing, "no.such.item.here")))
                .isEqualTo("NOT_OBSERVED");
        assertThat(Make.outcome(Make.having(false, failing, "no.such.item.here")))
                .isEqualTo("NOT_OBSERVED");
    }

    @Test
    void a_waived_failure_counts_for_verdicts_only_when_asked() {
        Condition fail = Make.some(probes());
        Fact waiver = Make.waiver("t.l.s.b", "svc", NOW.plusSeconds(1));
        Pack counts = pack(item("t.l.s.a", Make.verdictOf(true, "t.l.s.b")), item("t.l.s.b", fail));
        Pack doesNot = pack(item("t.l.s.a", Make.verdictOf(false, "t.l.s.b")), item("t.l.s.b", fail));

        assertThat(Make.outcome(counts, PROBED, waiver)).isEqualTo("PASS");
        assertThat(Make.outcome(counts, PROBED)).isEqualTo("FAIL");
        assertThat(Make.outcome(doesNot, PROBED, waiver)).isEqualTo("FAIL");
    }

    @Test
    void packs_that_do_not_fit_are_refused_with_every_problem() {
        Condition unknown = Make.some(
                new Pattern("x", "Nothing", Pattern.Side.HEAD, false, List.of(), Qualifiers.NONE, Make.PLACE));
        Condition expr = Make.some(Make.pattern("Probe", new Expr.Matches(own("Probe", "kind"), "(?=x)", Make.PLACE)));
        Pack pack = pack(
                item("t.l.s.a", Make.verdictOf(false, "t.l.s.b")),
                item("t.l.s.b", Make.verdictOf(false, "t.l.s.a")),
                item("t.l.s.c", unknown),
                item("t.l.s.c", expr));

        assertThatThrownBy(() -> Ruleset.of(List.of(pack), Make.CATALOGUE))
                .isInstanceOf(PackException.class)
                .hasMessageContaining("no fact type Nothing")
                .hasMessageContaining("`(?=x)`")
                .hasMessageContaining("item id `t.l.s.c` is taken")
                .hasMessageContaining("depends on its own verdict: t.l.s.a -> t.l.s.b -> t.l.s.a")
                .hasMessageContaining("Maybe");
    }

    @Test
    void a_snapshot_without_a_moment_or_with_two_is_refused() {
        Pack pack = pack(item(ID, Make.some(probes())));

        assertThatThrownBy(() -> Make.open(pack, Snapshot.of(List.of())))
                .hasMessageContaining("exactly one Now fact, this one 0")
                .hasMessageContaining("Maybe");
        assertThatThrownBy(() -> Make.open(pack, Snapshot.of(List.of(Now.at(NOW), Now.at(NOW.plusSeconds(1))))))
                .hasMessageContaining("this one 2");
    }

    private static String having(boolean none, Set<Outcome.Kind> outcomes, Condition first, Condition second) {
        return Make.outcome(
                pack(
                        item("t.l.s.a", Make.having(none, outcomes, "t.l.s.b", "t.l.s.c")),
                        item("t.l.s.b", first),
                        item("t.l.s.c", second)),
                Probe.of("p", "svc"),
                PROBED);
    }

    private static String about(Condition first, Condition second) {
        return Make.outcome(
                pack(
                        item("t.l.s.a", Make.verdictOf(false, "t.l.s.b", "t.l.s.c")),
                        item("t.l.s.b", first),
                        item("t.l.s.c", second)),
                Probe.of("p", "svc"),
                PROBED);
    }

    private static Condition attested(int quorum, boolean revision, @Nullable Pattern bound) {
        return new Condition.Attested(
                null, Make.list("privacy"), null, revision, bound, Make.number(quorum), Make.PLACE);
    }

    private static Fact with(@Nullable String sha, @Nullable String digest, @Nullable Instant expires) {
        Attestation a = attestation(ID, "@kim", Decision.CONFIRMED, NOW.minusSeconds(60));
        return new Attestation(
                a.key(),
                a.owner(),
                a.provenance(),
                a.item(),
                a.subject(),
                a.by(),
                a.role(),
                a.decision(),
                a.at(),
                expires,
                sha,
                digest,
                null,
                List.of(),
                null);
    }

    private static String defaultOf(ValueType type) {
        return switch (type.kind()) {
            case INTEGER -> "1";
            case BOOLEAN -> "true";
            case DURATION -> "PT1H";
            default -> "text";
        };
    }

    private static String error(Condition condition) {
        Session session =
                Make.open(pack(item(ID, condition)), Snapshot.of(List.of(Now.at(NOW), Make.service("svc"), PROBED)));
        return ((Outcome.Errored) only(session).outcome()).message();
    }

    private static Verdict only(Session session) {
        List<Verdict> verdicts = session.assessment().verdicts();
        assertThat(verdicts).hasSize(1);
        return verdicts.get(0);
    }
}
