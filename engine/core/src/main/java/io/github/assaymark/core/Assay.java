package io.github.assaymark.core;

import io.github.assaymark.core.explain.AttestationRequests;
import io.github.assaymark.core.explain.ItemExplainer;
import io.github.assaymark.core.facts.ContentDigest;
import io.github.assaymark.core.judge.Explainer;
import io.github.assaymark.core.judge.Ruleset;
import io.github.assaymark.core.judge.Session;
import io.github.assaymark.core.link.MatchEngine;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Phase;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.catalogue.FactCatalogue;
import io.github.assaymark.model.rule.Pack;
import io.github.assaymark.model.verdict.Assessment;
import io.github.assaymark.model.verdict.AttestationRequest;
import java.util.Collection;
import java.util.List;

/**
 * Packs of checklists, ready to judge. Immutable and safe for use by many threads; make one and keep it, for preparing
 * packs takes longer than judging with them.
 */
public final class Assay {
    private final Ruleset rules;
    private final Phase upTo;
    private final MatchEngine.Factory once;
    private final MatchEngine.Factory live;
    private final Explainer explainer;

    private Assay(Ruleset rules, Phase upTo, MatchEngine.Factory once, MatchEngine.Factory live, Explainer explainer) {
        this.rules = rules;
        this.upTo = upTo;
        this.once = once;
        this.live = live;
        this.explainer = explainer;
    }

    /**
     * Judges with packs, up to the last phase.
     *
     * @throws io.github.assaymark.model.rule.PackException when packs do not go together or do not fit this library's
     *     fact types; it lists every problem
     */
    public static Assay with(Pack... packs) {
        return with(FactCatalogue.standard(), packs);
    }

    /**
     * Judges facts of types of one's own.
     *
     * @param catalogue the types, those of {@link FactCatalogue#standard()} among them
     * @throws io.github.assaymark.model.rule.PackException when packs do not go together or do not fit the fact types;
     *     it lists every problem
     */
    public static Assay with(FactCatalogue catalogue, Pack... packs) {
        Ruleset rules = Ruleset.of(List.of(packs), catalogue);
        return new Assay(
                rules,
                Phase.AFTER_GA,
                Engines.plain(catalogue),
                Engines.network(catalogue),
                new ItemExplainer(List.of(packs)));
    }

    /** The same, but items of later phases than {@code phase} are PENDING and stay out of the gate. */
    public Assay upTo(Phase phase) {
        return new Assay(rules, phase, once, live, explainer);
    }

    /** The same with another way of matching. */
    Assay matchedBy(MatchEngine.Factory other) {
        return new Assay(rules, upTo, other, other, explainer);
    }

    /**
     * Judges a snapshot. The same packs and facts always give the same assessment.
     *
     * @throws IllegalArgumentException when the snapshot does not hold exactly one
     *     {@link io.github.assaymark.model.Now}
     */
    public Assessment assess(Snapshot snapshot) {
        Session session = new Session(rules, snapshot, upTo, once, explainer);
        session.retireEngine();
        return session.assessment();
    }

    /**
     * What the items ask persons to attest, answered or not, in the order of the verdicts. Somebody who writes such an
     * attestation needs the commit and the digest it names.
     *
     * @throws IllegalArgumentException when the snapshot does not hold exactly one
     *     {@link io.github.assaymark.model.Now}
     */
    public List<AttestationRequest> attestationRequests(Snapshot snapshot) {
        Session session = new Session(rules, snapshot, upTo, once, explainer);
        return AttestationRequests.of(session, session.assessment());
    }

    /**
     * Judges a snapshot and stays ready to follow its changes.
     *
     * @throws IllegalArgumentException when the snapshot does not hold exactly one
     *     {@link io.github.assaymark.model.Now}
     */
    public LiveAssessment open(Snapshot snapshot) {
        return new LiveAssessment(new Session(rules, snapshot, upTo, live, explainer));
    }

    /**
     * The digest an attestation must carry that is bound to these facts, in any order: {@code sha256:} and the
     * hexadecimal SHA-256 of one line for each fact, in sorted order, made of its type, its key and its
     * {@code contentHash}, or where it has none, of every other property but {@code sha} and {@code changed}.
     *
     * @throws IllegalArgumentException when a fact is of a type outside the catalogue this judges with
     */
    public String digest(Collection<? extends Fact> facts) {
        return ContentDigest.of(facts, rules.catalogue());
    }
}
