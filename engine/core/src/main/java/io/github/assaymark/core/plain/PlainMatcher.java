package io.github.assaymark.core.plain;

import io.github.assaymark.core.facts.FactStore;
import io.github.assaymark.core.link.Environment;
import io.github.assaymark.core.link.Fn;
import io.github.assaymark.core.link.LeafPlan;
import io.github.assaymark.core.link.LeafPlans;
import io.github.assaymark.core.link.Linker;
import io.github.assaymark.core.link.Match;
import io.github.assaymark.core.link.MatchEngine;
import io.github.assaymark.core.link.Matches;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.catalogue.FactCatalogue;
import io.github.assaymark.model.rule.Condition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Matches by searching, with hash indexes on equalities. Results that do not depend on a single subject are kept until
 * facts they could hold change.
 */
public final class PlainMatcher implements MatchEngine {
    private record Search(
            PatternSearch first,
            @Nullable PatternSearch partner,
            @Nullable Fn must) {}

    private final LeafPlans plans;
    private final FactStore store;
    private final FactCatalogue catalogue;
    private final FactIndex index;
    private final Map<LeafPlan, Search> searches = new HashMap<>();
    private final Map<LeafPlan, Map<String, Matches>> kept = new HashMap<>();
    private Environment env;

    /** A matcher over the standard catalogue. */
    public PlainMatcher(LeafPlans plans, FactStore store, Environment env) {
        this(plans, store, env, FactCatalogue.standard());
    }

    /** A matcher over any catalogue. */
    public PlainMatcher(LeafPlans plans, FactStore store, Environment env, FactCatalogue catalogue) {
        this.plans = plans;
        this.store = store;
        this.env = env;
        this.catalogue = catalogue;
        this.index = new FactIndex(store);
    }

    @Override
    public Matches of(LeafPlan plan, @Nullable Fact subject) {
        if (plan.reach() == LeafPlan.Reach.SUBJECT)
            return match(plan, Objects.requireNonNull(subject).owner(), subject);
        String owner = plan.reach() == LeafPlan.Reach.OWNER
                ? Objects.requireNonNull(subject).owner()
                : "";
        Map<String, Matches> byOwner = kept.computeIfAbsent(plan, p -> new HashMap<>());
        Matches known = byOwner.get(owner);
        if (known == null) {
            known = plan.partner() == null ? followed(plan, owner) : match(plan, owner, null);
            byOwner.put(owner, known);
        }
        return known instanceof FollowedMatches followed ? followed.orRaise() : known;
    }

    private FollowedMatches followed(LeafPlan plan, String owner) {
        Search search = searches.computeIfAbsent(plan, this::search);
        return new FollowedMatches(
                search.first(), search.must(), env, search.first().possible(store, index, owner, env));
    }

    @Override
    public void apply(List<Fact> removed, List<Fact> added, Environment next, Touched touched) {
        boolean moved = !next.equals(env);
        env = next;
        Map<String, Map<String, Changed>> byType = new HashMap<>();
        for (Fact fact : removed) changed(byType, fact).removed().add(fact);
        for (Fact fact : added) changed(byType, fact).added().add(fact);
        index.apply(removed, added);
        for (LeafPlan plan : plans.matched()) {
            if (moved && plan.matchReadsEnvironment()) {
                forget(plan, null, touched);
                continue;
            }
            if (follow(plan, byType, touched)) continue;
            Set<String> scoped = scopedOwners(plan, byType);
            if (scoped == null) forget(plan, null, touched);
            else scoped.forEach(owner -> forget(plan, owner, touched));
        }
    }

    /** Facts of one type and owner that changed. */
    private record Changed(List<Fact> removed, List<Fact> added) {}

    private static Changed changed(Map<String, Map<String, Changed>> byType, Fact fact) {
        return byType.computeIfAbsent(FactStore.type(fact), type -> new HashMap<>())
                .computeIfAbsent(fact.owner(), owner -> new Changed(new ArrayList<>(), new ArrayList<>()));
    }

    /** Brings up to date what is kept of a leaf with one pattern; false when that is another leaf. */
    private boolean follow(LeafPlan plan, Map<String, Map<String, Changed>> byType, Touched touched) {
        if (plan.partner() != null || plan.reach() == LeafPlan.Reach.SUBJECT) return false;
        if (plan.headTypes().isEmpty()) return true;
        Map<String, Changed> byOwner = byType.getOrDefault(plan.pattern().factType(), Map.of());
        if (byOwner.isEmpty()) return true;
        Map<String, Matches> known = kept.getOrDefault(plan, Map.of());
        byOwner.forEach((owner, facts) -> {
            if (known.get(plan.patternScoped() ? owner : "") instanceof FollowedMatches followed)
                followed.follow(facts.removed(), facts.added());
            if (plan.patternScoped()) touched.touched(plan, owner);
        });
        if (!plan.patternScoped()) touched.touched(plan, null);
        return true;
    }

    @Override
    public void close() {
        kept.clear();
    }

    /** The owners whose subjects a change may concern; null for all. */
    private static @Nullable Set<String> scopedOwners(LeafPlan plan, Map<String, Map<String, Changed>> byType) {
        Set<String> owners = new HashSet<>();
        for (String type : plan.headTypes()) {
            Map<String, Changed> changed = byType.get(type);
            if (changed == null) continue;
            boolean first = plan.pattern().factType().equals(type) && !plan.patternScoped();
            boolean second = plan.partner() != null && plan.partner().factType().equals(type) && !plan.partnerScoped();
            if (first || second) return null;
            owners.addAll(changed.keySet());
        }
        return owners;
    }

    private void forget(LeafPlan plan, @Nullable String owner, Touched touched) {
        if (owner == null) kept.remove(plan);
        else kept.getOrDefault(plan, new HashMap<>()).remove(owner);
        touched.touched(plan, owner);
    }

    private Matches match(LeafPlan plan, String owner, @Nullable Fact subject) {
        Search search = searches.computeIfAbsent(plan, this::search);
        Failures failures = new Failures();
        List<Match> candidates = new ArrayList<>();
        List<Match> hits = new ArrayList<>();
        for (Fact fact : search.first().find(store, index, null, owner, subject, env, failures)) {
            Match candidate = new Match(fact, null);
            candidates.add(candidate);
            if (search.must() != null) {
                if (!failures.test(search.must(), fact, null, subject, env)) hits.add(candidate);
            } else if (search.partner() != null) {
                List<Fact> partners = search.partner().find(store, index, fact, owner, subject, env, failures);
                if (plan.hitsArePairs()) partners.forEach(partner -> hits.add(new Match(partner, fact)));
                else if (partners.isEmpty()) hits.add(candidate);
            }
        }
        failures.raise();
        boolean every = search.must() != null || search.partner() != null;
        return new PlainMatches(candidates, every ? hits : candidates);
    }

    private Search search(LeafPlan plan) {
        return new Search(
                new PatternSearch(plan.pattern(), plan.patternScoped(), catalogue),
                plan.partner() == null ? null : new PatternSearch(plan.partner(), plan.partnerScoped(), catalogue),
                plan.leaf() instanceof Condition.EveryMust every ? Linker.linkAll(every.must(), catalogue) : null);
    }
}
