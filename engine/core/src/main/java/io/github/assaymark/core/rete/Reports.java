package io.github.assaymark.core.rete;

import io.github.assaymark.core.facts.FactStore;
import io.github.assaymark.core.link.LeafPlan;
import io.github.assaymark.core.link.MatchEngine;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.rule.Pattern;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says which leaves of which subjects a change touched. */
final class Reports {
    private final ReteBase base;
    private final FactStore store;
    private final MatchEngine.Touched touched;

    Reports(ReteBase base, FactStore store, MatchEngine.Touched touched) {
        this.base = base;
        this.store = store;
        this.touched = touched;
    }

    /** A fact came or went: touches leaves that take it from the fact store. */
    void fact(Fact fact) {
        for (LeafPlan plan : base.unmatched(FactStore.type(fact))) {
            boolean owned = plan.patternScoped() && (plan.partner() == null || plan.partnerScoped() || !plan.canFail());
            if (owned) owner(plan, fact.owner());
            else touched.touched(plan, null);
        }
    }

    /** The environment changed: touches leaves the network does not match. */
    void environment(List<LeafPlan> plans) {
        for (LeafPlan plan : plans) if (plan.canFail() && plan.matchReadsEnvironment()) touched.touched(plan, null);
    }

    /** Matches of a query came or went. */
    void matches(ReteBase.Compiled query, @Nullable Object scope) {
        for (LeafPlan plan : query.users()) {
            if (scope == null || plan.reach() == query.query().reach()) touched.touched(plan, scope);
            else owner(plan, (String) scope);
        }
    }

    private void owner(LeafPlan plan, String owner) {
        switch (plan.reach()) {
            case GLOBAL -> touched.touched(plan, null);
            case OWNER -> touched.touched(plan, owner);
            case SUBJECT -> {
                String judges = Objects.requireNonNull(plan.judges());
                for (Fact subject : store.facts(Pattern.Side.HEAD, judges, owner)) touched.touched(plan, subject);
            }
        }
    }
}
