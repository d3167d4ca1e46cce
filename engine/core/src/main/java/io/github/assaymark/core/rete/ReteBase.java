package io.github.assaymark.core.rete;

import io.github.assaymark.core.link.LeafPlan;
import io.github.assaymark.core.link.LeafPlans;
import io.github.assaymark.model.catalogue.FactCatalogue;
import io.github.assaymark.model.rule.Pattern;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;

/** The compiled network of some leaves. Immutable and safe for use by many threads; sessions share it. */
final class ReteBase {
    private final KieBase rules;
    private final List<Compiled> queries;
    private final Map<LeafPlan, Use> uses;
    private final Map<String, List<LeafPlan>> byType;
    private final boolean leavesSome;
    private final Set<String> headTypes = new HashSet<>();
    private final Set<String> baseTypes = new HashSet<>();

    /**
     * A query with its rule.
     *
     * @param index its position, and the rule's name
     * @param front how many objects of a tuple stand before the first pattern's fact
     * @param subject position of the subject in a tuple; -1 when there is none
     * @param tuples whether the facts of its matches are wanted, not only their number
     * @param users leaves that use it
     */
    record Compiled(int index, Query query, int front, int subject, boolean tuples, List<LeafPlan> users) {}

    /**
     * What a leaf reads from the network.
     *
     * @param candidates null when the fact store knows them
     * @param hits null when they are the candidates and the fact store knows them
     */
    record Use(@Nullable Compiled candidates, @Nullable Compiled hits) {}

    private ReteBase(
            KieBase rules,
            List<Compiled> queries,
            Map<LeafPlan, Use> uses,
            Map<String, List<LeafPlan>> byType,
            boolean leavesSome) {
        this.rules = rules;
        this.queries = List.copyOf(queries);
        this.uses = uses;
        this.byType = byType;
        this.leavesSome = leavesSome;
        for (Compiled compiled : queries) {
            Query query = compiled.query();
            types(query.first());
            if (query.second() != null) types(query.second());
            if (query.judges() != null) headTypes.add(query.judges());
        }
    }

    private void types(Query.Facts facts) {
        (facts.side() == Pattern.Side.HEAD ? headTypes : baseTypes).add(facts.type());
    }

    static ReteBase compile(LeafPlans plans, FactCatalogue catalogue) {
        return new Compilation(catalogue).compile(plans);
    }

    KieSession newSession() {
        return rules.newKieSession();
    }

    List<Compiled> queries() {
        return queries;
    }

    /** What a leaf reads; null when its matching may fail and is left to the plain matcher. */
    @Nullable
    Use use(LeafPlan plan) {
        return uses.get(plan);
    }

    /** Whether there are leaves whose matching may fail. */
    boolean leavesSome() {
        return leavesSome;
    }

    /** Leaves whose matches or candidates come straight from the facts of a type in the judged revision. */
    List<LeafPlan> unmatched(String type) {
        return byType.getOrDefault(type, List.of());
    }

    /** Types of the judged revision the network asks for. */
    Set<String> headTypes() {
        return headTypes;
    }

    /** Types of the base revision the network asks for. */
    Set<String> baseTypes() {
        return baseTypes;
    }

    private static final class Compilation {
        private final RuleCompiler compiler;
        private final ModelImpl model = new ModelImpl();
        private final Map<String, Query> queries = new LinkedHashMap<>();
        private final Map<String, List<LeafPlan>> users = new HashMap<>();
        private final Map<String, Compiled> compiled = new HashMap<>();

        Compilation(FactCatalogue catalogue) {
            this.compiler = new RuleCompiler(catalogue);
        }

        ReteBase compile(LeafPlans plans) {
            Map<String, List<LeafPlan>> byType = new HashMap<>();
            for (LeafPlan plan : plans.matched()) {
                if (plan.canFail()) {
                    plan.headTypes().forEach(type -> add(byType, type, plan));
                    continue;
                }
                Query candidates = Query.candidates(plan);
                Query hits = Query.hits(plan);
                if (!candidates.isUnfiltered()) ask(candidates, plan);
                else if (candidates.first().side() == Pattern.Side.HEAD)
                    add(byType, candidates.first().type(), plan);
                if (!hits.isUnfiltered() && !hits.id().equals(candidates.id())) ask(hits, plan);
            }
            List<Compiled> all = new ArrayList<>();
            for (Map.Entry<String, Query> entry : queries.entrySet()) {
                Compiled next = rule(all.size(), entry.getValue(), users.getOrDefault(entry.getKey(), List.of()));
                all.add(next);
                compiled.put(entry.getKey(), next);
            }
            Map<LeafPlan, Use> uses = new HashMap<>();
            for (LeafPlan plan : plans.matched())
                if (!plan.canFail()) uses.put(plan, new Use(known(Query.candidates(plan)), known(Query.hits(plan))));
            return new ReteBase(
                    KieBaseBuilder.createKieBaseFromModel(model),
                    all,
                    uses,
                    byType,
                    uses.size() < plans.matched().size());
        }

        private void ask(Query query, LeafPlan plan) {
            queries.putIfAbsent(query.id(), query);
            add(users, query.id(), plan);
        }

        private static void add(Map<String, List<LeafPlan>> to, String key, LeafPlan plan) {
            to.computeIfAbsent(key, k -> new ArrayList<>()).add(plan);
        }

        private @Nullable Compiled known(Query query) {
            return compiled.get(query.id());
        }

        private Compiled rule(int index, Query query, List<LeafPlan> asking) {
            model.addRule(compiler.compile(Integer.toString(index), query));
            int env = query.reads().environment() ? 1 : 0;
            int subject = query.judges() == null ? 0 : 1;
            boolean tuples = asking.stream().anyMatch(LeafPlan::needsTuples);
            return new Compiled(
                    index, query, env + subject, subject == 0 ? -1 : env, tuples, Collections.unmodifiableList(asking));
        }
    }
}
