package io.github.assaymark.core.judge;

import io.github.assaymark.core.facts.Demands;
import io.github.assaymark.core.link.Fn;
import io.github.assaymark.core.link.LeafPlan;
import io.github.assaymark.core.link.Linker;
import io.github.assaymark.model.catalogue.FactCatalogue;
import io.github.assaymark.model.rule.Condition;
import org.jspecify.annotations.Nullable;

/** The expressions of a leaf that judging reads, linked. */
record Terms(
        Quality first,
        @Nullable Quality partner,
        @Nullable Fn number,
        @Nullable Fn distinct,
        Demands demands,
        @Nullable Demands partnerDemands) {

    /** Links all expressions of a leaf, those of matching too, so that mistakes show before anything is judged. */
    static Terms of(LeafPlan plan, FactCatalogue catalogue) {
        Linker.linkAll(plan.pattern().where(), catalogue);
        if (plan.partner() != null) Linker.linkAll(plan.partner().where(), catalogue);
        if (plan.leaf() instanceof Condition.EveryMust every) Linker.linkAll(every.must(), catalogue);
        Condition.Count count = plan.leaf() instanceof Condition.Count c ? c : null;
        return new Terms(
                new Quality(plan.pattern(), catalogue),
                plan.partner() == null ? null : new Quality(plan.partner(), catalogue),
                count == null ? null : Linker.link(count.number(), catalogue),
                count == null || count.distinctBy() == null ? null : Linker.link(count.distinctBy(), catalogue),
                Demands.of(plan.pattern(), catalogue),
                plan.partner() == null ? null : Demands.of(plan.partner(), catalogue));
    }
}
