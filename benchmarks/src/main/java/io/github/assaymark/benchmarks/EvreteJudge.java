package io.github.assaymark.benchmarks;

import io.github.assaymark.model.Fact;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.evrete.KnowledgeService;
import org.evrete.api.Knowledge;
import org.evrete.api.RuleSession;
import org.evrete.api.builders.LhsBuilder;
import org.evrete.api.builders.RuleSetBuilder;

/**
 * The same items for Evrete, with function predicates. It has neither {@code not} nor {@code exists} nor counting, so
 * only the shapes MUST and HAS_NO can be written: 180 of the 250 items.
 */
final class EvreteJudge implements AutoCloseable {
    private final KnowledgeService service = new KnowledgeService();
    private final Map<String, Set<Integer>> failing = new HashMap<>();

    /** Evrete reads properties of beans. */
    public static class Bean {
        private final Sample sample;

        Bean(Sample sample) {
            this.sample = sample;
        }

        public String getKey() {
            return sample.key();
        }

        public String getOwner() {
            return sample.owner();
        }

        public String getKind() {
            return sample.kind();
        }

        public int getNum() {
            return sample.num();
        }

        public boolean getFlag() {
            return sample.flag();
        }

        public String getTarget() {
            return sample.target();
        }
    }

    /** One class a type, because Evrete tells facts apart by class. */
    public static final class AlarmBean extends Bean {
        AlarmBean(Sample sample) {
            super(sample);
        }
    }

    /** A call. */
    public static final class CallBean extends Bean {
        CallBean(Sample sample) {
            super(sample);
        }
    }

    /** A handler. */
    public static final class HandlerBean extends Bean {
        HandlerBean(Sample sample) {
            super(sample);
        }
    }

    /** A page. */
    public static final class PageBean extends Bean {
        PageBean(Sample sample) {
            super(sample);
        }
    }

    /** A table. */
    public static final class TableBean extends Bean {
        TableBean(Sample sample) {
            super(sample);
        }
    }

    /** A topic. */
    public static final class TopicBean extends Bean {
        TopicBean(Sample sample) {
            super(sample);
        }
    }

    private static final List<Class<? extends Bean>> BEANS = List.of(
            AlarmBean.class, CallBean.class, HandlerBean.class, PageBean.class, TableBean.class, TopicBean.class);

    Knowledge compile() {
        RuleSetBuilder<Knowledge> rules = service.newKnowledge().builder();
        for (Workload.Spec spec : Workload.specs()) {
            switch (spec.shape()) {
                case MUST -> must(rules, spec);
                case HAS_NO -> hasNo(rules, spec);
                case HAS, SOME, AT_LEAST -> {} // cannot be said
            }
        }
        return rules.build();
    }

    /** The same with conditions written as text, which Evrete gives to javac. */
    Knowledge compileTexts() {
        RuleSetBuilder<Knowledge> rules = service.newKnowledge().builder();
        for (Workload.Spec spec : Workload.specs()) {
            boolean hasNo = spec.shape() == Workload.Spec.Shape.HAS_NO;
            if (!hasNo && spec.shape() != Workload.Spec.Shape.MUST) continue; // cannot be said
            LhsBuilder<Knowledge> lhs = hasNo
                    ? rules.newRule("t" + spec.number())
                            .forEach("$a", BEANS.get(spec.type()), "$b", BEANS.get(spec.other()))
                    : rules.newRule("t" + spec.number()).forEach("$a", BEANS.get(spec.type()));
            lhs.where("$a.kind.equals(\"" + spec.kind() + "\")", "$a.num > " + spec.above());
            if (hasNo) lhs.where("$b.num > " + spec.below(), "$b.target.equals($a.key)", "$b.owner.equals($a.owner)");
            else lhs.where("!$a.flag", "$a.num >= " + spec.below());
            lhs.execute(context -> fail(context.get("$a"), spec));
        }
        return rules.build();
    }

    /** Numbers of the items that fail, by service, of the shapes Evrete can say. */
    Map<String, Set<Integer>> failing(Knowledge knowledge, List<Fact> facts) {
        failing.clear();
        var session = knowledge.newStatelessSession();
        insert(session, facts);
        session.fire();
        return failing;
    }

    static void insert(RuleSession<?> session, List<Fact> facts) {
        for (Fact fact : facts) if (fact instanceof Sample sample) session.insert(bean(sample));
    }

    static Bean bean(Sample sample) {
        return switch (Sample.NAMES.indexOf(sample.getClass().getSimpleName())) {
            case 0 -> new AlarmBean(sample);
            case 1 -> new CallBean(sample);
            case 2 -> new HandlerBean(sample);
            case 3 -> new PageBean(sample);
            case 4 -> new TableBean(sample);
            default -> new TopicBean(sample);
        };
    }

    private void must(RuleSetBuilder<Knowledge> rules, Workload.Spec spec) {
        guarded(rules, spec)
                .where(on(v -> !(boolean) v[0] && (int) v[1] >= spec.below()), "$a.flag", "$a.num")
                .execute(context -> fail(context.get("$a"), spec));
    }

    private void hasNo(RuleSetBuilder<Knowledge> rules, Workload.Spec spec) {
        LhsBuilder<Knowledge> lhs =
                rules.newRule("i" + spec.number()).forEach("$a", BEANS.get(spec.type()), "$b", BEANS.get(spec.other()));
        guard(lhs, spec)
                .where(on(v -> (int) v[0] > spec.below()), "$b.num")
                .where(on(v -> v[0].equals(v[1])), "$b.target", "$a.key")
                .where(on(v -> v[0].equals(v[1])), "$b.owner", "$a.owner")
                .execute(context -> fail(context.get("$a"), spec));
    }

    private static LhsBuilder<Knowledge> guarded(RuleSetBuilder<Knowledge> rules, Workload.Spec spec) {
        return guard(rules.newRule("i" + spec.number()).forEach("$a", BEANS.get(spec.type())), spec);
    }

    private static LhsBuilder<Knowledge> guard(LhsBuilder<Knowledge> lhs, Workload.Spec spec) {
        return lhs.where(on(v -> v[0].equals(spec.kind())), "$a.kind")
                .where(on(v -> (int) v[0] > spec.above()), "$a.num");
    }

    private static Predicate<Object[]> on(Predicate<Object[]> test) {
        return test;
    }

    private void fail(Bean bean, Workload.Spec spec) {
        failing.computeIfAbsent(bean.getOwner(), k -> new TreeSet<>()).add(spec.number());
    }

    @Override
    public void close() {
        service.shutdown();
    }
}
