package io.github.assaymark.core.rete;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.core.drl.DrlPrinter;
import io.github.assaymark.core.facts.FactStore;
import io.github.assaymark.core.link.Environment;
import io.github.assaymark.core.link.LeafPlan;
import io.github.assaymark.core.link.LeafPlans;
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
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.EntryPoint;

class DrlOracleTest {
    private static final long SEED = Long.getLong("assay.seed", 20_261_122L);
    private static final int ITEMS = Integer.getInteger("assay.drl.items", 40);
    private static final int FACT_SETS = 25;

    private record Found(String rule, Fact subject, Match match) {}

    @Test
    void the_printed_drl_matches_what_the_item_matches() {
        System.out.println("DrlOracleTest: -Dassay.seed=" + SEED);
        Random random = new Random(SEED);
        List<Item> items = new RandomItems(random, 0).many(ITEMS);
        KieBase rules = compile(items, Trial.CATALOGUE);
        RandomFacts source = new RandomFacts(random);
        int matches = 0;
        for (int set = 0; set < FACT_SETS; set++) {
            Map<String, Object> values = new HashMap<>();
            if (random.nextInt(4) > 0) values.put("text", source.pick(RandomFacts.TEXTS));
            if (random.nextInt(4) > 0) values.put("number", (long) random.nextInt(3));
            if (random.nextInt(4) > 0) values.put("texts", source.texts());
            Environment env = Environment.of(source.instant(), values);
            Snapshot snapshot = new Snapshot(source.many(25), source.many(12), true);

            Set<Found> expected = expected(items, new FactStore(snapshot), env);
            Set<Found> actual = fired(rules, snapshot, env);

            Set<Found> missing = new HashSet<>(expected);
            missing.removeAll(actual);
            Set<Found> added = new HashSet<>(actual);
            added.removeAll(expected);
            assertThat(missing).as("not matched by the DRL").isEmpty();
            assertThat(added).as("matched by the DRL only").isEmpty();
            matches += actual.size();
        }
        assertThat(matches).isGreaterThan(1000);
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

    private static KieBase compile(List<Item> items, FactCatalogue catalogue) {
        KieServices services = KieServices.get();
        KieFileSystem files = services.newKieFileSystem();
        for (int i = 0; i < items.size(); i++)
            files.write("src/main/resources/assaymark/item" + i + ".drl", DrlPrinter.print(items.get(i), catalogue));
        KieBuilder builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        assertThat(builder.getResults().getMessages(Message.Level.ERROR)).isEmpty();
        return services.newKieContainer(builder.getKieModule().getReleaseId()).getKieBase();
    }

    private static Set<Found> fired(KieBase rules, Snapshot snapshot, Environment env) {
        Set<Found> found = new HashSet<>();
        KieSession session = rules.newKieSession();
        session.addEventListener(new DefaultAgendaEventListener() {
            @Override
            public void afterMatchFired(AfterMatchFiredEvent event) {
                List<Fact> facts = new ArrayList<>();
                for (Object fact : event.getMatch().getObjects()) if (fact instanceof Fact f) facts.add(f);
                Fact subject = facts.get(0);
                Match match = facts.size() == 2 ? new Match(facts.get(1), null) : new Match(facts.get(2), facts.get(1));
                found.add(new Found(event.getMatch().getRule().getName(), subject, match));
            }
        });
        session.insert(env);
        snapshot.facts().forEach(session::insert);
        EntryPoint base = session.getEntryPoint("base");
        if (base != null) snapshot.baseFacts().forEach(base::insert);
        session.fireAllRules();
        session.dispose();
        return found;
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
}
