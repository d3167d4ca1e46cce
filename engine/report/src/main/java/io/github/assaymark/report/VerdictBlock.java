package io.github.assaymark.report;

import io.github.assaymark.model.rule.Item;
import io.github.assaymark.model.verdict.Disposition;
import io.github.assaymark.model.verdict.ExplanationLine;
import io.github.assaymark.model.verdict.ExplanationText;
import io.github.assaymark.model.verdict.Outcome;
import io.github.assaymark.model.verdict.SubjectRef;
import io.github.assaymark.model.verdict.Verdict;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Prints single verdicts and lists of them. */
final class VerdictBlock {
    private static final int MAX_ITEMS = 12;
    private static final int MAX_SUBJECTS = 3;
    private static final int SUBJECT_COLUMN = 60;

    private final SourceLines source;
    private final TerminalOptions options;
    private final Appendable out;

    VerdictBlock(SourceLines source, TerminalOptions options, Appendable out) {
        this.source = source;
        this.options = options;
        this.out = out;
    }

    /** A verdict with its explanation and the source it points at. */
    void write(Verdict verdict) throws IOException {
        Set<String> excerpts = new HashSet<>();
        ExplanationText.Detail detail = options.all() ? ExplanationText.Detail.FULL : ExplanationText.Detail.SHORT;
        for (ExplanationLine line : ExplanationText.lines(verdict, detail)) {
            print(line, verdict);
            if (line.kind() == ExplanationLine.Kind.STATUS) title(verdict.item());
            excerpt(line, excerpts);
        }
    }

    /** {@code 1 verdict}, {@code 2 verdicts}. */
    static String count(int verdicts) {
        return verdicts + (verdicts == 1 ? " verdict" : " verdicts");
    }

    /** A verdict on one line. */
    void line(Verdict verdict) throws IOException {
        String status = status(verdict);
        StringBuilder text =
                new StringBuilder(status).append("  ").append(verdict.item().id());
        pad(text);
        out.append(Style.of(verdict.outcome().kind()).paint(status, options.colour()))
                .append(Visible.of(text.append(subject(verdict.subject())).substring(status.length())))
                .append('\n');
    }

    /** A line above several verdicts. */
    void heading(Outcome.Kind kind, String status, String text) throws IOException {
        prose(Style.of(kind).paint(status, options.colour()) + "  " + Visible.of(text), "  ");
    }

    /** The items and subjects of a group with its cause. */
    void group(UnknownGroup group) throws IOException {
        heading(
                Outcome.Kind.UNKNOWN,
                "UNKNOWN(" + group.reason() + ")",
                count(group.verdicts().size()) + ": " + group.cause());
        for (String advice : group.advice()) prose("  " + Visible.of(advice), "         ");
        lines(group.verdicts());
    }

    /** Items with their subjects, a line an item. */
    void lines(List<Verdict> verdicts) throws IOException {
        Map<String, List<Verdict>> items = new LinkedHashMap<>();
        for (Verdict verdict : verdicts)
            items.computeIfAbsent(verdict.item().id(), id -> new java.util.ArrayList<>())
                    .add(verdict);
        int shown = 0;
        for (Map.Entry<String, List<Verdict>> item : items.entrySet()) {
            if (shown++ == MAX_ITEMS && !options.verbose() && !options.all()) {
                out.append("  ... " + (items.size() - MAX_ITEMS) + " more items; -v lists them\n");
                break;
            }
            StringBuilder text = new StringBuilder("  ").append(item.getKey());
            pad(text);
            List<Verdict> of = item.getValue();
            int subjects = options.verbose() || options.all() ? of.size() : Math.min(of.size(), MAX_SUBJECTS);
            for (int i = 0; i < subjects; i++)
                text.append(i == 0 ? "" : ", ").append(subject(of.get(i).subject()));
            if (subjects < of.size())
                text.append(", and ").append(of.size() - subjects).append(" more");
            out.append(Visible.of(text.toString())).append('\n');
        }
        Verdict first = verdicts.get(0);
        out.append("  why:   assay why ")
                .append(Visible.of(first.item().id()))
                .append(
                        first.subject().key().isEmpty()
                                ? ""
                                : " '" + Visible.of(first.subject().key().replace("'", "'\\''")) + "'")
                .append(options.arguments())
                .append(verdicts.size() == 1 ? "\n" : "   (and so for the others)\n");
    }

    /** Printable text that may be wrapped. */
    void prose(String text, String hang) throws IOException {
        for (String line : Wrap.prose(text, options.width(), hang))
            out.append(line).append('\n');
    }

    private void title(Item item) throws IOException {
        String rollout = item.rollout() == Item.Rollout.BLOCK
                ? ""
                : ", " + item.rollout().name().toLowerCase(Locale.ROOT) + " only";
        prose(
                "  " + item.severity().name().toLowerCase(Locale.ROOT) + rollout + ": " + Visible.of(item.title()),
                "    ");
    }

    private void print(ExplanationLine line, Verdict verdict) throws IOException {
        String text = Visible.of(line.text());
        switch (line.kind()) {
            case STATUS -> {
                String word = verdict.outcome().kind().name();
                Style style = Style.of(verdict.outcome().kind());
                out.append(text.startsWith(word) ? status(text, style) : text).append('\n');
            }
            case PLACE ->
                out.append(Style.BLUE.paint("  -->", options.colour()))
                        .append(text.substring(Math.min(5, text.length())))
                        .append('\n');
            case WHY ->
                out.append(Style.FAINT.paint(text + options.arguments(), options.colour()))
                        .append('\n');
            case MORE -> out.append(Style.FAINT.paint(text, options.colour())).append('\n');
            case TREE -> out.append(text).append('\n');
            case REMEDY, FIX, NOTE, NEAR_MISS, EVIDENCE, FINDING, SCOPE, HEADLINE -> prose(text, hang(text));
        }
    }

    private String status(String text, Style style) {
        int end = text.indexOf("  ");
        return end < 0 ? text : style.paint(text.substring(0, end), options.colour()) + text.substring(end);
    }

    /** Under the text after a label such as {@code fix:}. */
    private static String hang(String text) {
        return text.length() > 9
                        && text.startsWith("  ")
                        && text.indexOf(':') < 9
                        && text.indexOf(':') > 0
                        && text.charAt(8) == ' '
                ? "         "
                : "    ";
    }

    private void excerpt(ExplanationLine line, Set<String> excerpts) throws IOException {
        if (line.place() == null || line.place().startLine() < 1) return;
        if (line.kind() != ExplanationLine.Kind.PLACE && line.kind() != ExplanationLine.Kind.NEAR_MISS) return;
        if (!excerpts.add(line.place() + "\n" + line.mark())) return;
        String text = source.line(line.place());
        if (text == null) return;
        for (String excerpt : Excerpt.lines(text, line.place(), line.mark(), options.colour()))
            out.append(excerpt).append('\n');
    }

    private static String status(Verdict verdict) {
        return verdict.outcome().kind()
                + (verdict.outcome() instanceof Outcome.Unknown unknown ? "(" + unknown.reason() + ")" : "")
                + (verdict.disposition() instanceof Disposition.None
                        ? ""
                        : " " + verdict.disposition().word());
    }

    private static String subject(SubjectRef subject) {
        if (subject.key().equals(SubjectRef.NONE_FOUND)) return "(no " + subject.kind() + ")";
        return subject.key().isEmpty() ? "(" + subject.kind() + ")" : subject.toString();
    }

    private static void pad(StringBuilder text) {
        do text.append(' ');
        while (text.length() <= SUBJECT_COLUMN);
    }
}
