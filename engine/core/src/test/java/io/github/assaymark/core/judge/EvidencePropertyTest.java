package io.github.assaymark.core.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.core.link.LeafPlans;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.FactDelta;
import io.github.assaymark.model.Now;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.rule.Condition;
import io.github.assaymark.model.rule.Item;
import io.github.assaymark.model.rule.Pack;
import io.github.assaymark.model.rule.Pattern;
import io.github.assaymark.model.verdict.Outcome;
import io.github.assaymark.model.verdict.Verdict;
import io.github.assaymark.model.verdict.VerdictChanges;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * For random rules and facts: less evidence never makes an item pass, and absence passes only when it was looked for.
 */
class EvidencePropertyTest {
    private static final int WORLDS = 150;

    @Test
    void losing_coverage_never_turns_anything_into_a_pass() {
        int changed = 0;
        for (int seed = 0; seed < WORLDS; seed++) {
            RandomWorld world = new RandomWorld(seed, 12);
            Session session = Make.open(world.pack(), world.snapshot(25));
            for (Coverage.Status status : Coverage.Status.values()) {
                if (status == Coverage.Status.COMPLETE) continue;
                for (String type : List.of("Probe", "Partner", "Service", "Attestation"))
                    for (String owner : List.of("svc", "other", "")) {
                        FactDelta loss = loss(type, owner, status);
                        VerdictChanges changes = session.whatIf(loss).changes();
                        changed += changes.changes().size();
                        for (VerdictChanges.Change change : changes.changes())
                            assertThat(kind(change.after()))
                                    .as("seed %s, %s: %s", seed, loss.added(), change)
                                    .isNotEqualTo(Outcome.Kind.PASS);
                    }
            }
        }
        assertThat(changed).as("coverage matters").isGreaterThan(1000);
    }

    @Test
    void a_pass_that_depends_on_absence_becomes_unknown_when_the_search_is_incomplete() {
        int passes = 0;
        for (int seed = 0; seed < WORLDS; seed++) {
            RandomWorld world = new RandomWorld(1000 + seed, 12);
            Pack pack = world.pack();
            Session session = Make.open(pack, world.snapshot(15));
            List<Fact> losses = new ArrayList<>();
            for (String owner : List.of("svc", "other", ""))
                losses.addAll(loss("Probe", owner, Coverage.Status.PARTIAL).added());
            List<Verdict> before = session.assessment().verdicts();
            session.apply(new FactDelta(List.of(), losses));
            List<Verdict> after = session.assessment().verdicts();
            for (int i = 0; i < before.size(); i++) {
                if (kind(before.get(i)) != Outcome.Kind.PASS
                        || !dependsOnAbsence(before.get(i).item())) continue;
                passes++;
                assertThat(kind(after.get(i)))
                        .as("seed %s: %s", seed, after.get(i))
                        .isEqualTo(Outcome.Kind.UNKNOWN);
            }
        }
        assertThat(passes).isGreaterThan(50);
    }

    private static boolean dependsOnAbsence(Item item) {
        Condition condition = item.condition();
        return item.appliesIf() == null
                && (condition instanceof Condition.No
                        || condition instanceof Condition.EveryMust
                        || condition instanceof Condition.EveryHas
                        || condition instanceof Condition.EveryHasNo
                        || (condition instanceof Condition.Count count
                                && count.quantity() != Condition.Quantity.AT_LEAST))
                && isHead(condition);
    }

    private static boolean isHead(Condition condition) {
        return LeafPlans.leaves(condition)
                .allMatch(
                        leaf -> Objects.requireNonNull(LeafPlans.pattern(leaf)).side() == Pattern.Side.HEAD);
    }

    private static FactDelta loss(String type, String owner, Coverage.Status status) {
        return new FactDelta(List.of(), List.of(Coverage.missing("lost", type, owner, status, "lost")));
    }

    private static Outcome.@Nullable Kind kind(@Nullable Verdict verdict) {
        return verdict == null ? null : verdict.outcome().kind();
    }

    @Test
    void the_order_of_facts_does_not_matter() {
        for (int seed = 0; seed < 20; seed++) {
            RandomWorld world = new RandomWorld(seed, 12);
            Pack pack = world.pack();
            Snapshot snapshot = world.snapshot(25);
            Session whole = Make.open(pack, snapshot);
            List<Fact> late = new ArrayList<>(snapshot.facts());
            Collections.shuffle(late, new Random(seed));
            late.removeIf(fact -> fact instanceof Now);
            Snapshot empty =
                    new Snapshot(List.copyOf(snapshot.facts(Now.class)), snapshot.baseFacts(), snapshot.hasBase());
            Session grown = Make.open(pack, empty);
            for (Fact fact : late) grown.apply(new FactDelta(List.of(), List.of(fact)));

            assertThat(grown.assessment().verdicts())
                    .isEqualTo(whole.assessment().verdicts());
            assertThat(grown.assessment().notices())
                    .isEqualTo(whole.assessment().notices());
        }
    }
}
