package io.github.assaymark.core.rete;

import static io.github.assaymark.core.rete.Ir.ant;
import static io.github.assaymark.core.rete.Ir.anywhere;
import static io.github.assaymark.core.rete.Ir.bee;
import static io.github.assaymark.core.rete.Ir.cat;
import static io.github.assaymark.core.rete.Ir.compare;
import static io.github.assaymark.core.rete.Ir.every;
import static io.github.assaymark.core.rete.Ir.is;
import static io.github.assaymark.core.rete.Ir.number;
import static io.github.assaymark.core.rete.Ir.own;
import static io.github.assaymark.core.rete.Ir.pattern;
import static io.github.assaymark.core.rete.Ir.prop;
import static io.github.assaymark.core.rete.Ir.some;
import static io.github.assaymark.core.rete.Ir.text;
import static io.github.assaymark.core.rete.Ir.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.assaymark.core.facts.FactStore;
import io.github.assaymark.core.link.Environment;
import io.github.assaymark.core.link.LeafPlan;
import io.github.assaymark.core.link.LeafPlans;
import io.github.assaymark.core.plain.PlainMatcher;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.FactDelta;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.rule.Condition;
import io.github.assaymark.model.rule.Expr;
import io.github.assaymark.model.rule.Item;
import io.github.assaymark.model.rule.Pattern;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The ways in which the rule engine silently gives wrong matches, each with the case that would show it. */
class TrapsTest {
    private static final Fact SUBJECT = cat("s", "one");
    private static final Environment ENV = Environment.of(RandomFacts.START, Map.of());

    @Test
    void constraints_that_differ_only_in_quotes_or_types_are_not_merged() {
        Expr kind = own("Ant", "kind");
        try (Case run = new Case(
                some(every("Ant", new Expr.In(kind, texts("a, b"), Ir.PLACE))),
                some(every("Ant", new Expr.In(kind, texts("a", "b"), Ir.PLACE))),
                some(every("Ant", is(kind, text("null")))),
                some(every("Ant", is(kind, text(null)))),
                some(every("Ant", compare(own("Ant", "number"), Expr.Comparison.GREATER, number(0)))),
                some(every("Ant", compare(own("Ant", "number"), Expr.Comparison.GREATER, number(1000)))))) {
            run.apply(
                    List.of(),
                    List.of(ant("1", "one", "a", 1), ant("2", "one", "a, b", 0), ant("3", "one", "null", 0)));

            assertThat(run.hits()).containsExactly(1, 1, 1, 0, 1, 0);
        }
    }

    @Test
    void one_constant_asked_for_in_several_roles_and_spellings_reaches_every_rule() {
        Expr kind = is(own("Ant", "kind"), text("k1"));
        Expr swapped = is(text("k1"), own("Ant", "kind"));
        Pattern bees = every("Bee", is(own("Bee", "kind"), text("k1")));
        List<Condition.Leaf> leaves = new ArrayList<>(List.of(
                some(every("Ant", kind)),
                new Condition.EveryHasNo(null, bees, every("Ant", kind), Ir.PLACE),
                new Condition.EveryHasNo(null, bees, every("Ant", swapped), Ir.PLACE),
                some(every("Ant", swapped, is(own("Ant", "number"), number(1)))),
                some(anywhere(every("Ant", kind)))));
        for (int i = 2; i < 6; i++) leaves.add(some(every("Ant", is(own("Ant", "kind"), text("k" + i)))));
        try (Case run = new Case(leaves.toArray(new Condition.Leaf[0]))) {
            run.apply(List.of(), List.of(ant("1", "one", "k1", 1), bee("2", "one", "k1", null)));

            assertThat(run.hits()).startsWith(1, 1, 1, 1, 1);
        }
    }

    @Test
    void a_fact_changed_in_one_property_reaches_every_rule() {
        try (Case run = new Case(
                some(every("Ant", is(own("Ant", "kind"), text("k")))),
                some(every("Ant", is(own("Ant", "kind"), text("k")), is(own("Ant", "number"), number(2)))),
                new Condition.EveryMust(
                        null,
                        every("Ant", is(own("Ant", "kind"), text("k"))),
                        List.of(is(own("Ant", "number"), number(1))),
                        Ir.PLACE))) {
            Fact before = ant("1", "one", "k", 1);
            run.apply(List.of(), List.of(before));
            assertThat(run.hits()).containsExactly(1, 0, 0);

            run.apply(List.of(before), List.of(ant("1", "one", "k", 2)));

            assertThat(run.hits()).containsExactly(1, 1, 1);
        }
    }

    @Test
    void leaves_that_ask_the_same_share_one_rule() {
        Pattern ants = every("Ant", is(own("Ant", "kind"), text("k")));
        Condition.Leaf atLeast =
                new Condition.Count(null, Condition.Quantity.AT_LEAST, number(2), ants, null, Ir.PLACE);
        Condition.Leaf again =
                new Condition.Count("again", Condition.Quantity.AT_LEAST, number(2), ants, null, Ir.PLACE);
        Condition.Leaf atMost = new Condition.Count(null, Condition.Quantity.AT_MOST, number(3), ants, null, Ir.PLACE);
        try (Case run = new Case(atLeast, again, atMost, some(ants), new Condition.No(null, ants, Ir.PLACE))) {
            assertThat(run.base.queries()).hasSize(1);

            for (int i = 0; i < 20; i++) {
                Fact fact = ant("k" + i, "one", "k", i);
                run.apply(List.of(), List.of(fact));
                assertThat(run.hits()).containsOnly(1);
                run.apply(List.of(fact), List.of());
                assertThat(run.hits()).containsOnly(0);
            }
        }
    }

    @Test
    void facts_of_the_base_revision_do_not_mix_with_those_of_the_judged_one() {
        Expr same = is(own("Bee", "key"), prop(Expr.Role.OUTER, "Ant", "key"));
        Pattern ants = every("Ant", is(own("Ant", "kind"), text("k")));
        try (Case run = new Case(
                new Condition.EveryHas(null, ants, every("Bee", same), Ir.PLACE),
                new Condition.EveryHas(null, ants, pattern("Bee", Pattern.Side.BASE, same), Ir.PLACE))) {
            run.apply(List.of(), List.of(ant("1", "one", "k", 1), bee("1", "one", "", null)));

            assertThat(run.hits()).as("ants without a bee").containsExactly(0, 1);
        }
    }

    @Test
    void an_absent_value_equals_an_absent_value_in_a_join() {
        Pattern bees = every("Bee", is(own("Bee", "kind"), text("k")));
        Expr sameNote = is(own("Bee", "note"), prop(Expr.Role.OUTER, "Bee", "note"));
        try (Case run = new Case(new Condition.EveryHasNo(null, bees, every("Bee", sameNote), Ir.PLACE))) {
            run.apply(List.of(), List.of(bee("1", "one", "k", null), bee("2", "one", "other", null)));

            assertThat(run.hits()).as("with itself and with the other").containsExactly(2);
        }
    }

    @Test
    void a_fact_that_throws_when_read_fails_its_leaves_and_no_others() {
        try (Case run = new Case(
                some(every("Bomb", is(own("Bomb", "kind"), text("k")))),
                some(every("Ant", is(own("Ant", "kind"), text("k")))))) {
            run.apply(List.of(), List.of(ant("1", "one", "k", 1)));
            assertThat(run.hits()).containsExactly(0, 1);

            List<Integer> touched = run.apply(
                    List.of(),
                    List.of(new Trial.Bomb("b", "one", Provenance.File.whole("f")), ant("2", "one", "k", 1)));

            assertThat(touched).contains(0, 1);
            assertThat(run.session.isBroken()).isTrue();
            assertThat(run.hits(1)).isEqualTo(2);
            assertThatThrownBy(() -> run.hits(0)).hasMessageContaining("tick");
        }
    }

    @Test
    void a_subject_of_another_snapshot_is_refused() {
        Expr mine = is(own("Ant", "kind"), prop(Expr.Role.SUBJECT, "Cat", "kind"));
        try (Case run = new Case(some(every("Ant", mine)))) {
            assertThatThrownBy(() -> run.session.of(run.plans.matched().get(0), cat("stranger", "one")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("no such subject in this session: Cat[key=stranger")
                    .hasMessageContaining("Maybe it was taken from another snapshot");
        }
    }

    @Test
    void an_unknown_fact_type_is_named() {
        Pattern unknown = new Pattern(
                "dog",
                "Dog",
                Pattern.Side.HEAD,
                false,
                List.of(is(own("Ant", "kind"), text("k"))),
                io.github.assaymark.model.rule.Qualifiers.NONE,
                Ir.PLACE);
        LeafPlans plans = LeafPlans.of(List.of(Ir.item(0, "Cat", some(unknown))));

        assertThatThrownBy(() -> ReteBase.compile(plans, Trial.CATALOGUE))
                .hasMessage("no fact type Dog in the catalogue\n"
                        + "  Maybe the checklist was compiled against other fact types");
    }

    @Test
    void the_passing_of_time_leaves_rules_alone_that_read_parameters_only() {
        Expr param = is(own("Ant", "kind"), new Expr.ParamRef("text", text("").type(), Ir.PLACE));
        Expr old = compare(
                new Expr.Arithmetic(
                        true,
                        new Expr.NowRef(Ir.PLACE),
                        own("Ant", "at"),
                        io.github.assaymark.model.catalogue.ValueType.DURATION,
                        Ir.PLACE),
                Expr.Comparison.GREATER,
                new Expr.Const(Duration.ofHours(1), io.github.assaymark.model.catalogue.ValueType.DURATION, Ir.PLACE));
        try (Case run = new Case(some(every("Ant", param)), some(every("Ant", old)))) {
            run.env = Environment.of(RandomFacts.START, Map.of("text", "k"));
            run.apply(List.of(), List.of(ant("1", "one", "k", 1)));
            assertThat(run.hits()).containsExactly(1, 0);

            run.env = Environment.of(RandomFacts.START.plus(Duration.ofDays(1)), Map.of("text", "k"));
            assertThat(run.apply(List.of(), List.of())).containsExactly(1);
            assertThat(run.hits()).containsExactly(1, 1);

            run.env = Environment.of(RandomFacts.START.plus(Duration.ofDays(1)), Map.of("text", "other"));
            assertThat(run.apply(List.of(), List.of())).containsExactly(0);
            assertThat(run.hits()).containsExactly(0, 1);
        }
    }

    private static final class Case implements AutoCloseable {
        final LeafPlans plans;
        final ReteBase base;
        final ReteSession session;
        private final FactStore store;
        private final List<Item> items = new ArrayList<>();
        private final List<Condition.Leaf> leaves;
        Environment env = ENV;

        Case(Condition.Leaf... leaves) {
            this.leaves = List.of(leaves);
            for (Condition.Leaf leaf : leaves) items.add(Ir.item(items.size(), "Cat", leaf));
            plans = LeafPlans.of(items);
            base = ReteBase.compile(plans, Trial.CATALOGUE);
            store = new FactStore(Snapshot.of(List.of(SUBJECT)));
            session = new ReteSession(base, plans, store, ENV, (p, s, e) -> new PlainMatcher(p, s, e, Trial.CATALOGUE));
        }

        /** The ids of the plans that were touched, in order. */
        List<Integer> apply(List<Fact> removed, List<Fact> added) {
            List<Integer> touched = new ArrayList<>();
            store.apply(new FactDelta(removed, added));
            session.apply(removed, added, env, (plan, scope) -> touched.add(plan.id()));
            return touched.stream().distinct().sorted().toList();
        }

        List<Integer> hits() {
            List<Integer> hits = new ArrayList<>();
            for (int i = 0; i < leaves.size(); i++) hits.add(hits(i));
            return hits;
        }

        int hits(int leaf) {
            LeafPlan plan = java.util.Objects.requireNonNull(plans.of(items.get(leaf), leaves.get(leaf)));
            return session.of(plan, SUBJECT).hits();
        }

        @Override
        public void close() {
            session.close();
        }
    }
}
