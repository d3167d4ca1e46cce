package io.github.assaymark.core.rete;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.core.facts.FactStore;
import io.github.assaymark.core.link.Environment;
import io.github.assaymark.core.link.LeafPlan;
import io.github.assaymark.core.link.LeafPlans;
import io.github.assaymark.core.link.Match;
import io.github.assaymark.core.link.Matches;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.FactDelta;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.fact.PolicyValue;
import io.github.assaymark.model.rule.Pattern;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DifferentialTest {
    private static final long SEED = Long.getLong("assay.seed", 20_261_122L);
    private static final int PACKS = Integer.getInteger("assay.packs", 260);
    private static final int DELTAS = 40;

    @Test
    void the_network_matches_what_nested_loops_match_after_every_change() {
        System.out.println("DifferentialTest: -Dassay.seed=" + SEED);
        int broken = 0;
        for (int pack = 0; pack < PACKS; pack++) {
            Run run = new Run(SEED * 1_000_003 + pack);
            run.compare();
            for (int delta = 0; delta < DELTAS; delta++) run.step();
            if (run.session.isBroken()) broken++;
            run.session.close();
        }
        assertThat(broken).as("networks that threw").isZero();
    }

    private static final class Run {
        private final long seed;
        private final Random random;
        private final RandomFacts source;
        private final LeafPlans plans;
        private final FactStore store;
        private final List<Fact> present = new ArrayList<>();
        private final Naive naive;
        final ReteSession session;
        private Environment env;
        private Map<Scope, Found> known = new HashMap<>();

        Run(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
            this.source = new RandomFacts(random);
            this.plans = LeafPlans.of(new RandomItems(random, 15).many(8 + random.nextInt(12)));
            Snapshot snapshot = new Snapshot(source.many(25), source.many(15), true);
            present.addAll(snapshot.facts());
            this.store = new FactStore(snapshot);
            this.env = environment();
            this.naive = new Naive(store, env);
            this.session = new ReteEngines(Trial.CATALOGUE, (p, s, e) -> new Naive(s, e)).session(plans, store, env);
        }

        private Environment environment() {
            Map<String, Object> values = new HashMap<>();
            if (random.nextInt(5) > 0) values.put("text", source.pick(RandomFacts.TEXTS));
            if (random.nextInt(5) > 0) values.put("number", (long) random.nextInt(3));
            if (random.nextInt(5) > 0) values.put("texts", source.texts());
            Instant now = source.instant();
            return Environment.of(now, values);
        }

        void step() {
            List<Fact> removed = new ArrayList<>();
            List<Fact> added = new ArrayList<>();
            Collections.shuffle(present, random);
            for (int i = random.nextInt(3); i > 0 && i <= present.size(); i--) removed.add(present.get(i - 1));
            for (int i = random.nextInt(4); i > 0; i--) added.add(fresh());
            FactDelta effect = store.effect(new FactDelta(removed, added));
            if (random.nextInt(6) == 0) env = environment();
            store.apply(effect);
            present.removeAll(effect.removed());
            present.addAll(effect.added());
            Set<Scope> touched = new HashSet<>();
            naive.apply(effect.removed(), effect.added(), env, (plan, scope) -> {});
            session.apply(effect.removed(), effect.added(), env, (plan, scope) -> touched.add(new Scope(plan, scope)));
            Map<Scope, Found> before = known;
            compare();
            known.forEach((scope, found) -> {
                Found old = before.get(scope);
                if (old == null || old.equals(found)) return;
                Fact subject = (Fact) Objects.requireNonNull(scope.of());
                if (!touched.contains(scope)
                        && !touched.contains(new Scope(scope.plan(), null))
                        && !touched.contains(new Scope(scope.plan(), subject.owner())))
                    throw new AssertionError("seed " + seed + ": not told that " + scope + " changed");
            });
        }

        private Fact fresh() {
            if (random.nextInt(15) > 0) return source.next();
            Provenance place = new Provenance.Derived("p", List.of());
            return new PolicyValue("texts#0", "", place, "texts", 0, source.pick(RandomFacts.TEXTS));
        }

        /** Compares all leaves and subjects. */
        void compare() {
            known = new HashMap<>();
            for (LeafPlan plan : plans.matched()) {
                String judges = plan.judges() == null ? "Cat" : plan.judges();
                for (Fact subject : store.facts(Pattern.Side.HEAD, judges)) compare(plan, subject);
            }
        }

        private void compare(LeafPlan plan, Fact subject) {
            if (plan.canFail()) return; // left to the plain matcher
            Naive.Found expected = naive.of(plan, subject);
            Found right = new Found(set(expected.candidateTuples()), set(expected.hitTuples()));
            known.put(new Scope(plan, subject), right);
            Matches actual = session.of(plan, subject);
            Found found = new Found(set(actual.candidateTuples()), set(actual.hitTuples()));
            if (!found.equals(right)
                    || actual.candidates() != expected.candidates()
                    || actual.hits() != expected.hits())
                throw new AssertionError("seed " + seed + ": " + plan + " on " + subject + "\n  network " + found + " "
                        + actual.candidates() + " " + actual.hits() + "\n  loops   " + right);
        }

        private static Set<Match> set(Iterable<Match> matches) {
            Set<Match> set = new HashSet<>();
            matches.forEach(set::add);
            return set;
        }
    }

    private record Scope(LeafPlan plan, @Nullable Object of) {}

    private record Found(Set<Match> candidates, Set<Match> hits) {}
}
