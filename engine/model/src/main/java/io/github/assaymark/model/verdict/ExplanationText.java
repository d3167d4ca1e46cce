package io.github.assaymark.model.verdict;

import io.github.assaymark.model.Provenance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The one layout of explanations as lines. Safe for use by many threads. */
public final class ExplanationText {
    private static final int SHORT_FINDINGS = 3;
    private static final int SHORT_EDITS = 3;
    private static final int SHORT_NOTES = 4;
    private static final int SUBJECT_COLUMN = 60;

    /** How much is shown. */
    public enum Detail {
        /** What a reader needs first: at most 25 lines. */
        SHORT,
        /** Everything the explanation holds, the tree of the condition included. */
        FULL
    }

    private final Explanation explanation;
    private final boolean full;
    private final List<ExplanationLine> lines = new ArrayList<>();
    private boolean headlined;

    private ExplanationText(Explanation explanation, Detail detail) {
        this.explanation = explanation;
        this.full = detail == Detail.FULL;
    }

    /** A verdict with its outcome, item and subject, then its explanation, then the command that tells more. */
    public static List<ExplanationLine> lines(Verdict verdict, Detail detail) {
        ExplanationText text = new ExplanationText(verdict.explanation(), detail);
        text.add(ExplanationLine.Kind.STATUS, status(verdict));
        if (text.explanation.findings().isEmpty()) text.headline("  ");
        text.body();
        if (detail == Detail.SHORT)
            text.add(
                    ExplanationLine.Kind.WHY,
                    "  why:   assay why " + verdict.item().id()
                            + (verdict.subject().key().isEmpty()
                                    ? ""
                                    : " '" + verdict.subject().key() + "'"));
        return text.lines;
    }

    /** An explanation alone, its headline first. */
    public static List<ExplanationLine> lines(Explanation explanation, Detail detail) {
        ExplanationText text = new ExplanationText(explanation, detail);
        text.headline("");
        text.body();
        return text.lines;
    }

    static String render(Explanation explanation) {
        return lines(explanation, Detail.SHORT).stream()
                .map(ExplanationLine::text)
                .collect(Collectors.joining("\n"));
    }

    private static String status(Verdict verdict) {
        StringBuilder text = new StringBuilder();
        text.append(verdict.outcome().kind());
        if (verdict.outcome() instanceof Outcome.Unknown unknown)
            text.append('(').append(unknown.reason()).append(')');
        if (!(verdict.disposition() instanceof Disposition.None))
            text.append(' ').append(verdict.disposition().word());
        text.append("  ").append(verdict.item().id());
        do text.append(' ');
        while (text.length() < SUBJECT_COLUMN);
        return text.append(' ').append(subject(verdict.subject())).toString();
    }

    private static String subject(SubjectRef subject) {
        if (subject.key().equals(SubjectRef.NONE_FOUND)) return "(no " + subject.kind() + ")";
        if (subject.key().isEmpty()) return "(" + subject.kind() + ")";
        return subject.toString();
    }

    private void headline(String indent) {
        headlined = true;
        add(ExplanationLine.Kind.HEADLINE, indent + explanation.headline());
    }

    private void body() {
        findings();
        evidence();
        for (NearMiss miss : explanation.nearMisses())
            add(
                    ExplanationLine.Kind.NEAR_MISS,
                    "  near:  " + nearMiss(miss),
                    place(miss.candidate()),
                    difference(miss));
        remedies();
        if (explanation.fix() != null) add(ExplanationLine.Kind.FIX, "  how:   " + explanation.fix());
        int shown = 0;
        for (String note : explanation.notes())
            if (full || shown++ < SHORT_NOTES) add(ExplanationLine.Kind.NOTE, "  note:  " + note);
        more(explanation.notes().size(), SHORT_NOTES, "notes");
        if (full) trees();
    }

    private void findings() {
        List<Finding> findings = explanation.findings();
        int shown = full ? findings.size() : Math.min(findings.size(), SHORT_FINDINGS);
        for (Finding finding : findings.subList(0, shown)) {
            add(ExplanationLine.Kind.FINDING, "  " + finding.message());
            place(finding.fact(), mark(finding.observed(), finding.expected()));
        }
        if (explanation.findingTotal() > shown)
            add(
                    ExplanationLine.Kind.MORE,
                    "  ... " + (explanation.findingTotal() - shown) + " more, " + explanation.findingTotal()
                            + " in all");
    }

    private void evidence() {
        boolean failed = !explanation.findings().isEmpty();
        int facts = 0;
        int left = 0;
        for (Evidence evidence : explanation.evidence()) {
            if (evidence.fact() == null) {
                if (headlined && explanation.headline().contains(evidence.message())) continue;
                add(ExplanationLine.Kind.SCOPE, "  " + evidence.message());
                continue;
            }
            if (failed && evidence.role() == Evidence.Role.CONTRADICTS) continue;
            if (!full && facts++ >= SHORT_FINDINGS) {
                left++;
                continue;
            }
            add(ExplanationLine.Kind.EVIDENCE, "  " + label(evidence.role()) + evidence.message());
            place(evidence.fact(), null);
        }
        if (left > 0) add(ExplanationLine.Kind.MORE, "  ... " + left + " more facts");
    }

    private static String label(Evidence.Role role) {
        return switch (role) {
            case SUPPORTS -> "held:  ";
            case CONTRADICTS -> "not:   ";
            case ABSENT -> "";
            case OPEN -> "open:  ";
        };
    }

    private void remedies() {
        for (Remedy remedy : explanation.remedies())
            add(ExplanationLine.Kind.REMEDY, "  fix:   " + edits(remedy) + proof(remedy), at(remedy), null);
    }

    private String edits(Remedy remedy) {
        Map<String, Integer> times = new LinkedHashMap<>();
        for (Remedy.Edit edit : remedy.edits()) times.merge(edit.text(), 1, Integer::sum);
        List<String> texts = times.entrySet().stream()
                .map(e -> e.getKey() + (e.getValue() == 1 ? "" : ", " + e.getValue() + " times"))
                .toList();
        if (full || texts.size() <= SHORT_EDITS) return String.join("; ", texts);
        return String.join("; ", texts.subList(0, SHORT_EDITS)) + "; and " + (texts.size() - SHORT_EDITS)
                + " changes more";
    }

    private static String proof(Remedy remedy) {
        if (!remedy.verified()) return "";
        if (remedy.breaks().isEmpty()) return "  (verified: turns green, breaks nothing)";
        return "  (verified: turns green, but breaks "
                + remedy.breaks().stream().limit(2).collect(Collectors.joining(", "))
                + (remedy.breaks().size() > 2 ? " and " + (remedy.breaks().size() - 2) + " more" : "") + ")";
    }

    private static Provenance.@Nullable File at(Remedy remedy) {
        for (Remedy.Edit edit : remedy.edits())
            if (edit.at() != null) return edit.at().place();
        return null;
    }

    private static String nearMiss(NearMiss miss) {
        Provenance.File place = place(miss.candidate());
        return miss.candidate().type() + " `" + miss.candidate().key() + "`"
                + (place == null ? "" : " (" + spot(place) + ")") + ": "
                + miss.failed().stream().map(ExplanationText::difference).collect(Collectors.joining("; "));
    }

    private static String difference(NearMiss.Difference difference) {
        if (difference.property() == null || difference.expected() == null) return "not " + difference.conjunct();
        return difference.property() + " is " + (difference.observed() == null ? "absent" : difference.observed())
                + ", required " + difference.expected();
    }

    private static @Nullable String difference(NearMiss miss) {
        if (miss.failed().isEmpty()) return null;
        NearMiss.Difference first = miss.failed().get(0);
        return mark(first.observed(), first.expected());
    }

    private static @Nullable String mark(@Nullable String observed, @Nullable String expected) {
        if (observed == null) return expected == null ? null : "expected " + expected;
        return "observed " + observed + (expected == null ? "" : ", expected " + expected);
    }

    private void trees() {
        if (explanation.applicability() != null) {
            add(ExplanationLine.Kind.TREE, "  applies if:");
            tree(explanation.applicability(), "    ");
        }
        if (explanation.tree() != null) {
            add(ExplanationLine.Kind.TREE, "  condition (" + explanation.rule() + "):");
            tree(explanation.tree(), "    ");
        }
    }

    private void tree(ExplanationNode node, String indent) {
        add(
                ExplanationLine.Kind.TREE,
                indent + (node.decisive() ? "* " : "  ") + node.value().word() + "  " + node.label()
                        + (node.observed() == null ? "" : ": " + node.observed()));
        for (FactRef witness : node.witnesses())
            add(ExplanationLine.Kind.TREE, indent + "    " + fact(witness), place(witness), null);
        if (node.witnessTotal() > node.witnesses().size())
            add(
                    ExplanationLine.Kind.MORE,
                    indent + "    ... "
                            + (node.witnessTotal() - node.witnesses().size()) + " more, " + node.witnessTotal()
                            + " in all");
        for (ExplanationNode child : node.children()) tree(child, indent + "  ");
    }

    private static String fact(FactRef fact) {
        Provenance.File place = place(fact);
        return fact.type() + " `" + fact.key() + "`"
                + fact.values().stream()
                        .map(v -> " " + v.property() + "=" + (v.value() == null ? "absent" : v.value()))
                        .collect(Collectors.joining())
                + (place == null ? "" : "  --> " + spot(place));
    }

    private void place(@Nullable FactRef fact, @Nullable String mark) {
        if (fact == null) return;
        Provenance.File place = fact.provenance().place();
        if (place != null) add(ExplanationLine.Kind.PLACE, "  --> " + spot(place), place, mark);
        else if (fact.provenance() instanceof Provenance.Export export)
            add(
                    ExplanationLine.Kind.PLACE,
                    "  --> " + export.export() + "/" + export.path() + "#" + export.pointer() + ", observed "
                            + export.observedAt());
    }

    private static Provenance.@Nullable File place(FactRef fact) {
        return fact.provenance().place();
    }

    private static String spot(Provenance.File place) {
        String text = place.path();
        if (place.startLine() > 0) text += ":" + place.startLine();
        if (place.startLine() > 0 && place.startColumn() > 0) text += ":" + place.startColumn();
        return text;
    }

    private void more(int total, int limit, String what) {
        if (!full && total > limit) add(ExplanationLine.Kind.MORE, "  ... " + (total - limit) + " more " + what);
    }

    private void add(ExplanationLine.Kind kind, String text) {
        add(kind, text, null, null);
    }

    private void add(ExplanationLine.Kind kind, String text, Provenance.@Nullable File place, @Nullable String mark) {
        lines.add(new ExplanationLine(kind, text, place, mark));
    }
}
