package io.github.assaymark.core;

import io.github.assaymark.core.link.MatchEngine;
import io.github.assaymark.core.plain.PlainMatcher;
import io.github.assaymark.core.rete.ReteEngines;
import io.github.assaymark.model.catalogue.FactCatalogue;

/**
 * Which engine matches: a rule network where facts will change, plain loops where they are judged once. The
 * differential test holds the two equal.
 */
final class Engines {
    private Engines() {}

    /** Follows changes in microseconds, and takes longer to fill. */
    static MatchEngine.Factory network(FactCatalogue catalogue) {
        return new ReteEngines(catalogue, plain(catalogue));
    }

    /** Two to three times quicker than the network in one pass, and no quicker in the next. */
    static MatchEngine.Factory plain(FactCatalogue catalogue) {
        return (plans, store, env) -> new PlainMatcher(plans, store, env, catalogue);
    }
}
