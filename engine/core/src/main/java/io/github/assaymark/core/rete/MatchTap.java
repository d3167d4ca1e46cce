package io.github.assaymark.core.rete;

import io.github.assaymark.core.link.LeafPlan;
import io.github.assaymark.core.link.Match;
import io.github.assaymark.model.Fact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.kie.internal.event.rule.RuleEventListener;

/** Hears every match that comes or goes, and keeps them by query and scope. */
final class MatchTap implements RuleEventListener {
    /** Scope of matches that are the same for all subjects. */
    private static final Object EVERYWHERE = "";

    private final Map<String, Live> byRule = new HashMap<>();
    private final List<Live> byIndex = new ArrayList<>();
    private final Map<Live, Set<Object>> changed = new LinkedHashMap<>();

    private static final class Live {
        final ReteBase.Compiled query;
        final Map<Object, Bucket> buckets;

        Live(ReteBase.Compiled query) {
            this.query = query;
            this.buckets = query.query().reach() == LeafPlan.Reach.SUBJECT ? new IdentityHashMap<>() : new HashMap<>();
        }
    }

    MatchTap(List<ReteBase.Compiled> queries) {
        for (ReteBase.Compiled query : queries) {
            Live live = new Live(query);
            byIndex.add(live);
            byRule.put(Integer.toString(query.index()), live);
        }
    }

    /**
     * The matches of a query in a scope.
     *
     * @param subject the inserted object; null only for queries of reach GLOBAL
     */
    Bucket bucket(ReteBase.Compiled query, @Nullable Fact subject) {
        Object scope = switch (query.query().reach()) {
            case GLOBAL -> EVERYWHERE;
            case OWNER -> present(subject).owner();
            case SUBJECT -> present(subject);
        };
        return byIndex.get(query.index()).buckets.getOrDefault(scope, Bucket.EMPTY);
    }

    private static Fact present(@Nullable Fact subject) {
        if (subject == null) throw new IllegalArgumentException("no subject for a leaf that depends on it");
        return subject;
    }

    @Override
    public void onAfterMatchFire(org.kie.api.runtime.rule.Match match) {
        Live live = live(match);
        List<Object> facts = match.getObjects();
        Object scope = scope(live.query, facts);
        Bucket bucket = live.buckets.computeIfAbsent(scope, s -> new Bucket(live.query.tuples()));
        bucket.add(match, live.query.tuples() ? tuple(live.query, facts) : null);
        changed(live, scope);
    }

    @Override
    public void onDeleteMatch(org.kie.api.runtime.rule.Match match) {
        Live live = live(match);
        Object scope = scope(live.query, match.getObjects());
        Bucket bucket = live.buckets.get(scope);
        if (bucket == null) return;
        bucket.remove(match);
        if (bucket.count() == 0) live.buckets.remove(scope);
        changed(live, scope);
    }

    private Live live(org.kie.api.runtime.rule.Match match) {
        Live live = byRule.get(match.getRule().getName());
        if (live == null) throw new AssertionError(match.getRule().getName());
        return live;
    }

    private static Object scope(ReteBase.Compiled query, List<Object> facts) {
        return switch (query.query().reach()) {
            case GLOBAL -> EVERYWHERE;
            case OWNER -> ((Fact) facts.get(query.front())).owner();
            case SUBJECT -> facts.get(query.subject());
        };
    }

    private static Match tuple(ReteBase.Compiled query, List<Object> facts) {
        Fact first = (Fact) facts.get(query.front());
        boolean pair = query.query().second() != null && !query.query().absent();
        return pair ? new Match((Fact) facts.get(query.front() + 1), first) : new Match(first, null);
    }

    private void changed(Live live, Object scope) {
        changed.computeIfAbsent(
                        live,
                        l -> l.query.query().reach() == LeafPlan.Reach.SUBJECT
                                ? java.util.Collections.newSetFromMap(new IdentityHashMap<>())
                                : new HashSet<>())
                .add(scope);
    }

    /** Tells what changed since the last call, query by query; scopes as in {@link LeafPlan.Reach}. */
    void drain(BiConsumer<ReteBase.Compiled, @Nullable Object> to) {
        changed.forEach((live, scopes) -> scopes.forEach(
                scope -> to.accept(live.query, live.query.query().reach() == LeafPlan.Reach.GLOBAL ? null : scope)));
        changed.clear();
    }
}
