package io.github.assaymark.core.judge;

import io.github.assaymark.core.facts.World;
import io.github.assaymark.core.link.LeafPlans;
import io.github.assaymark.core.link.MatchEngine;
import io.github.assaymark.core.link.MatchSource;
import io.github.assaymark.core.plain.PlainMatcher;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.FactDelta;
import io.github.assaymark.model.Phase;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.catalogue.FactCatalogue;
import io.github.assaymark.model.rule.Condition;
import io.github.assaymark.model.rule.Item;
import io.github.assaymark.model.verdict.Assessment;
import io.github.assaymark.model.verdict.Disposition;
import io.github.assaymark.model.verdict.Explanation;
import io.github.assaymark.model.verdict.Gate;
import io.github.assaymark.model.verdict.Notice;
import io.github.assaymark.model.verdict.Outcome;
import io.github.assaymark.model.verdict.SubjectRef;
import io.github.assaymark.model.verdict.Truth;
import io.github.assaymark.model.verdict.Verdict;
import io.github.assaymark.model.verdict.VerdictChanges;
import io.github.assaymark.model.verdict.WhatIf;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Verdicts that follow the facts. One thread at a time; only the explanations of its verdicts may be asked for by
 * several.
 */
public final class Session implements Bench, AutoCloseable {
    private final Ruleset rules;
    private final Phase upTo;
    private final World world;
    private final Explainer explainer;
    private final Subjects subjects;
    private final ItemJudge judge;
    private final Dispositions dispositions;
    private final VerdictLookup lookup;
    private final List<Map<SubjectRef, Verdict>> verdicts = new ArrayList<>();
    private MatchEngine engine;
    private @Nullable String unusable;
    private @Nullable String trouble;

    /** Judges everything. */
    public Session(Ruleset rules, Snapshot snapshot, Phase upTo, MatchEngine.Factory engines, Explainer explainer) {
        this.rules = rules;
        this.upTo = upTo;
        this.explainer = explainer;
        world = new World(snapshot, rules.parameters());
        subjects = new Subjects(rules.readers().judgedTypes(), world.store());
        judge = new ItemJudge(rules, this, upTo);
        dispositions = new Dispositions(world, this, explainer);
        rules.items().forEach(item -> verdicts.add(new HashMap<>()));
        lookup = new VerdictLookup(subjects, world, verdicts);
        engine = engines.open(rules.plans(), world.store(), world.environment());
        DirtyTracker tracker = new DirtyTracker(rules, world, subjects);
        tracker.everything();
        settle(tracker, new Journal());
    }

    /** Follows a change; tells the verdicts that changed, in order. */
    public synchronized VerdictChanges apply(FactDelta delta) {
        Journal journal = new Journal();
        String before = trouble();
        follow(delta, journal);
        return changes(journal, before);
    }

    /** What changed, with what went wrong on the way. */
    private VerdictChanges changes(Journal journal, @Nullable String troubleBefore) {
        String now = trouble();
        List<Notice> told = now == null || now.equals(troubleBefore) ? List.of() : List.of(fallback(now));
        return new VerdictChanges(journal.changes(), told);
    }

    /** Stays known when the engine is let go. */
    private @Nullable String trouble() {
        String now = engine.trouble();
        if (now != null) trouble = now;
        return trouble;
    }

    private static Notice fallback(String trouble) {
        return new Notice(
                Notice.Kind.ENGINE_FALLBACK,
                "matching " + trouble + "; verdicts are the same, changes take longer. Maybe report it",
                new Provenance.Derived("the engine", List.of()));
    }

    @Override
    public synchronized WhatIf whatIf(FactDelta delta) {
        requireUsable();
        Journal journal = new Journal();
        String before = trouble();
        World.Change change = null;
        try {
            change = follow(delta, journal);
            return new WhatIf(changes(journal, before), gate());
        } finally {
            if (change != null) {
                takeBack(change);
                journal.restore(verdicts);
            }
        }
    }

    /** Everything that is known now. */
    public synchronized Assessment assessment() {
        requireUsable();
        List<Verdict> all = all();
        List<Assessment.PackRef> packs = rules.packs().stream()
                .map(pack -> new Assessment.PackRef(pack.name(), pack.digest()))
                .toList();
        Notices notices =
                new Notices(rules, world, item -> verdicts.get(item.ordinal()).values());
        List<Notice> told = new ArrayList<>(notices.all());
        String failed = trouble();
        if (failed != null) told.add(fallback(failed));
        return new Assessment(all, Gatekeeper.gate(all, upTo), told, world.now(), packs);
    }

    /** Lets go of the match engine; explanations, and whatever else is asked later, use the plain matcher. */
    public synchronized void retireEngine() {
        trouble();
        engine.close();
        engine = new PlainMatcher(rules.plans(), world.store(), world.environment(), rules.catalogue());
    }

    @Override
    public synchronized void close() {
        engine.close();
        unusable = "the live assessment is closed";
    }

    @Override
    public FactCatalogue catalogue() {
        return rules.catalogue();
    }

    @Override
    public World world() {
        return world;
    }

    @Override
    public LeafPlans plans() {
        return rules.plans();
    }

    @Override
    public MatchSource matches() {
        return engine;
    }

    @Override
    public @Nullable Fact subject(SubjectRef subject) {
        return subjects.fact(subject);
    }

    @Override
    public Truth truth(Item item, Condition condition, Fact subject) {
        return judge.truth(item, condition, subject);
    }

    @Override
    public List<Verdict> verdicts(Item asking, Condition.VerdictOf leaf, Fact subject) {
        List<Verdict> found = new ArrayList<>();
        for (String id : leaf.items()) {
            RuledItem asked = rules.item(id);
            if (asked == null) return List.of(); // nothing can be said of the others' conjunction then
            found.addAll(lookup.of(rules.of(asking), asked, subject));
        }
        return found;
    }

    private World.Change follow(FactDelta delta, Journal journal) {
        requireUsable();
        World.Change change = world.apply(delta);
        boolean done = false;
        try {
            DirtyTracker tracker = new DirtyTracker(rules, world, subjects);
            Set<SubjectRef> changed = subjects.apply(change.effect());
            tracker.world(change, changed);
            engine.apply(change.effect().removed(), change.effect().added(), world.environment(), tracker);
            settle(tracker, journal);
            done = true;
            return change;
        } finally {
            if (!done) unusable = "an earlier change was not applied to its end";
        }
    }

    private void takeBack(World.Change change) {
        boolean done = false;
        try {
            World.Change back = world.apply(World.inverse(change));
            subjects.apply(back.effect());
            engine.apply(back.effect().removed(), back.effect().added(), world.environment(), (leaf, scope) -> {});
            done = true;
        } finally {
            if (!done) unusable = "a tried change was not taken back to its end";
        }
    }

    private void settle(DirtyTracker tracker, Journal journal) {
        while (!tracker.dirty().isEmpty()) {
            Map.Entry<RuledItem, Set<SubjectRef>> next = tracker.dirty().next();
            for (SubjectRef ref : next.getValue())
                if (judgeAgain(next.getKey(), ref, journal)) tracker.verdict(next.getKey(), ref);
        }
    }

    private boolean judgeAgain(RuledItem item, SubjectRef ref, Journal journal) {
        Map<SubjectRef, Verdict> known = verdicts.get(item.ordinal());
        Verdict before = known.get(ref);
        Verdict after = subjects.isJudged(ref) ? judged(item, ref) : null;
        if (after == null) known.remove(ref);
        else known.put(ref, after);
        journal.add(item, ref, before, after);
        return before == null ? after != null : !before.equals(after);
    }

    private Verdict judged(RuledItem item, SubjectRef ref) {
        Outcome outcome = judge.judge(item.item(), subjects.fact(ref));
        Disposition disposition = dispositions.of(item, ref, outcome);
        Slot slot = new Slot(item.ordinal());
        Verdict verdict = new Verdict(item.item(), ref, outcome, disposition, slot::explain);
        slot.verdict = verdict;
        return verdict;
    }

    private List<Verdict> all() {
        List<Verdict> all = new ArrayList<>();
        for (RuledItem item : rules.items()) {
            Map<SubjectRef, Verdict> known = verdicts.get(item.ordinal());
            Collection<SubjectRef> refs = subjects.refs(item.item().judges());
            for (SubjectRef ref : refs) {
                Verdict verdict = known.get(ref);
                if (verdict != null) all.add(verdict);
            }
        }
        return all;
    }

    private Gate gate() {
        return Gatekeeper.gate(all(), upTo);
    }

    private void requireUsable() {
        if (unusable != null) throw new IllegalStateException(unusable + "\n  Maybe open a new one");
    }

    @SuppressWarnings("ReferenceEquality") // an equal verdict may have been given on other evidence
    private synchronized Explanation explain(Verdict verdict, int ordinal) {
        requireUsable();
        if (verdicts.get(ordinal).get(verdict.subject()) != verdict)
            throw new IllegalStateException("the facts behind " + verdict
                    + " have changed since\n  Maybe ask the live assessment again, or explain before the change");
        return explainer.explain(this, verdict);
    }

    /** Lets a verdict's explanation know its verdict. */
    private final class Slot {
        private final int ordinal;
        private @Nullable Verdict verdict;

        Slot(int ordinal) {
            this.ordinal = ordinal;
        }

        Explanation explain() {
            Verdict of = verdict;
            if (of == null) throw new IllegalStateException("asked for before it was given");
            return Session.this.explain(of, ordinal);
        }
    }

    /** Verdicts as they were before a change. */
    private static final class Journal {
        private record Entry(
                RuledItem item,
                SubjectRef ref,
                @Nullable Verdict before,
                @Nullable Verdict after) {}

        private final List<Entry> entries = new ArrayList<>();

        void add(RuledItem item, SubjectRef ref, @Nullable Verdict before, @Nullable Verdict after) {
            if (before != null || after != null) entries.add(new Entry(item, ref, before, after));
        }

        /** Each verdict is judged at most once, so the first entry is the only one. */
        void restore(List<Map<SubjectRef, Verdict>> verdicts) {
            for (Entry entry : entries) {
                Map<SubjectRef, Verdict> known = verdicts.get(entry.item().ordinal());
                if (entry.before() == null) known.remove(entry.ref());
                else known.put(entry.ref(), entry.before());
            }
        }

        List<VerdictChanges.Change> changes() {
            return entries.stream()
                    .filter(e -> e.before() == null || !e.before().equals(e.after()))
                    .sorted((a, b) -> a.item().ordinal() != b.item().ordinal()
                            ? Integer.compare(a.item().ordinal(), b.item().ordinal())
                            : a.ref().compareTo(b.ref()))
                    .map(e -> new VerdictChanges.Change(e.before(), e.after()))
                    .toList();
        }
    }
}
