package io.github.assaymark.core.judge;

import io.github.assaymark.core.facts.World;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.fact.BaselineEntry;
import io.github.assaymark.model.fact.Waiver;
import io.github.assaymark.model.rule.Checklist;
import io.github.assaymark.model.verdict.Disposition;
import io.github.assaymark.model.verdict.Outcome;
import io.github.assaymark.model.verdict.SubjectRef;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was decided about outcomes. */
final class Dispositions {
    private final World world;
    private final Bench bench;
    private final Explainer explainer;

    Dispositions(World world, Bench bench, Explainer explainer) {
        this.world = world;
        this.bench = bench;
        this.explainer = explainer;
    }

    Disposition of(RuledItem ruled, SubjectRef subject, Outcome outcome) {
        Instant from = ruled.item().effectiveFrom();
        if (from != null && from.isAfter(world.now())) return new Disposition.NotYetEffective(from);
        Waiver waiver = waiver(ruled, subject, outcome);
        if (waiver != null) return waived(waiver);
        return isBaselined(ruled, subject, outcome) ? new Disposition.Baselined() : new Disposition.None();
    }

    /** Whether a waiver holds now: the one place that compares its end with the clock. */
    static boolean isValid(Waiver waiver, Instant now) {
        return now.isBefore(waiver.until());
    }

    /** Whether an outcome is one a waiver can excuse. */
    static boolean isWaivable(Outcome outcome) {
        return switch (outcome.kind()) {
            case FAIL, UNKNOWN, PENDING -> true;
            case PASS, NOT_APPLICABLE, ERROR -> false;
        };
    }

    private @Nullable Waiver waiver(RuledItem ruled, SubjectRef subject, Outcome outcome) {
        if (!isWaivable(outcome) || ruled.checklist().waivers() == Checklist.WaiverPolicy.FORBIDDEN) return null;
        Waiver longest = null;
        for (Waiver waiver : world.waivers().of(ruled.item(), subject.key()))
            if (isValid(waiver, world.now())
                    && world.directory().doubt(waiver) == null
                    && (longest == null || waiver.until().isAfter(longest.until()))) longest = waiver;
        return longest;
    }

    private static Disposition waived(Waiver waiver) {
        Provenance place = waiver.provenance();
        return new Disposition.Waived(waiver.approvedBy(), waiver.reason(), waiver.ticket(), waiver.until(), place);
    }

    private boolean isBaselined(RuledItem ruled, SubjectRef subject, Outcome outcome) {
        if (outcome.kind() != Outcome.Kind.FAIL) return false;
        List<BaselineEntry> entries = world.baseline().of(ruled.item(), subject.key());
        if (entries.isEmpty()) return false;
        Set<String> accepted = new HashSet<>();
        for (BaselineEntry entry : entries) accepted.add(entry.fingerprint());
        Set<String> found = explainer.fingerprints(bench, ruled.item(), subject);
        return !found.isEmpty() && accepted.containsAll(found);
    }
}
