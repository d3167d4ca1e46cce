package io.github.assaymark.core.facts;

import io.github.assaymark.core.link.Environment;
import io.github.assaymark.core.link.Parameters;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.FactDelta;
import io.github.assaymark.model.Now;
import io.github.assaymark.model.Param;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.fact.Attestation;
import io.github.assaymark.model.fact.BaselineEntry;
import io.github.assaymark.model.fact.PolicyValue;
import io.github.assaymark.model.fact.Waiver;
import io.github.assaymark.model.rule.Pattern;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Everything that is known, indexed, with what follows from it. Not safe for many threads. */
public final class World {
    private final Parameters parameters;
    private final FactStore store;
    private final CoverageIndex coverage;
    private final ItemFacts<Waiver> waivers;
    private final ItemFacts<Attestation> attestations;
    private final Directory directory;
    private final ItemFacts<BaselineEntry> baseline;
    private Parameters.Reading reading;

    /**
     * What a change came to.
     *
     * @param effect the facts that changed, derived ones too
     * @param coverage scopes whose coverage changed
     * @param before the environment before it
     */
    public record Change(FactDelta effect, Set<CoverageIndex.TypeOwner> coverage, Environment before) {}

    /**
     * The world of a snapshot.
     *
     * @throws IllegalArgumentException when it does not hold exactly one {@link Now}, or holds a {@link PolicyValue}
     */
    public World(Snapshot snapshot, Parameters parameters) {
        this.parameters = parameters;
        store = new FactStore(snapshot);
        if (store.count(Pattern.Side.HEAD, "PolicyValue") > 0) throw policyValueGiven();
        reading = read();
        store.apply(new FactDelta(List.of(), List.copyOf(reading.policyValues())));
        coverage = new CoverageIndex(store);
        waivers = new ItemFacts<>(Waiver.class, Waiver::item, Waiver::subject, store);
        attestations = new ItemFacts<>(Attestation.class, Attestation::item, Attestation::subject, store);
        directory = new Directory(store, coverage);
        baseline = new ItemFacts<>(BaselineEntry.class, BaselineEntry::item, BaselineEntry::subject, store);
    }

    public FactStore store() {
        return store;
    }

    public CoverageIndex coverage() {
        return coverage;
    }

    public ItemFacts<Waiver> waivers() {
        return waivers;
    }

    public ItemFacts<Attestation> attestations() {
        return attestations;
    }

    /** The people who may attest. */
    public Directory directory() {
        return directory;
    }

    public ItemFacts<BaselineEntry> baseline() {
        return baseline;
    }

    /** The moment and the parameters. */
    public Environment environment() {
        return reading.environment();
    }

    /** What reading the parameters found. */
    public Parameters.Reading reading() {
        return reading;
    }

    /** The moment. */
    public Instant now() {
        return environment().now();
    }

    /**
     * Changes the judged revision.
     *
     * @throws IllegalArgumentException when the change does not fit; nothing has changed then
     */
    public Change apply(FactDelta delta) {
        FactDelta effect = store.effect(delta);
        check(effect);
        Environment before = environment();
        store.apply(effect);
        FactDelta whole = effect;
        if (touchesEnvironment(effect)) {
            Set<Fact> stale = new HashSet<>(reading.policyValues());
            reading = read();
            Set<Fact> next = new HashSet<>(reading.policyValues());
            FactDelta derived = new FactDelta(
                    stale.stream().filter(fact -> !next.contains(fact)).toList(),
                    reading.policyValues().stream()
                            .filter(fact -> !stale.contains(fact))
                            .map(Fact.class::cast)
                            .toList());
            store.apply(derived);
            whole = new FactDelta(joined(effect.removed(), derived.removed()), joined(effect.added(), derived.added()));
        }
        Set<CoverageIndex.TypeOwner> changed = coverage.apply(effect);
        waivers.apply(effect);
        attestations.apply(effect);
        directory.apply(effect);
        baseline.apply(effect);
        return new Change(whole, changed, before);
    }

    /** The change of {@code change} taken back, without what the engine derived. */
    public static FactDelta inverse(Change change) {
        return new FactDelta(
                given(change.effect().added()), given(change.effect().removed()));
    }

    private static List<Fact> given(List<Fact> facts) {
        return facts.stream().filter(fact -> !(fact instanceof PolicyValue)).toList();
    }

    private void check(FactDelta effect) {
        int moments = 1;
        for (Fact fact : effect.removed()) {
            if (fact instanceof PolicyValue) throw policyValueGiven();
            if (fact instanceof Now) moments--;
        }
        for (Fact fact : effect.added()) {
            if (fact instanceof PolicyValue) throw policyValueGiven();
            if (fact instanceof Now) moments++;
        }
        if (moments != 1) throw moments(moments);
    }

    private static boolean touchesEnvironment(FactDelta effect) {
        return effect.removed().stream().anyMatch(fact -> fact instanceof Now || fact instanceof Param)
                || effect.added().stream().anyMatch(fact -> fact instanceof Now || fact instanceof Param);
    }

    private Parameters.Reading read() {
        List<Fact> moments = store.sorted("Now");
        if (moments.size() != 1) throw moments(moments.size());
        List<Param> params =
                store.sorted("Param").stream().map(Param.class::cast).toList();
        return parameters.read(params, ((Now) moments.get(0)).at());
    }

    private static List<Fact> joined(List<Fact> first, List<Fact> second) {
        List<Fact> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static IllegalArgumentException moments(int found) {
        return new IllegalArgumentException("a snapshot holds exactly one Now fact, this one " + found + "\n  Maybe "
                + (found == 0 ? "add Now.at(...)" : "remove the old one when time goes on"));
    }

    private static IllegalArgumentException policyValueGiven() {
        return new IllegalArgumentException(
                "PolicyValue facts are made by the engine\n  Maybe give a Param fact of that name instead");
    }
}
