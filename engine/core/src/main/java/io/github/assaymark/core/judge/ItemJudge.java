package io.github.assaymark.core.judge;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Phase;
import io.github.assaymark.model.rule.Condition;
import io.github.assaymark.model.rule.Item;
import io.github.assaymark.model.rule.Pattern;
import io.github.assaymark.model.verdict.Outcome;
import io.github.assaymark.model.verdict.Truth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The outcome of an item on a subject. */
final class ItemJudge {
    private final LeafJudge leaves;
    private final Bench bench;
    private final Phase upTo;

    ItemJudge(Ruleset rules, Bench bench, Phase upTo) {
        this.leaves = new LeafJudge(rules, bench);
        this.bench = bench;
        this.upTo = upTo;
    }

    /** The outcome; {@code subject} null when no subject of the kind was found. */
    Outcome judge(Item item, @Nullable Fact subject) {
        if (item.phase().compareTo(upTo) > 0) return new Outcome.Pending(null, null);
        if (subject == null) return withoutSubject(item);
        Condition appliesIf = item.appliesIf();
        if (appliesIf != null) {
            Truth applies = truth(item, appliesIf, subject);
            if (applies instanceof Truth.False) return new Outcome.NotApplicable();
            if (!(applies instanceof Truth.True)) return outcome(applies);
        }
        return outcome(truth(item, item.condition(), subject));
    }

    /** The value of a condition; failures are ERROR. */
    Truth truth(Item item, Condition condition, Fact subject) {
        if (condition instanceof Condition.AllOf all) return Truth.all(parts(item, all.parts(), subject));
        if (condition instanceof Condition.AnyOf any) return Truth.any(parts(item, any.parts(), subject));
        Condition.Leaf leaf = (Condition.Leaf) condition;
        try {
            return leaves.judge(item, leaf, subject);
        } catch (RuntimeException e) {
            String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            return new Truth.Errored(leaf.place() + ": " + message);
        }
    }

    private List<Truth> parts(Item item, List<Condition> parts, Fact subject) {
        List<Truth> truths = new ArrayList<>(parts.size());
        for (Condition part : parts) truths.add(truth(item, part, subject));
        return truths;
    }

    private Outcome withoutSubject(Item item) {
        Outcome.Reason reason = bench.world().coverage().reason(Pattern.Side.HEAD, item.judges(), null);
        return reason == null ? new Outcome.NotApplicable() : new Outcome.Unknown(reason);
    }

    private static Outcome outcome(Truth truth) {
        if (truth instanceof Truth.True) return new Outcome.Pass();
        if (truth instanceof Truth.False) return new Outcome.Fail();
        if (truth instanceof Truth.Unknown unknown) return new Outcome.Unknown(unknown.reason());
        if (truth instanceof Truth.Pending pending) return new Outcome.Pending(pending.since(), pending.earliest());
        if (truth instanceof Truth.Errored error) return new Outcome.Errored(error.message());
        return new Outcome.NotApplicable();
    }
}
