package io.github.assaymark.core.rete;

import io.github.assaymark.model.Fact;
import org.drools.model.Variable;
import org.jspecify.annotations.Nullable;

/** The variables that stand before a pattern in its rule; null for those the rule does not have. */
record Bound(
        @Nullable Variable<Surroundings> surroundings,
        @Nullable Variable<Fact> subject,
        @Nullable Variable<Fact> outer) {

    Bound withOuter(Variable<Fact> fact) {
        return new Bound(surroundings, subject, fact);
    }
}
