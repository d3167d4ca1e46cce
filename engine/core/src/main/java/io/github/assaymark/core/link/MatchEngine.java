package io.github.assaymark.core.link;

import io.github.assaymark.core.facts.FactStore;
import io.github.assaymark.model.Fact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A match source that follows the changes of facts. */
public interface MatchEngine extends MatchSource, AutoCloseable {

    /**
     * Follows a change. The store has changed already. A changed fact is one removed and one added; removed facts are
     * equal to present ones but need not be the same objects.
     *
     * @param env the environment from now on; often unchanged
     * @param touched is told every leaf and scope whose matches may differ from now on; more than that does no harm
     */
    void apply(List<Fact> removed, List<Fact> added, Environment env, Touched touched);

    /**
     * What went wrong with it, in one line that goes on from "matching"; null when nothing did. Its matches are right
     * anyhow.
     */
    default @Nullable String trouble() {
        return null;
    }

    @Override
    void close();

    /** Makes engines. Safe for use by many threads; may keep what it compiles for {@code plans}. */
    @FunctionalInterface
    interface Factory {
        /**
         * An engine over the facts that are in the store now. Leaves it is asked about are those of
         * {@link LeafPlans#matched}; the store holds subjects, parameters' {@code PolicyValue} facts and base facts
         * too.
         */
        MatchEngine open(LeafPlans plans, FactStore store, Environment env);
    }

    /** Hears what changed. */
    @FunctionalInterface
    interface Touched {
        /**
         * Matches of a leaf changed.
         *
         * @param scope the subject (a {@link Fact}), the owner of the subjects (a {@link String}), or null for every
         *     subject
         */
        void touched(LeafPlan leaf, @Nullable Object scope);
    }
}
