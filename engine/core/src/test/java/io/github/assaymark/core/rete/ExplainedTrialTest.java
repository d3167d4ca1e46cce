package io.github.assaymark.core.rete;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.core.explain.ItemExplainer;
import io.github.assaymark.core.facts.FactStore;
import io.github.assaymark.core.judge.Ruleset;
import io.github.assaymark.core.judge.Session;
import io.github.assaymark.core.plain.PlainMatcher;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Now;
import io.github.assaymark.model.Param;
import io.github.assaymark.model.Phase;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.rule.Pack;
import io.github.assaymark.model.verdict.Evidence;
import io.github.assaymark.model.verdict.Explanation;
import io.github.assaymark.model.verdict.ExplanationNode;
import io.github.assaymark.model.verdict.ExplanationText;
import io.github.assaymark.model.verdict.FactRef;
import io.github.assaymark.model.verdict.Outcome;
import io.github.assaymark.model.verdict.Verdict;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Explanations of random items over random facts. */
final class ExplainedTrialTest {
    private static final long SEED = Long.getLong("assay.seed", 20_261_122L);
    private static final int PACKS = Integer.getInteger("assay.packs", 260) / 5;

    @Test
    void every_verdict_can_be_explained_and_the_cited_facts_alone_decide_it() {
        Set<Outcome.Kind> seen = EnumSet.noneOf(Outcome.Kind.class);
        for (int number = 0; number < PACKS; number++) {
            long seed = SEED * 5_000_011 + number;
            Random random = new Random(seed);
            Pack pack = new RandomItems(random, 15).pack(8 + random.nextInt(10));
            Ruleset rules = Ruleset.of(List.of(pack), Trial.CATALOGUE);
            Snapshot snapshot = snapshot(new RandomFacts(random), random);
            for (Verdict verdict : judged(rules, pack, snapshot)) {
                seen.add(verdict.outcome().kind());
                String what = "seed " + seed + ": " + verdict + "\n" + text(verdict);
                Explanation explanation = verdict.explanation();
                assertThat(explanation.notes()).as(what).noneMatch(note -> note.contains("explanation failed"));
                assertThat(ExplanationText.lines(verdict, ExplanationText.Detail.SHORT))
                        .as(what)
                        .hasSizeLessThanOrEqualTo(25);
                if (verdict.outcome() instanceof Outcome.Pass || verdict.outcome() instanceof Outcome.Fail)
                    assertThat(again(rules, pack, snapshot, verdict)).as(what).isEqualTo(verdict.outcome());
            }
        }
        assertThat(seen).as("kinds of outcomes the test met").isEqualTo(EnumSet.allOf(Outcome.Kind.class));
    }

    private static String text(Verdict verdict) {
        StringBuilder text = new StringBuilder();
        ExplanationText.lines(verdict, ExplanationText.Detail.FULL)
                .forEach(line -> text.append(line.text()).append('\n'));
        return text.toString();
    }

    private static List<Verdict> judged(Ruleset rules, Pack pack, Snapshot snapshot) {
        return new Session(
                        rules,
                        snapshot,
                        Phase.AFTER_GA,
                        (plans, store, env) -> new PlainMatcher(plans, store, env, Trial.CATALOGUE),
                        new ItemExplainer(List.of(pack)))
                .assessment()
                .verdicts();
    }

    /** The outcome on the cited facts, the subject and what was searched. */
    private static Outcome again(Ruleset rules, Pack pack, Snapshot snapshot, Verdict verdict) {
        List<FactRef> cited = new ArrayList<>();
        Explanation explanation = verdict.explanation();
        Stream.of(explanation.applicability(), explanation.tree())
                .filter(Objects::nonNull)
                .forEach(node -> collect(node, cited));
        explanation.evidence().stream()
                .map(Evidence::fact)
                .filter(Objects::nonNull)
                .forEach(cited::add);
        Snapshot less =
                new Snapshot(kept(snapshot.facts(), cited, verdict), kept(snapshot.baseFacts(), cited, verdict), true);
        return judged(rules, pack, less).stream()
                .filter(other -> other.item().id().equals(verdict.item().id())
                        && other.subject().equals(verdict.subject()))
                .findFirst()
                .orElseThrow()
                .outcome();
    }

    private static List<Fact> kept(List<Fact> facts, List<FactRef> cited, Verdict verdict) {
        return facts.stream()
                .filter(fact -> fact instanceof Now
                        || fact instanceof Param
                        || fact instanceof Coverage
                        || is(
                                fact,
                                verdict.subject().kind(),
                                verdict.subject().key(),
                                verdict.subject().owner())
                        || cited.stream().anyMatch(ref -> is(fact, ref.type(), ref.key(), ref.owner())))
                .toList();
    }

    private static boolean is(Fact fact, String type, String key, String owner) {
        return FactStore.type(fact).equals(type)
                && fact.key().equals(key)
                && fact.owner().equals(owner);
    }

    private static void collect(ExplanationNode node, List<FactRef> into) {
        into.addAll(node.witnesses());
        node.children().forEach(child -> collect(child, into));
    }

    private static Snapshot snapshot(RandomFacts source, Random random) {
        List<Fact> all = new ArrayList<>(source.many(20));
        List<Fact> base = new ArrayList<>(source.many(10));
        for (String type : List.of("Ant", "Bee", "Cat", "Repository"))
            for (String owner : RandomFacts.OWNERS) {
                all.add(coverage(type, owner, random, source));
                base.add(coverage(type, owner, random, source));
            }
        all.add(Now.at(source.instant()));
        all.add(Param.of("text", source.pick(RandomFacts.TEXTS)));
        if (random.nextBoolean()) all.add(Param.of("number", source.pick(List.of("0", "1", "2", "many"))));
        all.add(Param.of("texts", source.texts().toArray(new String[0])));
        return new Snapshot(all, base, true);
    }

    private static Coverage coverage(String type, String owner, Random random, RandomFacts source) {
        Coverage.Status status =
                random.nextInt(4) > 0 ? Coverage.Status.COMPLETE : source.pick(List.of(Coverage.Status.values()));
        return Coverage.missing("test", type, owner, status, null);
    }
}
