package io.github.assaymark.core.judge;

import io.github.assaymark.core.link.LeafPlan;
import io.github.assaymark.core.link.LeafPlans;
import io.github.assaymark.core.link.Reads;
import io.github.assaymark.model.rule.Checklist;
import io.github.assaymark.model.rule.Condition;
import io.github.assaymark.model.rule.Expr;
import io.github.assaymark.model.rule.Item;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An item, and what a change must touch for its verdicts to change.
 *
 * @param ordinal its position among all items
 * @param plans of its leaves, bound facts too
 * @param ownedTypes fact types whose coverage for the subject's owner it reads
 * @param allTypes fact types whose coverage for every owner it reads
 * @param readsNow whether it reads the moment
 * @param readsParameters whether it reads parameters
 * @param asks ids of the items whose verdicts it reads
 */
record RuledItem(
        int ordinal,
        Item item,
        Checklist checklist,
        Set<LeafPlan> plans,
        Set<String> ownedTypes,
        Set<String> allTypes,
        boolean readsNow,
        boolean readsParameters,
        Set<String> asks) {

    static RuledItem of(int ordinal, Item item, Checklist checklist, LeafPlans plans) {
        Set<LeafPlan> used = new LinkedHashSet<>();
        Set<String> owned = new HashSet<>();
        Set<String> all = new HashSet<>(Set.of(item.judges()));
        Set<String> asks = new LinkedHashSet<>();
        boolean now = item.effectiveFrom() != null;
        boolean parameters = false;
        for (Condition.Leaf leaf : LeafPlans.leaves(item).toList()) {
            LeafPlan plan = plans.of(item, leaf);
            if (plan != null) {
                used.add(plan);
                (plan.patternScoped() ? owned : all).add(plan.pattern().factType());
                if (plan.partner() != null)
                    (plan.partnerScoped() ? owned : all).add(plan.partner().factType());
                now |= plan.matchReadsEnvironment() || plan.judgeReadsEnvironment();
                parameters |= !plan.parameters().isEmpty() || plan.everyParameter();
            }
            if (leaf instanceof Condition.VerdictOf of) asks.addAll(of.items());
            if (leaf instanceof Condition.Attested attested) {
                all.addAll(List.of("Attestation", "TeamMember"));
                now = true;
                List<Expr> read = new ArrayList<>(List.of(attested.quorum()));
                if (attested.roles() != null) read.add(attested.roles());
                parameters |= Reads.of(read).environment();
            }
        }
        return new RuledItem(ordinal, item, checklist, used, owned, all, now, parameters, asks);
    }

    String id() {
        return item.id();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RuledItem ruled && ruled.ordinal == ordinal;
    }

    @Override
    public int hashCode() {
        return ordinal;
    }
}
