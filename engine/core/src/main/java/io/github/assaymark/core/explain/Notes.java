package io.github.assaymark.core.explain;

import io.github.assaymark.core.judge.Bench;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.fact.Attestation;
import io.github.assaymark.model.fact.Decision;
import io.github.assaymark.model.fact.Waiver;
import io.github.assaymark.model.rule.Checklist;
import io.github.assaymark.model.rule.Condition;
import io.github.assaymark.model.rule.Item;
import io.github.assaymark.model.verdict.Disposition;
import io.github.assaymark.model.verdict.Outcome;
import io.github.assaymark.model.verdict.Truth;
import io.github.assaymark.model.verdict.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What else a reader of a verdict must know. */
final class Notes {
    private static final int ANSWERS = 3;

    private final Bench bench;
    private final Verdict verdict;
    private final @Nullable Checklist checklist;
    private final List<String> lines = new ArrayList<>();

    Notes(Bench bench, Verdict verdict, @Nullable Checklist checklist) {
        this.bench = bench;
        this.verdict = verdict;
        this.checklist = checklist;
    }

    /**
     * The notes, most telling first.
     *
     * @param told the tree that was decisive; null when nothing was judged
     */
    List<String> lines(@Nullable Judged told, @Nullable Scene scene) {
        disposition();
        waivers();
        if (told != null && scene != null) {
            if (verdict.outcome() instanceof Outcome.Fail) conflict(told, scene);
            if (verdict.outcome() instanceof Outcome.Unknown) answers(told);
            if (verdict.outcome() instanceof Outcome.Pending) pending(told);
        }
        rollout();
        return List.copyOf(lines);
    }

    private void disposition() {
        Disposition disposition = verdict.disposition();
        if (disposition instanceof Disposition.Waived waived)
            lines.add("waived by " + waived.approvedBy() + " until " + waived.until() + ": "
                    + Values.cut(waived.reason()) + (waived.ticket() == null ? "" : " (" + waived.ticket() + ")")
                    + at(waived.place()) + "; without the waiver it is "
                    + verdict.outcome().kind());
        if (disposition instanceof Disposition.Baselined)
            lines.add("every finding is accepted old debt of the baseline; it still counts");
        if (disposition instanceof Disposition.NotYetEffective effective)
            lines.add("it does not count before " + effective.from());
    }

    private void waivers() {
        Instant now = bench.world().now();
        for (Waiver waiver :
                bench.world().waivers().of(verdict.item(), verdict.subject().key())) {
            String doubt = bench.world().directory().doubt(waiver);
            if (!now.isBefore(waiver.until()))
                lines.add("the waiver by " + waiver.approvedBy() + " expired at " + waiver.until()
                        + at(waiver.provenance()));
            else if (doubt != null)
                lines.add(
                        "the waiver by " + waiver.approvedBy() + at(waiver.provenance()) + " has no effect: " + doubt);
            else if (checklist != null && checklist.waivers() == Checklist.WaiverPolicy.FORBIDDEN)
                lines.add("the waiver by " + waiver.approvedBy() + at(waiver.provenance()) + " has no effect: "
                        + checklist.id() + " forbids waivers");
        }
    }

    /** A person said that it holds, and the facts say that it does not: the facts win, and both are shown. */
    private void conflict(Judged told, Scene scene) {
        List<LeafRecord> leaves = told.leaves().toList();
        if (told.decisive().stream().allMatch(leaf -> leaf.leaf() instanceof Condition.Attested)) return;
        List<Attestation> confirmations = new ArrayList<>();
        boolean asked = false;
        for (LeafRecord leaf : leaves)
            if (leaf.leaf() instanceof Condition.Attested attested) {
                asked = true;
                confirmations.addAll(new AttestationRecord(scene, attested).confirmations());
            }
        if (!asked)
            for (Attestation attestation : bench.world()
                    .attestations()
                    .of(verdict.item(), verdict.subject().key()))
                if (attestation.decision() == Decision.CONFIRMED && valid(attestation)) confirmations.add(attestation);
        for (Attestation attestation : confirmations.stream().distinct().toList())
            lines.add("conflict: " + attestation.by() + " confirmed it on " + attestation.at()
                    + at(attestation.provenance()) + ", but the facts say otherwise; the facts count");
    }

    private boolean valid(Attestation attestation) {
        Instant now = bench.world().now();
        return !attestation.at().isAfter(now) && (attestation.expires() == null || now.isBefore(attestation.expires()));
    }

    /** What each answer to what is open would yield. */
    private void answers(Judged told) {
        List<LeafRecord> open = told.leaves()
                .filter(leaf -> leaf.value() instanceof Truth.Unknown)
                .toList();
        boolean applicability = told.id().equals(ItemExplainer.APPLICABILITY);
        for (LeafRecord leaf : open.subList(0, Math.min(open.size(), ANSWERS))) {
            String yes = yields(told, leaf, new Truth.True(), applicability);
            String no = yields(told, leaf, new Truth.False(), applicability);
            lines.add((open.size() == 1 ? "" : Wording.label(leaf.leaf()) + ": ") + "if it holds: " + yes
                    + "; if it does not: " + no);
        }
        if (open.size() > ANSWERS) lines.add((open.size() - ANSWERS) + " more conditions are not known");
    }

    private static String yields(Judged told, LeafRecord open, Truth assumed, boolean applicability) {
        Truth truth = told.assuming(leaf -> leaf.id().equals(open.id()) ? assumed : leaf.value());
        if (applicability && truth instanceof Truth.True) return "the item applies and is judged";
        if (applicability && truth instanceof Truth.False) return "NOT_APPLICABLE";
        Outcome.Kind kind = Scene.kind(truth);
        return kind == Outcome.Kind.UNKNOWN ? "still UNKNOWN" : kind.toString();
    }

    private void pending(Judged told) {
        Truth value = told.value();
        if (!(value instanceof Truth.Pending)) lines.add("judged now it would be " + Scene.kind(value));
        else if (told.leaves().anyMatch(leaf -> leaf.value() instanceof Truth.True))
            lines.add("what holds already: "
                    + told.leaves()
                            .filter(leaf -> leaf.value() instanceof Truth.True)
                            .limit(3)
                            .map(leaf -> Wording.label(leaf.leaf()))
                            .collect(java.util.stream.Collectors.joining("; ")));
    }

    private void rollout() {
        Item.Rollout rollout = verdict.item().rollout();
        if (rollout != Item.Rollout.BLOCK)
            lines.add("it is not part of the gate: its rollout is "
                    + rollout.name().toLowerCase(java.util.Locale.ROOT));
    }

    private static String at(Provenance provenance) {
        Provenance.File place = provenance.place();
        if (place == null) return "";
        return " (" + place.path() + (place.startLine() > 0 ? ":" + place.startLine() : "") + ")";
    }
}
