package io.github.assaymark.report;

import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.Severity;
import io.github.assaymark.model.rule.Item;
import io.github.assaymark.model.verdict.Assessment;
import io.github.assaymark.model.verdict.Disposition;
import io.github.assaymark.model.verdict.Gate;
import io.github.assaymark.model.verdict.Notice;
import io.github.assaymark.model.verdict.Outcome;
import io.github.assaymark.model.verdict.Verdict;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * An assessment as text for people: what failed first, then what is open, then what is allowed, each with its evidence;
 * what is green as a count; totals, gate and exit code last. Nothing from a repository can steer the terminal. Equal
 * assessments are equal texts.
 */
public final class TerminalReport {
    private static final int MAX_WHOLE = 25;

    private final Assessment assessment;
    private final List<Verdict> shown;
    private final TerminalOptions options;
    private final VerdictBlock block;
    private final Appendable out;

    private TerminalReport(
            Assessment assessment, List<Verdict> shown, SourceLines source, TerminalOptions options, Appendable out) {
        this.assessment = assessment;
        this.shown = shown.stream()
                .sorted(Comparator.comparing(v -> v.item().severity()))
                .toList();
        this.options = options;
        this.block = new VerdictBlock(source, options, out);
        this.out = out;
    }

    /**
     * Writes an assessment.
     *
     * @param shown the verdicts to show, each of the assessment; gate and totals speak of all
     * @param exitCode what the process will end with
     */
    public static void write(
            Assessment assessment,
            List<Verdict> shown,
            SourceLines source,
            TerminalOptions options,
            int exitCode,
            Appendable out)
            throws IOException {
        TerminalReport report = new TerminalReport(assessment, shown, source, options, out);
        report.verdicts();
        report.summary(exitCode);
    }

    /** Writes one verdict with everything that is known of it. */
    public static void write(Verdict verdict, SourceLines source, TerminalOptions options, Appendable out)
            throws IOException {
        new VerdictBlock(
                        source,
                        new TerminalOptions(options.colour(), options.width(), true, true, options.arguments()),
                        out)
                .write(verdict);
    }

    private void verdicts() throws IOException {
        whole(of(v -> v.outcome() instanceof Outcome.Fail && !Totals.waived(v)));
        whole(of(v -> v.outcome() instanceof Outcome.Errored));
        unknown(of(v -> v.outcome() instanceof Outcome.Unknown && !Totals.awaiting(v)));
        awaiting(of(Totals::awaiting));
        pending(of(v -> v.outcome() instanceof Outcome.Pending));
        notices();
        whole(of(Totals::waived));
        if (!options.verbose() && !options.all()) return;
        green(of(v -> v.outcome() instanceof Outcome.NotApplicable));
        green(of(v -> v.outcome() instanceof Outcome.Pass));
    }

    private List<Verdict> of(Predicate<Verdict> which) {
        return shown.stream().filter(which).toList();
    }

    private void whole(List<Verdict> verdicts) throws IOException {
        int whole = options.verbose() || options.all() ? verdicts.size() : Math.min(verdicts.size(), MAX_WHOLE);
        for (Verdict verdict : verdicts.subList(0, whole)) {
            block.write(verdict);
            out.append('\n');
        }
        if (whole == verdicts.size()) return;
        for (Verdict verdict : verdicts.subList(whole, verdicts.size())) block.line(verdict);
        block.prose(
                "  (only the first " + MAX_WHOLE + " are explained; -v explains the " + (verdicts.size() - whole)
                        + " others too)",
                "  ");
        out.append('\n');
    }

    private void unknown(List<Verdict> verdicts) throws IOException {
        if (options.verbose() || options.all()) {
            whole(verdicts);
            return;
        }
        for (UnknownGroup group : UnknownGroup.of(verdicts)) {
            if (group.verdicts().size() == 1) block.write(group.verdicts().get(0));
            else block.group(group);
            out.append('\n');
        }
    }

    private void awaiting(List<Verdict> verdicts) throws IOException {
        if (options.verbose() || options.all() || verdicts.size() < 3) {
            whole(verdicts);
            return;
        }
        block.heading(
                Outcome.Kind.UNKNOWN,
                "UNKNOWN(AWAITING_ATTESTATION)",
                VerdictBlock.count(verdicts.size()) + " wait for a person to confirm them");
        block.lines(verdicts);
        out.append('\n');
    }

    private void pending(List<Verdict> verdicts) throws IOException {
        Predicate<Verdict> later =
                v -> v.item().phase().compareTo(assessment.gate().upTo()) > 0;
        whole(verdicts.stream().filter(later.negate()).toList());
        List<Verdict> ahead = verdicts.stream().filter(later).toList();
        if (ahead.isEmpty()) return;
        Map<io.github.assaymark.model.Phase, Long> phases = ahead.stream()
                .collect(Collectors.groupingBy(v -> v.item().phase(), TreeMap::new, Collectors.counting()));
        block.heading(
                Outcome.Kind.PENDING,
                "PENDING",
                VerdictBlock.count(ahead.size()) + " of phases after "
                        + JsonReport.camel(assessment.gate().upTo()) + ": "
                        + phases.entrySet().stream()
                                .map(e -> JsonReport.camel(e.getKey()) + " " + e.getValue())
                                .collect(Collectors.joining(", "))
                        + " (--phase sets how far to judge)");
        if (options.verbose() || options.all()) block.lines(ahead);
        out.append('\n');
    }

    private void notices() throws IOException {
        for (Notice notice : assessment.notices()) {
            block.prose(
                    Style.YELLOW.paint("NOTICE(" + notice.kind() + ")", options.colour()) + "  "
                            + Visible.of(notice.message()),
                    "  ");
            Provenance.File place = notice.place().place();
            if (place != null)
                out.append("  --> ")
                        .append(Visible.of(place.path()))
                        .append(place.startLine() > 0 ? ":" + place.startLine() : "")
                        .append('\n');
        }
        if (!assessment.notices().isEmpty()) out.append('\n');
    }

    private void green(List<Verdict> verdicts) throws IOException {
        if (options.all()) whole(verdicts);
        else for (Verdict verdict : verdicts) block.line(verdict);
        if (!verdicts.isEmpty() && !options.all()) out.append('\n');
    }

    private void summary(int exitCode) throws IOException {
        Totals totals = Totals.of(assessment.verdicts());
        if (shown.size() < totals.all())
            out.append("shown:  " + shown.size() + " of " + totals.all() + " verdicts; totals and gate speak of all\n");
        block.prose(
                "totals: " + count(totals, Outcome.Kind.PASS) + ", " + count(totals, Outcome.Kind.FAIL)
                        + (totals.waived() == 0 ? "" : " (" + totals.waived() + " waived)") + ", "
                        + count(totals, Outcome.Kind.ERROR) + ", " + count(totals, Outcome.Kind.UNKNOWN)
                        + (totals.awaiting() == 0 ? "" : " (" + totals.awaiting() + " awaiting attestation)") + ", "
                        + count(totals, Outcome.Kind.PENDING) + ", " + count(totals, Outcome.Kind.NOT_APPLICABLE),
                "        ");
        block.prose("gate:   " + gate(), "        ");
        out.append("exit:   " + exitCode + "\n");
    }

    private String count(Totals totals, Outcome.Kind kind) {
        int count = totals.count(kind);
        String text = count + " " + kind;
        return count == 0 || kind == Outcome.Kind.NOT_APPLICABLE
                ? text
                : Style.of(kind).paint(text, options.colour());
    }

    private String gate() {
        Gate gate = assessment.gate();
        Style style = switch (gate.decision()) {
            case PASSES -> Style.GREEN;
            case FAILS -> Style.RED;
            case ERROR -> Style.MAGENTA;
            case UNKNOWN -> Style.YELLOW;
        };
        return style.paint(gate.decision().name(), options.colour()) + " up to " + JsonReport.camel(gate.upTo()) + ": "
                + (gate.standing().isEmpty() ? open(gate) : standing(gate));
    }

    private static String standing(Gate gate) {
        Map<Outcome.Kind, Long> kinds = gate.standing().stream()
                .collect(Collectors.groupingBy(v -> v.outcome().kind(), TreeMap::new, Collectors.counting()));
        return gate.standing().size() == 1
                ? "the blocker " + gate.standing().get(0).item().id() + " is "
                        + gate.standing().get(0).outcome().kind()
                : kinds.entrySet().stream()
                        .map(e -> e.getValue() + (e.getValue() == 1 ? " blocker is " : " blockers are ") + e.getKey())
                        .collect(Collectors.joining(", "));
    }

    private String open(Gate gate) {
        List<Verdict> blockers = assessment.verdicts().stream()
                .filter(v -> v.item().severity() == Severity.BLOCKER
                        && v.item().rollout() == Item.Rollout.BLOCK
                        && !(v.disposition() instanceof Disposition.NotYetEffective)
                        && v.item().phase().compareTo(gate.upTo()) <= 0)
                .toList();
        if (blockers.isEmpty()) return "no blocker was judged";
        long waived = blockers.stream().filter(Totals::waived).count();
        long passed = blockers.stream()
                .filter(v -> v.outcome() instanceof Outcome.Pass)
                .count();
        return passed + " of " + blockers.size() + " blockers are PASS"
                + (waived == 0 ? "" : ", " + waived + " FAIL under a waiver")
                + (passed + waived == blockers.size() ? "" : ", the others NOT_APPLICABLE");
    }
}
