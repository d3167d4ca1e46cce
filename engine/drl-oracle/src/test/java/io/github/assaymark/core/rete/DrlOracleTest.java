package io.github.assaymark.core.rete;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.core.drl.DrlPrinter;
import io.github.assaymark.core.facts.FactStore;
import io.github.assaymark.core.judge.Quality;
import io.github.assaymark.core.link.Environment;
import io.github.assaymark.core.link.LeafPlan;
import io.github.assaymark.core.link.LeafPlans;
import io.github.assaymark.core.link.Linker;
import io.github.assaymark.core.link.Match;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.catalogue.FactCatalogue;
import io.github.assaymark.model.catalogue.FactType;
import io.github.assaymark.model.catalogue.Property;
import io.github.assaymark.model.rule.Condition;
import io.github.assaymark.model.rule.Expr;
import io.github.assaymark.model.rule.Item;
import io.github.assaymark.model.rule.Pattern;
import io.github.assaymark.model.rule.Qualifiers;
import io.github.assaymark.model.verdict.Truth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.drools.model.codegen.ExecutableModelProject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;

class DrlOracleTest {
    private static final long SEED = Long.getLong("assay.seed", 20_261_122L);
    private static final int ITEMS = Integer.getInteger("assay.drl.items", 40);
    private static final int FACT_SETS = 25;

    /** A match of a rule for a subject. */
    record Found(String rule, Fact subject, Match match) {}

    @Test
    void the_printed_drl_matches_what_the_item_matches() {
        System.out.println("DrlOracleTest: -Dassay.seed=" + SEED);
        Random random = new Random(SEED);
        List<Item> items = new RandomItems(random, 0).many(ITEMS);
        KieBase rules = compile(items, Trial.CATALOGUE);
        RandomFacts source = new RandomFacts(random);
        int matches = 0;
        int doubted = 0;
        int counted = 0;
        for (int set = 0; set < FACT_SETS; set++) {
            Map<String, Object> values = new HashMap<>();
            if (random.nextInt(4) > 0) values.put("text", source.pick(RandomFacts.TEXTS));
            if (random.nextInt(4) > 0) values.put("number", (long) random.nextInt(3));
            if (random.nextInt(4) > 0) values.put("texts", source.texts());
            Environment env = Environment.of(source.instant(), values);
            Snapshot snapshot = new Snapshot(source.many(25), source.many(12), true);

            FactStore store = new FactStore(snapshot);
            Set<Found> expected = expected(items, store, env);
            DrlOracleFirings firings =
                    DrlOracleFirings.of(rules, Trial.CATALOGUE, snapshot.facts(), snapshot.baseFacts(), env);
            Set<Found> actual = firings.matches();
            assertThat(firings.doubts()).as("why facts are questionable").isEqualTo(doubts(items, store, env));
            assertThat(firings.counts()).as("counts that are right").isEqualTo(counts(items, store, env));
            doubted += firings.doubts().size();
            counted += firings.counts().size();

            Set<Found> missing = new HashSet<>(expected);
            missing.removeAll(actual);
            Set<Found> added = new HashSet<>(actual);
            added.removeAll(expected);
            assertThat(missing).as("not matched by the DRL").isEmpty();
            assertThat(added).as("matched by the DRL only").isEmpty();
            matches += actual.size();
        }
        assertThat(matches).isGreaterThan(1000);
        assertThat(doubted).isGreaterThan(100);
        assertThat(counted).isGreaterThan(20);
    }

    /** Names of properties end up in generated code, which some names would break. */
    @Test
    void every_property_of_every_fact_type_can_stand_in_a_rule() {
        RandomExprs exprs = new RandomExprs(new Random(SEED), 0);
        List<Item> items = new ArrayList<>();
        for (FactType type : FactCatalogue.standard().types()) {
            List<Expr> where = new ArrayList<>();
            for (Property property : type.properties()) {
                Expr.Prop prop =
                        new Expr.Prop(Expr.Role.OWN, "x", type.name(), property.name(), property.type(), exprs.place());
                where.add(
                        new Expr.Compare(Expr.Comparison.EQUAL, prop, exprs.constant(property.type()), exprs.place()));
                where.add(new Expr.Compare(
                        Expr.Comparison.NOT_EQUAL,
                        prop,
                        new Expr.Prop(
                                Expr.Role.SUBJECT, "y", type.name(), property.name(), property.type(), exprs.place()),
                        exprs.place()));
            }
            Pattern pattern =
                    new Pattern("x", type.name(), Pattern.Side.HEAD, false, where, Qualifiers.NONE, exprs.place());
            items.add(RandomItems.item(
                    items.size(), type.name(), new Condition.Some(null, pattern, exprs.place()), exprs.place()));
        }

        assertThat(compile(items, FactCatalogue.standard())
                        .getKiePackage("assaymark")
                        .getRules())
                .hasSameSizeAs(items);
    }

    static KieBase compile(List<Item> items, FactCatalogue catalogue) {
        KieServices services = KieServices.get();
        KieFileSystem files = services.newKieFileSystem();
        for (int i = 0; i < items.size(); i++)
            files.write("src/main/resources/assaymark/item" + i + ".drl", DrlPrinter.print(items.get(i), catalogue));
        KieBuilder builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        assertThat(builder.getResults().getMessages(Message.Level.ERROR)).isEmpty();
        return services.newKieContainer(builder.getKieModule().getReleaseId()).getKieBase();
    }

    private static Set<Found> expected(List<Item> items, FactStore store, Environment env) {
        LeafPlans plans = LeafPlans.of(items);
        Naive naive = new Naive(store, env);
        Set<Found> found = new HashSet<>();
        for (Item item : items) {
            int number = 0;
            for (Condition.Leaf leaf : LeafPlans.leaves(item).toList()) {
                number++;
                LeafPlan plan = Objects.requireNonNull(plans.of(item, leaf));
                @Nullable
                String hits = plan.partner() != null || leaf instanceof Condition.EveryMust
                        ? DrlPrinter.hitRule(item, number)
                        : null;
                for (Fact subject : store.facts(Pattern.Side.HEAD, item.judges())) {
                    Naive.Found matches = naive.of(plan, subject);
                    for (Match match : matches.candidateTuples())
                        found.add(new Found(DrlPrinter.candidateRule(item, number), subject, match));
                    if (hits == null) continue;
                    for (Match match : matches.hitTuples()) found.add(new Found(hits, subject, match));
                }
            }
        }
        return found;
    }

    /** By rule, subject and match, why the fact the rule bound last is no evidence. */
    private static Map<Found, String> doubts(List<Item> items, FactStore store, Environment env) {
        Map<Found, String> doubts = new HashMap<>();
        each(items, store, env, (item, number, leaf, plan, subject, matches) -> {
            Quality first = new Quality(plan.pattern(), Trial.CATALOGUE);
            for (Match match : matches.candidateTuples())
                note(
                        new Found(DrlPrinter.candidateRule(item, number), subject, match),
                        first.of(match.own(), null, subject, env),
                        doubts);
            if (plan.partner() == null || !plan.hitsArePairs()) return;
            Quality second = new Quality(plan.partner(), Trial.CATALOGUE);
            for (Match match : matches.hitTuples())
                note(
                        new Found(DrlPrinter.hitRule(item, number), subject, match),
                        second.of(match.own(), match.outer(), subject, env),
                        doubts);
        });
        return doubts;
    }

    private static void note(Found found, Truth quality, Map<Found, String> doubts) {
        if (quality instanceof Truth.Pending) doubts.put(found, "PENDING");
        if (quality instanceof Truth.Unknown unknown)
            doubts.put(found, unknown.reason().name());
    }

    /** The counts whose good facts, or their different values, are as many as wanted. */
    private static Set<List<Object>> counts(List<Item> items, FactStore store, Environment env) {
        Set<List<Object>> right = new HashSet<>();
        each(items, store, env, (item, number, leaf, plan, subject, matches) -> {
            if (!(leaf instanceof Condition.Count count)) return;
            Quality quality = new Quality(plan.pattern(), Trial.CATALOGUE);
            Set<Object> counted = new HashSet<>();
            for (Match match : matches.candidateTuples()) {
                if (!(quality.of(match.own(), null, subject, env) instanceof Truth.True)) continue;
                Object value = count.distinctBy() == null
                        ? match.own()
                        : Linker.link(count.distinctBy(), Trial.CATALOGUE).get(match.own(), null, subject, env);
                if (value != null) counted.add(value);
            }
            Object wanted = Linker.link(count.number(), Trial.CATALOGUE).get(null, null, subject, env);
            if (!(wanted instanceof Long n)) return;
            boolean enough = switch (count.quantity()) {
                case AT_LEAST -> counted.size() >= n;
                case AT_MOST -> counted.size() <= n;
                case EXACTLY -> counted.size() == n;
            };
            if (enough) right.add(List.of(DrlPrinter.candidateRule(item, number), subject));
        });
        return right;
    }

    private interface EachLeaf {
        void look(Item item, int number, Condition.Leaf leaf, LeafPlan plan, Fact subject, Naive.Found matches);
    }

    private static void each(List<Item> items, FactStore store, Environment env, EachLeaf look) {
        LeafPlans plans = LeafPlans.of(items);
        Naive naive = new Naive(store, env);
        for (Item item : items) {
            List<Condition.Leaf> leaves = LeafPlans.leaves(item).toList();
            for (int i = 0; i < leaves.size(); i++) {
                LeafPlan plan = Objects.requireNonNull(plans.of(item, leaves.get(i)));
                for (Fact subject : store.facts(Pattern.Side.HEAD, item.judges()))
                    look.look(item, i + 1, leaves.get(i), plan, subject, naive.of(plan, subject));
            }
        }
    }
}
