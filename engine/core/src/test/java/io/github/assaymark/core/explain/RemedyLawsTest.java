package io.github.assaymark.core.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.core.judge.Session;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.FactDelta;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.verdict.Assessment;
import io.github.assaymark.model.verdict.Outcome;
import io.github.assaymark.model.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Remedies, judged from the beginning with the facts changed as they say. */
final class RemedyLawsTest {
    @Test
    void a_verified_remedy_turns_the_item_green_and_nothing_of_it_can_be_left_out() {
        int verified = 0;
        int failures = 0;
        for (int seed = 0; seed < 40; seed++) {
            Snapshot snapshot = new RandomRepository(seed).snapshot();
            Session session = RandomRepository.judged(snapshot);
            Assessment before = session.assessment();
            for (Verdict verdict : before.verdicts()) {
                if (!(verdict.outcome() instanceof Outcome.Fail)) continue;
                failures++;
                Scene scene = new Scene(
                        session,
                        verdict.item(),
                        verdict.subject(),
                        Objects.requireNonNull(session.subject(verdict.subject())));
                Judged judged = ItemExplainer.judged(scene, verdict.item().condition(), ItemExplainer.CONDITION);
                List<Remedies.Proved> remedies = new Remedies(session, scene).proved(new Repairs(scene).plans(judged));
                for (Remedies.Proved proved : remedies)
                    if (proved.remedy().verified()) {
                        verified++;
                        check(snapshot, before, verdict, proved);
                    }
            }
        }
        System.out.println("remedies: " + verified + " verified for " + failures + " failures");
        assertThat(verified).isGreaterThan(failures / 2);
    }

    private static void check(Snapshot snapshot, Assessment before, Verdict verdict, Remedies.Proved proved) {
        Assessment after = after(snapshot, proved.plan());
        assertThat(outcome(after, verdict)).as("%s", proved.remedy()).isInstanceOf(Outcome.Pass.class);
        assertThat(proved.remedy().breaks()).containsExactlyInAnyOrderElementsOf(broken(before, after, verdict));
        assertThat(proved.remedy().edits()).hasSameSizeAs(proved.plan().steps());
        for (int i = 0; i < proved.plan().steps().size(); i++)
            if (proved.plan().steps().size() > 1)
                assertThat(outcome(after(snapshot, proved.plan().without(i)), verdict))
                        .as("%s without step %d", proved.remedy(), i)
                        .isNotInstanceOf(Outcome.Pass.class);
    }

    private static Set<String> broken(Assessment before, Assessment after, Verdict verdict) {
        Set<String> broken = new TreeSet<>();
        for (Verdict other : after.verdicts())
            if (other.outcome() instanceof Outcome.Fail
                    && !other.item().id().equals(verdict.item().id())
                    && !(outcome(before, other) instanceof Outcome.Fail))
                broken.add(other.item().id() + " on " + other.subject());
        return broken;
    }

    private static Assessment after(Snapshot snapshot, Step.Plan plan) {
        FactDelta delta = Objects.requireNonNull(plan.delta());
        List<Fact> facts = new ArrayList<>(snapshot.facts());
        facts.removeAll(delta.removed());
        facts.addAll(delta.added());
        return RandomRepository.judged(Snapshot.of(facts)).assessment();
    }

    private static Outcome outcome(Assessment assessment, Verdict verdict) {
        return assessment
                .verdict(verdict.item().id(), verdict.subject().key())
                .orElseThrow()
                .outcome();
    }
}
