package io.github.assaymark.core.judge;

import static io.github.assaymark.core.judge.Make.NOW;
import static io.github.assaymark.core.judge.Make.item;
import static io.github.assaymark.core.judge.Make.pack;
import static io.github.assaymark.core.judge.Make.probes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.assaymark.core.link.MatchEngine;
import io.github.assaymark.core.plain.PlainMatcher;
import io.github.assaymark.core.rete.ReteEngines;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.FactDelta;
import io.github.assaymark.model.Now;
import io.github.assaymark.model.Phase;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.rule.Pack;
import io.github.assaymark.model.rule.Qualifiers;
import io.github.assaymark.model.verdict.Assessment;
import io.github.assaymark.model.verdict.Outcome;
import io.github.assaymark.model.verdict.Verdict;
import io.github.assaymark.model.verdict.VerdictChanges;
import io.github.assaymark.model.verdict.WhatIf;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveSessionTest {
    private static final MatchEngine.Factory PLAIN =
            (plans, store, env) -> new PlainMatcher(plans, store, env, Make.CATALOGUE);
    private static final MatchEngine.Factory RETE = new ReteEngines(Make.CATALOGUE, PLAIN);

    @ParameterizedTest
    @ValueSource(strings = {"plain", "rete"})
    void following_changes_gives_what_judging_anew_gives(String engine) {
        for (int seed = 0; seed < 25; seed++) {
            RandomWorld world = new RandomWorld(seed, 14);
            Ruleset rules = Ruleset.of(List.of(world.pack()), Make.CATALOGUE);
            Snapshot snapshot = world.snapshot(25);
            Session live = open(rules, snapshot, engine.equals("plain") ? PLAIN : RETE);
            for (int step = 0; step < 20; step++) {
                Assessment before = live.assessment();
                FactDelta tried = world.delta(snapshot);
                FactDelta delta = world.delta(snapshot);
                WhatIf whatIf = live.whatIf(tried);
                assertSame(live.assessment(), before);

                VerdictChanges changes = live.apply(delta);

                snapshot = changed(snapshot, delta);
                Assessment anew = open(rules, snapshot, PLAIN).assessment();
                Assessment after = live.assessment();
                String where = "seed " + seed + ", step " + step + ", " + delta;
                assertThat(after.verdicts()).as(where).isEqualTo(anew.verdicts());
                assertThat(after.notices()).as(where).isEqualTo(anew.notices());
                assertThat(after.gate().decision())
                        .as(where)
                        .isEqualTo(anew.gate().decision());
                assertThat(replayed(before, changes)).as(where).isEqualTo(byName(after));
                assertThat(whatIf.gate()).isNotNull();
            }
        }
    }

    @Test
    void what_if_tells_what_applying_does() {
        for (int seed = 0; seed < 30; seed++) {
            RandomWorld world = new RandomWorld(seed, 14);
            Snapshot snapshot = world.snapshot(25);
            Session live = open(Ruleset.of(List.of(world.pack()), Make.CATALOGUE), snapshot, RETE);
            FactDelta delta = world.delta(snapshot);

            WhatIf tried = live.whatIf(delta);

            assertThat(tried.changes()).isEqualTo(live.apply(delta));
            assertThat(tried.gate().decision())
                    .isEqualTo(live.assessment().gate().decision());
        }
    }

    @Test
    void a_soak_turns_green_when_its_time_has_come() {
        Pack pack = pack(item(
                "t.l.s.soak",
                Make.some(
                        Make.qualified(probes(), new Qualifiers(null, false, null, null, Duration.ofDays(1), null)))));
        Probe deployed = Probe.of("p", "svc").at(NOW.minus(Duration.ofHours(21)));
        Session live = Make.open(pack, Snapshot.of(List.of(Now.at(NOW), Make.service("svc"), deployed)));

        VerdictChanges tooEarly =
                live.apply(tick(NOW, NOW.plus(Duration.ofHours(3)).minusNanos(1)));
        VerdictChanges inTime =
                live.apply(tick(NOW.plus(Duration.ofHours(3)).minusNanos(1), NOW.plus(Duration.ofHours(3))));

        assertThat(tooEarly.changes()).isEmpty();
        assertThat(inTime.changes()).hasSize(1);
        assertThat(kinds(inTime.changes().get(0))).containsExactly(Outcome.Kind.PENDING, Outcome.Kind.PASS);
    }

    @Test
    void a_waiver_ends_as_time_goes_on() {
        Fact waiver = Make.waiver("t.l.s.x", "svc", NOW.plusSeconds(60));
        Session live = Make.open(
                pack(item("t.l.s.x", Make.some(probes()))),
                Snapshot.of(List.of(
                        Now.at(NOW),
                        Make.service("svc"),
                        waiver,
                        Make.coverage("Probe", "svc", Coverage.Status.COMPLETE))));

        assertThat(live.apply(tick(NOW, NOW.plusSeconds(59))).changes()).isEmpty();
        assertThat(live.apply(tick(NOW.plusSeconds(59), NOW.plusSeconds(60))).changes())
                .hasSize(1);
    }

    @Test
    void a_removed_fact_that_is_not_there_is_named_and_nothing_changes() {
        Session live = Make.open(
                pack(item("t.l.s.x", Make.some(probes()))), Snapshot.of(List.of(Now.at(NOW), Make.service("svc"))));
        Assessment before = live.assessment();

        assertThatThrownBy(() ->
                        live.apply(new FactDelta(List.of(Probe.of("gone", "svc")), List.of(Probe.of("new", "svc")))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot remove Probe `gone` of owner `svc`")
                .hasMessageContaining("Maybe");
        assertThatThrownBy(() -> live.whatIf(new FactDelta(List.of(Now.at(NOW)), List.of())))
                .hasMessageContaining("exactly one Now fact, this one 0");
        assertSame(live.assessment(), before);
    }

    @Test
    void an_explanation_is_of_facts_that_still_hold_or_is_refused() {
        Session live = Make.open(
                pack(item("t.l.s.x", Make.some(probes())), item("t.l.s.y", Make.some(Make.pattern("Partner")))),
                Snapshot.of(List.of(Now.at(NOW), Make.service("svc"))));
        List<Verdict> before = live.assessment().verdicts();
        live.apply(new FactDelta(List.of(), List.of(Probe.of("p", "svc"))));

        assertThatThrownBy(() -> before.get(0).explanation())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("have changed since")
                .hasMessageContaining("Maybe");
        assertThat(before.get(1).explanation().headline()).startsWith("UNKNOWN (NOT_OBSERVED)");
        assertThat(live.assessment().verdicts().get(0).explanation().headline()).startsWith("PASS");
        live.close();
        assertThatThrownBy(live::assessment).hasMessageContaining("is closed");
    }

    @Test
    @SuppressWarnings("ReferenceEquality") // a verdict judged again is a new object
    void a_change_judges_only_what_it_concerns() {
        List<Fact> facts = new ArrayList<>(List.of(Now.at(NOW)));
        for (int i = 0; i < 50; i++) facts.add(Make.service("s" + i));
        Session live = open(
                Ruleset.of(List.of(pack(item("t.l.s.x", Make.some(probes())))), Make.CATALOGUE),
                Snapshot.of(facts),
                RETE);
        Map<String, Verdict> before = byName(live.assessment());

        live.apply(new FactDelta(List.of(), List.of(Probe.of("p", "s7"))));

        Map<String, Verdict> after = byName(live.assessment());
        Set<String> judged = new HashSet<>();
        after.forEach((name, verdict) -> {
            if (verdict != before.get(name)) judged.add(verdict.subject().key());
        });
        assertThat(judged).containsExactly("s7");
    }

    private static Session open(Ruleset rules, Snapshot snapshot, MatchEngine.Factory engine) {
        return new Session(rules, snapshot, Phase.AFTER_GA, engine, new BriefExplainer());
    }

    private static FactDelta tick(Instant from, Instant to) {
        return new FactDelta(List.of(Now.at(from)), List.of(Now.at(to)));
    }

    private static List<Outcome.Kind> kinds(VerdictChanges.Change change) {
        List<Outcome.Kind> kinds = new ArrayList<>();
        if (change.before() != null) kinds.add(change.before().outcome().kind());
        if (change.after() != null) kinds.add(change.after().outcome().kind());
        return kinds;
    }

    private static Snapshot changed(Snapshot snapshot, FactDelta delta) {
        Set<Fact> facts = new HashSet<>(snapshot.facts());
        facts.removeAll(new HashSet<>(delta.removed()));
        facts.addAll(delta.added());
        return new Snapshot(List.copyOf(facts), snapshot.baseFacts(), snapshot.hasBase());
    }

    private static Map<String, Verdict> replayed(Assessment before, VerdictChanges changes) {
        Map<String, Verdict> verdicts = byName(before);
        for (VerdictChanges.Change change : changes.changes()) {
            if (change.before() != null) {
                assertThat(verdicts.remove(name(change.before()))).isEqualTo(change.before());
            }
            if (change.after() != null) verdicts.put(name(change.after()), change.after());
        }
        return verdicts;
    }

    private static Map<String, Verdict> byName(Assessment assessment) {
        Map<String, Verdict> verdicts = new HashMap<>();
        for (Verdict verdict : assessment.verdicts()) verdicts.put(name(verdict), verdict);
        return verdicts;
    }

    private static String name(Verdict verdict) {
        return verdict.item().id() + " " + verdict.subject().kind() + " "
                + verdict.subject().owner() + " " + verdict.subject().key();
    }

    private static void assertSame(Assessment now, Assessment before) {
        assertThat(now.verdicts()).hasSameSizeAs(before.verdicts());
        for (int i = 0; i < before.verdicts().size(); i++)
            assertThat(now.verdicts().get(i)).isSameAs(before.verdicts().get(i));
        assertThat(now.notices()).isEqualTo(before.notices());
    }
}
