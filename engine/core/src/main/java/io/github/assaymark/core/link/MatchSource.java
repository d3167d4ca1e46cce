package io.github.assaymark.core.link;

import io.github.assaymark.model.Fact;
import org.jspecify.annotations.Nullable;

/** Finds the facts that meet the patterns of leaves. Not safe for use by many threads. */
@FunctionalInterface
public interface MatchSource {
    /**
     * What matches a leaf.
     *
     * @param subject the judged fact; null only for a leaf of {@link LeafPlan.Reach#GLOBAL}
     * @throws RuntimeException when an expression could not be evaluated; the leaf is then ERROR with its message.
     *     Which of several is thrown must not depend on the order of facts: plans with {@link LeafPlan#canFail} are
     *     best left to the plain matcher
     */
    Matches of(LeafPlan leaf, @Nullable Fact subject);
}
