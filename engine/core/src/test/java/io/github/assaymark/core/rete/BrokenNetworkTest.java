package io.github.assaymark.core.rete;

import static io.github.assaymark.core.rete.Ir.ant;
import static io.github.assaymark.core.rete.Ir.cat;
import static io.github.assaymark.core.rete.Ir.every;
import static io.github.assaymark.core.rete.Ir.is;
import static io.github.assaymark.core.rete.Ir.own;
import static io.github.assaymark.core.rete.Ir.some;
import static io.github.assaymark.core.rete.Ir.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.core.judge.BriefExplainer;
import io.github.assaymark.core.judge.Ruleset;
import io.github.assaymark.core.judge.Session;
import io.github.assaymark.core.link.MatchEngine;
import io.github.assaymark.core.plain.PlainMatcher;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.FactDelta;
import io.github.assaymark.model.Now;
import io.github.assaymark.model.Phase;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.rule.Checklist;
import io.github.assaymark.model.rule.Item;
import io.github.assaymark.model.rule.Pack;
import io.github.assaymark.model.rule.Section;
import io.github.assaymark.model.verdict.Notice;
import io.github.assaymark.model.verdict.VerdictChanges;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A network that throws is replaced, and the reader is told. */
class BrokenNetworkTest {
    private static final MatchEngine.Factory PLAIN =
            (plans, store, env) -> new PlainMatcher(plans, store, env, Trial.CATALOGUE);
    private static final Fact BOMB = new Trial.Bomb("b", "one", Provenance.File.whole("f"));
    private static final Fact ANT = ant("1", "one", "k", 1);

    @Test
    void failing_while_it_follows_a_change_is_told_with_the_change_and_from_then_on() {
        try (Session live = session(new ReteEngines(Trial.CATALOGUE, PLAIN))) {
            assertThat(live.assessment().notices()).isEmpty();

            VerdictChanges changes = live.apply(new FactDelta(List.of(), List.of(BOMB)));

            assertThat(changes.notices())
                    .containsExactly(new Notice(
                            Notice.Kind.ENGINE_FALLBACK,
                            "matching goes on without the rule network, which failed when it followed a change of Bomb `b`:"
                                    + " IllegalStateException, tick; verdicts are the same, changes take longer."
                                    + " Maybe report it",
                            new Provenance.Derived("the engine", List.of())));
            assertThat(live.assessment().notices()).isEqualTo(changes.notices());
            assertSameAsPlain(live, BOMB);

            VerdictChanges next = live.apply(new FactDelta(List.of(), List.of(ANT)));

            assertThat(next.notices()).as("told once").isEmpty();
            assertThat(next.changes()).as("the ant is seen").hasSize(1);
            assertThat(live.assessment().notices()).as("and stays told").hasSize(1);
            assertSameAsPlain(live, BOMB, ANT);
        }
    }

    @Test
    void failing_while_it_is_filled_is_told_by_the_first_assessment() {
        try (Session live = session(new ReteEngines(Trial.CATALOGUE, PLAIN), BOMB, ANT)) {
            assertThat(live.assessment().notices())
                    .singleElement()
                    .satisfies(notice -> assertThat(notice.message())
                            .contains("which failed when it was filled: IllegalStateException, tick"));
            assertSameAsPlain(live, BOMB, ANT);
            live.retireEngine();
            assertThat(live.assessment().notices()).hasSize(1);
        }
    }

    @Test
    void failing_in_a_preview_is_told_with_it() {
        try (Session live = session(new ReteEngines(Trial.CATALOGUE, PLAIN))) {
            assertThat(live.whatIf(new FactDelta(List.of(), List.of(BOMB)))
                            .changes()
                            .notices())
                    .hasSize(1);
            assertSameAsPlain(live);
        }
    }

    private static void assertSameAsPlain(Session live, Fact... facts) {
        try (Session plain = session(PLAIN, facts)) {
            assertThat(live.assessment().verdicts())
                    .isEqualTo(plain.assessment().verdicts());
            assertThat(plain.assessment().notices()).isEmpty();
        }
    }

    private static Session session(MatchEngine.Factory engine, Fact... facts) {
        List<Fact> all = new ArrayList<>(List.of(Now.at(RandomFacts.START), cat("tom", "one")));
        for (String type : List.of("Ant", "Bomb", "Cat"))
            all.add(Coverage.of("test", type, "one", 1, 0, "*", List.of()));
        all.addAll(List.of(facts));
        return new Session(
                Ruleset.of(List.of(pack()), Trial.CATALOGUE),
                Snapshot.of(all),
                Phase.AFTER_GA,
                engine,
                new BriefExplainer());
    }

    private static Pack pack() {
        List<Item> items = List.of(
                Ir.item(0, "Cat", some(every("Bomb", is(own("Bomb", "kind"), text("k"))))),
                Ir.item(1, "Cat", some(every("Ant", is(own("Ant", "kind"), text("k"))))));
        return new Pack(
                "random",
                "0",
                List.of(new Checklist(
                        "random/items",
                        "Items",
                        "Cat",
                        Checklist.WaiverPolicy.ALLOWED,
                        List.of(),
                        List.of(new Section("all", "All", items)),
                        Ir.PLACE)));
    }
}
