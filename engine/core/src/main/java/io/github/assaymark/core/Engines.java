package io.github.assaymark.core;

import io.github.assaymark.core.link.MatchEngine;
import io.github.assaymark.core.plain.PlainMatcher;
import io.github.assaymark.core.rete.ReteEngines;
import io.github.assaymark.model.catalogue.FactCatalogue;

/** Which engine matches. */
final class Engines {
    private Engines() {}

    /** The engine to use when none is asked for. */
    static MatchEngine.Factory over(FactCatalogue catalogue) {
        return new ReteEngines(catalogue, (plans, store, env) -> new PlainMatcher(plans, store, env, catalogue));
    }
}
