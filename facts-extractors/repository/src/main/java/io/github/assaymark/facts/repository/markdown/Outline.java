package io.github.assaymark.facts.repository.markdown;

import io.github.assaymark.facts.repository.work.Leftovers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The headings of a document and what stands below each. Used by one thread. */
final class Outline {
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");
    private final MarkdownText document;
    private final List<MarkdownText.Heading> headings = new ArrayList<>();
    private final List<SectionTotals> own = new ArrayList<>();
    private final SectionTotals head = new SectionTotals();
    private final List<Leftover> leftovers = new ArrayList<>();

    /** A left-over and the heading above it. */
    record Leftover(
            int line, int column, String text, @Nullable String section) {}

    Outline(MarkdownText document) {
        this.document = document;
        for (MarkdownText.Piece piece : document.pieces()) {
            if (piece instanceof MarkdownText.Heading heading && heading.top()) headings.add(heading);
        }
        headings.sort(Comparator.comparing(MarkdownText.Heading::line));
        headings.forEach(h -> own.add(new SectionTotals()));
        document.pieces().forEach(this::count);
    }

    List<MarkdownText.Heading> headings() {
        return headings;
    }

    List<Leftover> leftovers() {
        return leftovers;
    }

    /** Line of the first heading below the title; beyond the end when there is none. */
    int bodyLine() {
        for (MarkdownText.Heading heading : headings) {
            if (heading.level() >= 2) return heading.line();
        }
        return document.lines().size() + 1;
    }

    /** Text of the heading above a line; null when there is none. */
    @Nullable
    String above(int line) {
        int index = indexAt(line);
        return index < 0 ? null : headings.get(index).text();
    }

    private int indexAt(int line) {
        int low = 0;
        int high = headings.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (headings.get(middle).line() <= line) low = middle + 1;
            else high = middle - 1;
        }
        return high;
    }

    /** Everything. */
    SectionTotals all() {
        SectionTotals all = new SectionTotals();
        all.add(head);
        own.forEach(all::add);
        return all;
    }

    /** What stands below a heading, sections below included. */
    SectionTotals section(int index) {
        SectionTotals all = new SectionTotals();
        for (int i = index; i < end(index); i++) all.add(own.get(i));
        return all;
    }

    /** Index of the first heading that is no longer below one. */
    private int end(int index) {
        int end = index + 1;
        while (end < headings.size()
                && headings.get(end).level() > headings.get(index).level()) end++;
        return end;
    }

    /** Last line of a section. */
    int lastLine(int index) {
        int end = end(index);
        return end < headings.size()
                ? headings.get(end).line() - 1
                : document.lines().size();
    }

    /** The text of a section below its heading, to be compared: white space is one blank, however it is written. */
    String body(int index) {
        int from = Math.min(headings.get(index).line(), document.lines().size());
        return WHITE_SPACE
                .matcher(String.join("\n", document.lines().subList(from, Math.max(from, lastLine(index)))))
                .replaceAll(" ")
                .strip();
    }

    private void count(MarkdownText.Piece piece) {
        int index = indexAt(piece.line());
        SectionTotals totals = index < 0 ? head : own.get(index);
        if (piece instanceof MarkdownText.Code code) {
            totals.codeBlocks++;
            totals.commands += Commands.count(code.language(), code.literal());
            if (!code.language().isEmpty()) totals.languages.add(code.language());
        } else if (piece instanceof MarkdownText.Item) {
            totals.listItems++;
        } else if (piece instanceof MarkdownText.Link) {
            totals.links++;
        } else if (piece instanceof MarkdownText.Prose prose) {
            prose(prose, totals);
        }
    }

    private void prose(MarkdownText.Prose prose, SectionTotals totals) {
        InlineText text = prose.text();
        if (prose.holder() != MarkdownText.Holder.HEADING) totals.words += text.words();
        Terms terms = new Terms();
        text.codeSpans().forEach(terms::codeSpan);
        terms.prose(text.prose());
        for (String term : terms.list()) {
            if (totals.terms.size() < Terms.MAX) totals.terms.add(term);
        }
        boolean alone =
                prose.holder() == MarkdownText.Holder.PARAGRAPH || prose.holder() == MarkdownText.Holder.LIST_ITEM;
        for (Leftovers.Found found : Leftovers.in(text.prose(), alone)) {
            totals.placeholders++;
            int line = text.line(found.at());
            leftovers.add(new Leftover(line, text.column(found.at()), found.text(), above(line)));
        }
    }
}
