package io.github.assaymark.core.judge;

import io.github.assaymark.core.facts.CoverageIndex;
import io.github.assaymark.core.facts.World;
import io.github.assaymark.core.link.LeafPlan;
import io.github.assaymark.core.link.MatchEngine;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.fact.Attestation;
import io.github.assaymark.model.fact.BaselineEntry;
import io.github.assaymark.model.fact.TeamMember;
import io.github.assaymark.model.fact.Waiver;
import io.github.assaymark.model.verdict.SubjectRef;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the verdicts that a change of facts may concern. */
final class DirtyTracker implements MatchEngine.Touched {
    private static final String PEOPLE = TeamMember.class.getSimpleName();

    private final Ruleset rules;
    private final World world;
    private final Subjects subjects;
    private final Dirty dirty;

    DirtyTracker(Ruleset rules, World world, Subjects subjects) {
        this.rules = rules;
        this.world = world;
        this.subjects = subjects;
        this.dirty = new Dirty(rules.ranks());
    }

    Dirty dirty() {
        return dirty;
    }

    /** Marks what the change concerns but for matches, which the engine tells; {@code subjects} have followed it. */
    void world(World.Change change, Collection<SubjectRef> changedSubjects) {
        for (SubjectRef ref : changedSubjects)
            for (RuledItem item : rules.readers().judging(ref.kind())) dirty.add(item, ref);
        for (CoverageIndex.TypeOwner scope : change.coverage()) coverage(scope);
        change.effect().removed().forEach(this::statement);
        change.effect().added().forEach(this::statement);
        if (!world.environment().sameParameters(change.before()))
            rules.readers().ofParameters().forEach(this::all);
        if (!world.now().equals(change.before().now())) {
            rules.readers().ofNow().forEach(this::all);
            for (Waiver waiver : world.waivers().all()) statement(waiver); // one may have ended
        }
    }

    @Override
    public void touched(LeafPlan leaf, @Nullable Object scope) {
        for (RuledItem item : rules.readers().of(leaf)) {
            if (scope instanceof Fact subject) {
                if (leaf.judges() == null || item.item().judges().equals(leaf.judges()))
                    dirty.add(item, Subjects.ref(subject));
            } else if (scope instanceof String owner) {
                owned(item, owner);
            } else {
                all(item);
            }
        }
    }

    /** Marks the verdicts that ask for one that changed. */
    void verdict(RuledItem item, SubjectRef subject) {
        for (RuledItem asking : rules.readers().ofVerdicts(item.id())) {
            if (asking.item().judges().equals(subject.kind())) dirty.add(asking, subject);
            else if (VerdictLookup.seesAll(asking, item) || subject.key().equals(SubjectRef.NONE_FOUND)) all(asking);
            else owned(asking, subject.owner());
        }
    }

    private void coverage(CoverageIndex.TypeOwner scope) {
        String owner = scope.owner();
        if (scope.type().equals(PEOPLE)) people();
        if (owner == null) rules.readers().ofAllCoverage(scope.type()).forEach(this::all);
        else rules.readers().ofOwnedCoverage(scope.type()).forEach(item -> owned(item, owner));
    }

    private void statement(Fact fact) {
        if (fact instanceof Waiver w) statement(w.item(), w.subject());
        if (fact instanceof Attestation a) statement(a.item(), a.subject());
        if (fact instanceof BaselineEntry b) statement(b.item(), b.subject());
        if (fact instanceof TeamMember) people();
    }

    /** Who attests or waives is looked up in the directory of people; one new person can make it one that is kept. */
    private void people() {
        rules.readers().ofAllCoverage(PEOPLE).forEach(this::all);
        for (Waiver waiver : world.waivers().all()) statement(waiver);
    }

    private void statement(String id, String subject) {
        for (RuledItem item : rules.named(id)) {
            if (subject.equals("*")) all(item);
            else dirty.add(item, subjects.keyed(item.item().judges(), subject));
        }
    }

    private void all(RuledItem item) {
        dirty.add(item, subjects.refs(item.item().judges()));
    }

    private void owned(RuledItem item, String owner) {
        dirty.add(item, subjects.ownedBy(item.item().judges(), owner));
    }

    /** All verdicts of all items. */
    void everything() {
        List<RuledItem> items = rules.items();
        items.forEach(this::all);
    }
}
