package io.github.assaymark.core.rete;

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
import io.github.assaymark.model.Param;
import io.github.assaymark.model.Phase;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.verdict.Outcome;
import io.github.assaymark.model.verdict.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VerdictDifferentialTest {
    private static final long SEED = Long.getLong("assay.seed", 20_261_122L);
    private static final int PACKS = Integer.getInteger("assay.packs", 260) / 4;
    private static final int DELTAS = 25;
    private static final MatchEngine.Factory PLAIN =
            (plans, store, env) -> new PlainMatcher(plans, store, env, Trial.CATALOGUE);

    @Test
    void a_live_network_gives_the_verdicts_a_fresh_plain_matcher_gives() {
        System.out.println("VerdictDifferentialTest: -Dassay.seed=" + SEED);
        Set<Outcome.Kind> seen = EnumSet.noneOf(Outcome.Kind.class);
        for (int pack = 0; pack < PACKS; pack++) {
            Run run = new Run(SEED * 7_000_003 + pack);
            try (Session live = run.session(new ReteEngines(Trial.CATALOGUE, PLAIN))) {
                run.compare(live);
                for (int delta = 0; delta < DELTAS; delta++) {
                    live.apply(run.change());
                    run.compare(live);
                }
                live.assessment().verdicts().forEach(v -> seen.add(v.outcome().kind()));
            }
        }
        assertThat(seen).as("kinds of outcomes the test met").isEqualTo(EnumSet.allOf(Outcome.Kind.class));
    }

    @Test
    void the_order_in_which_facts_arrive_makes_no_difference() {
        for (int pack = 0; pack < PACKS / 4; pack++) {
            Run run = new Run(SEED * 9_000_011 + pack);
            List<Fact> later = new ArrayList<>(run.facts);
            later.removeIf(fact -> fact instanceof Now);
            run.facts.removeAll(later);
            try (Session live = run.session(new ReteEngines(Trial.CATALOGUE, PLAIN))) {
                Collections.shuffle(later, run.random);
                for (Fact fact : later) live.apply(new FactDelta(List.of(), List.of(fact)));
                run.facts.addAll(later);
                run.compare(live);
            }
        }
    }

    private static final class Run {
        private final long seed;
        final Random random;
        private final RandomFacts source;
        private final Ruleset rules;
        final List<Fact> facts;
        private final List<Fact> base;

        Run(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
            this.source = new RandomFacts(random);
            this.rules = Ruleset.of(List.of(new RandomItems(random, 15).pack(8 + random.nextInt(10))), Trial.CATALOGUE);
            List<Fact> all = source.many(20);
            for (String type : List.of("Ant", "Bee", "Cat", "Repository"))
                for (String owner : RandomFacts.OWNERS) all.add(coverage(type, owner));
            all.add(Now.at(source.instant()));
            for (String param : List.of("text", "number", "texts")) all.add(param(param));
            this.facts = new ArrayList<>(new Snapshot(all, List.of(), false).facts());
            this.base = source.many(10);
            base.add(coverage("Ant", "one"));
            base.add(coverage("Bee", ""));
        }

        Session session(MatchEngine.Factory engines) {
            Snapshot snapshot = new Snapshot(facts, base, true);
            return new Session(rules, snapshot, Phase.AFTER_GA, engines, new BriefExplainer());
        }

        void compare(Session live) {
            try (Session fresh = session(PLAIN)) {
                List<Verdict> expected = fresh.assessment().verdicts();
                List<Verdict> actual = live.assessment().verdicts();
                assertThat(actual).as("seed %s", seed).isEqualTo(expected);
            }
        }

        FactDelta change() {
            Set<Fact> removed = new java.util.LinkedHashSet<>();
            List<Fact> added = new ArrayList<>();
            for (int i = random.nextInt(3); i > 0; i--) removed.add(source.pick(facts));
            removed.removeIf(fact -> fact instanceof Now);
            for (int i = random.nextInt(3); i > 0; i--) added.add(source.next());
            switch (random.nextInt(5)) {
                case 0 -> {
                    facts.stream().filter(Now.class::isInstance).forEach(removed::add);
                    added.add(Now.at(source.instant()));
                }
                case 1 -> added.add(param(source.pick(List.of("text", "number", "texts"))));
                case 2 ->
                    added.add(coverage(source.pick(List.of("Ant", "Bee", "Cat")), source.pick(RandomFacts.OWNERS)));
                default -> {
                    // facts only
                }
            }
            facts.removeAll(removed);
            List<Fact> news = added.stream()
                    .distinct()
                    .filter(fact -> !facts.contains(fact))
                    .toList();
            facts.addAll(news);
            return new FactDelta(List.copyOf(removed), news);
        }

        private Param param(String name) {
            return switch (name) {
                case "text" -> Param.of(name, source.pick(RandomFacts.TEXTS));
                case "number" -> Param.of(name, source.pick(List.of("0", "1", "2", "many")));
                default -> Param.of(name, source.texts().toArray(new String[0]));
            };
        }

        private Coverage coverage(String type, String owner) {
            Coverage.Status status =
                    random.nextInt(3) > 0 ? Coverage.Status.COMPLETE : source.pick(List.of(Coverage.Status.values()));
            return Coverage.missing("test", type, owner, status, null);
        }
    }
}
