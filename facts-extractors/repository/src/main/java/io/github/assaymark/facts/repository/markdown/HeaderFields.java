package io.github.assaymark.facts.repository.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds labelled values such as {@code Status: draft Owner: TBD} at the head of a document. */
final class HeaderFields {
    private static final int MAX_LABEL = 40;
    private static final int MAX_VALUE = 300;
    private static final int MAX_VALUE_OF_UNKNOWN = 80;

    /** The head of a document without headings is not all of it. */
    private static final int MAX_LINES = 40;

    /** These are labels wherever they stand on a line; other words only at its start or after a separator. */
    private static final Set<String> KNOWN = Set.of(
            "status",
            "state",
            "owner",
            "owners",
            "owned by",
            "last updated",
            "updated",
            "last update",
            "last modified",
            "last reviewed",
            "last review",
            "reviewed",
            "reviewed by",
            "reviewed on",
            "reviewer",
            "reviewers",
            "date",
            "version",
            "author",
            "authors",
            "team",
            "teams",
            "maturity",
            "tier",
            "severity",
            "approver",
            "approvers",
            "approved by",
            "approved on",
            "created",
            "created on",
            "service",
            "on-call",
            "oncall",
            "contact",
            "contacts",
            "slack",
            "due",
            "due date",
            "target date",
            "decision",
            "deciders",
            "operation",
            "endpoint",
            "maintainer",
            "maintainers",
            "next review",
            "review date",
            "effective",
            "effective date",
            "classification",
            "audience",
            "stage",
            "priority",
            "ticket",
            "epic",
            "domain",
            "scope");

    private static final Set<String> NO_LABELS = Set.of(
            "note",
            "warning",
            "tip",
            "important",
            "caution",
            "todo",
            "example",
            "see",
            "see also",
            "hint",
            "info",
            "danger",
            "tl;dr",
            "tldr",
            "fixme",
            "usage",
            "prerequisites",
            "for example");

    private static final Set<String> TABLE_HEADS =
            Set.of("", "field", "key", "property", "item", "attribute", "name", "metadata", "meta");

    private HeaderFields() {}

    /** A labelled value; the label in lower case. */
    record Field(int line, String label, @Nullable String value) {}

    private record Mark(int start, int colon, String label, boolean known) {}

    /** The fields before a line. */
    static List<Field> in(MarkdownText document, int before) {
        List<Field> fields = new ArrayList<>();
        int last = document.frontMatter().lastLine() + MAX_LINES;
        for (MarkdownText.Piece piece : document.pieces()) {
            if (piece.line() >= before || piece.line() > last) continue;
            if (piece instanceof MarkdownText.Table table) rows(table, fields);
            if (!(piece instanceof MarkdownText.Prose prose)) continue;
            boolean text =
                    prose.holder() == MarkdownText.Holder.PARAGRAPH || prose.holder() == MarkdownText.Holder.LIST_ITEM;
            if (!text) continue;
            String[] lines = prose.text().plain().split("\n", -1);
            for (int i = 0; i < lines.length; i++) line(prose.line() + i, lines[i], fields);
        }
        return fields;
    }

    private static void line(int number, String line, List<Field> fields) {
        if (line.length() > 2_000) return;
        List<Mark> marks = new ArrayList<>();
        int from = 0;
        for (int colon = line.indexOf(':'); colon >= 0; colon = line.indexOf(':', colon + 1)) {
            boolean ends = colon + 1 == line.length() || Character.isWhitespace(line.charAt(colon + 1));
            Mark mark = ends ? mark(line, from, colon, marks.isEmpty()) : null;
            if (mark == null) continue;
            marks.add(mark);
            from = colon + 1;
        }
        for (int i = 0; i < marks.size(); i++) {
            int end = i + 1 < marks.size() ? marks.get(i + 1).start() : line.length();
            String value = trimmed(line.substring(marks.get(i).colon() + 1, end));
            if (marks.get(i).known() ? value.length() <= MAX_VALUE : phrase(value))
                fields.add(new Field(number, marks.get(i).label(), value.isEmpty() ? null : value));
        }
    }

    private static @Nullable Mark mark(String line, int from, int colon, boolean first) {
        String before = line.substring(from, colon);
        Mark known = known(before, from, colon);
        if (known != null) return known;
        int start = first ? 0 : lastSeparator(before);
        if (start < 0) return null;
        String label = before.substring(start).strip();
        if (!label(label)) return null;
        return new Mark(from + start, colon, label.toLowerCase(Locale.ROOT), false);
    }

    private static @Nullable Mark known(String before, int from, int colon) {
        String lower = before.stripTrailing().toLowerCase(Locale.ROOT);
        int start = lower.length();
        Mark longest = null;
        for (int words = 0; words < 3 && start > 0; words++) {
            start = lower.lastIndexOf(' ', start - 1);
            String suffix = lower.substring(start + 1);
            if (KNOWN.contains(suffix)) longest = new Mark(from + start + 1, colon, suffix, true);
            if (start < 0) break;
        }
        return longest;
    }

    /** Words of any kind before a colon are a label only when a value follows, not a sentence or nothing at all. */
    private static boolean phrase(String value) {
        boolean sentence = value.endsWith(".") || value.contains(". ");
        return !value.isEmpty() && !sentence && value.length() <= MAX_VALUE_OF_UNKNOWN;
    }

    private static int lastSeparator(String before) {
        int at = -1;
        for (int i = 0; i < before.length(); i++) {
            if ("|\u00B7\u2022;".indexOf(before.charAt(i)) >= 0) at = i + 1;
            if (before.startsWith("  ", i)) at = i + 2;
        }
        return at;
    }

    private static boolean label(String label) {
        return !label.isEmpty()
                && label.length() <= MAX_LABEL
                && Character.isUpperCase(label.charAt(0))
                && label.split("\\s+", -1).length <= 4
                && label.chars().allMatch(c -> Character.isLetterOrDigit(c) || " -/_()&".indexOf(c) >= 0)
                && !NO_LABELS.contains(label.toLowerCase(Locale.ROOT));
    }

    private static String trimmed(String value) {
        int from = 0;
        int to = value.length();
        String cut = " \t|\u00B7\u2022;,";
        while (from < to && cut.indexOf(value.charAt(from)) >= 0) from++;
        while (to > from && cut.indexOf(value.charAt(to - 1)) >= 0) to--;
        return value.substring(from, to);
    }

    private static void rows(MarkdownText.Table table, List<Field> fields) {
        if (table.rows().isEmpty() || table.rows().get(0).cells().size() != 2) return;
        String head = bare(table.rows().get(0).cells().get(0));
        boolean named = TABLE_HEADS.contains(head);
        if (!named && !KNOWN.contains(head)) return;
        for (int i = named ? 1 : 0; i < table.rows().size(); i++) {
            MarkdownText.Row row = table.rows().get(i);
            if (row.cells().size() < 2 || bare(row.cells().get(0)).isEmpty()) continue;
            String value = row.cells().get(1).strip();
            fields.add(new Field(row.line(), bare(row.cells().get(0)), value.isEmpty() ? null : value));
        }
    }

    private static String bare(String cell) {
        String text = cell.strip().toLowerCase(Locale.ROOT);
        return text.endsWith(":") ? text.substring(0, text.length() - 1).strip() : text;
    }
}
