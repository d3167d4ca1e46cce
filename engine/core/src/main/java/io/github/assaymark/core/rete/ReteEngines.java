package io.github.assaymark.core.rete;

import io.github.assaymark.core.facts.FactStore;
import io.github.assaymark.core.link.Environment;
import io.github.assaymark.core.link.LeafPlans;
import io.github.assaymark.core.link.MatchEngine;
import io.github.assaymark.model.catalogue.FactCatalogue;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Makes engines that match with a Drools network, compiled once for the same plans. Safe for use by many threads; each
 * engine belongs to one.
 */
public final class ReteEngines implements MatchEngine.Factory {
    private final FactCatalogue catalogue;
    private final MatchEngine.Factory plain;
    private final Map<LeafPlans, ReteBase> compiled = Collections.synchronizedMap(new WeakHashMap<>());

    /**
     * Engines over a catalogue.
     *
     * @param plain makes the engines that match what the network is not asked: leaves whose matching may throw, and the
     *     facts of matches of which only the number is kept
     */
    public ReteEngines(FactCatalogue catalogue, MatchEngine.Factory plain) {
        this.catalogue = catalogue;
        this.plain = plain;
    }

    @Override
    public MatchEngine open(LeafPlans plans, FactStore store, Environment env) {
        return session(plans, store, env);
    }

    ReteSession session(LeafPlans plans, FactStore store, Environment env) {
        ReteBase base = compiled.computeIfAbsent(plans, p -> ReteBase.compile(p, catalogue));
        return new ReteSession(base, plans, store, env, plain);
    }
}
