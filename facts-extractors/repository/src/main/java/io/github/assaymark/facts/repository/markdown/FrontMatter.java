package io.github.assaymark.facts.repository.markdown;

import io.github.assaymark.facts.structured.LocatedEntry;
import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.facts.structured.LocatedTree;
import io.github.assaymark.facts.structured.Problem;
import io.github.assaymark.model.extract.Limits;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The YAML block at the head of a document.
 *
 * @param lastLine line of its closing mark, from 1; 0 when there is none
 * @param entries its scalars by dotted key, in order
 * @param problem null when it was understood
 */
record FrontMatter(int lastLine, List<Entry> entries, MarkdownText.@Nullable Problem problem) {
    private static final int MAX_ENTRIES = 1_000;
    private static final int MAX_DEPTH = 8;
    private static final FrontMatter NONE = new FrontMatter(0, List.of(), null);

    /** A scalar, or the texts of a list joined by commas. */
    record Entry(String key, @Nullable String value, int line, int column, int endColumn) {}

    static FrontMatter read(List<String> lines, Limits limits) {
        if (lines.isEmpty()) return NONE;
        String mark = lines.get(0).stripTrailing();
        if (!mark.equals("---") && !mark.equals("+++")) return NONE;
        int last = 1;
        while (last < lines.size() && !closes(mark, lines.get(last).stripTrailing())) last++;
        // Without an end it is a rule above text.
        if (last >= lines.size()) return NONE;
        if (mark.equals("+++")) {
            MarkdownText.Problem problem = new MarkdownText.Problem(1, "front matter in TOML is not read");
            return new FrontMatter(last + 1, List.of(), problem);
        }
        // The empty first line keeps the line numbers.
        LocatedTree tree = LocatedTree.yaml("\n" + String.join("\n", lines.subList(1, last)) + "\n", limits);
        List<Entry> entries = new ArrayList<>();
        LocatedNode root = tree.root();
        Problem fatal = tree.fatal();
        MarkdownText.Problem problem = fatal == null
                ? null
                : new MarkdownText.Problem(fatal.line(), "front matter is no YAML: " + fatal.message());
        if (root != null && root.isMap()) collect("", root, entries, 0);
        else if (root != null && !root.isNull() && problem == null)
            problem = new MarkdownText.Problem(2, "front matter holds no keys");
        return new FrontMatter(last + 1, entries, problem);
    }

    private static boolean closes(String mark, String line) {
        return line.equals(mark) || (mark.equals("---") && line.equals("..."));
    }

    private static void collect(String prefix, LocatedNode map, List<Entry> entries, int depth) {
        for (LocatedEntry entry : map.entries()) {
            if (entries.size() >= MAX_ENTRIES) return;
            String key = prefix + entry.key();
            LocatedNode value = entry.value();
            if (value.isMap() && depth < MAX_DEPTH && value.alias() == null) {
                collect(key + ".", value, entries, depth + 1);
                continue;
            }
            String text = value.isScalar() ? value.text() : value.isList() ? joined(value) : null;
            entries.add(new Entry(
                    key,
                    text == null || text.isEmpty() ? null : text,
                    entry.keySpan().startLine(),
                    entry.keySpan().startColumn(),
                    Math.max(
                            entry.keySpan().endColumn(),
                            value.span().startLine() == entry.keySpan().startLine()
                                            && value.span().endLine()
                                                    == value.span().startLine()
                                    ? value.span().endColumn()
                                    : 0)));
        }
    }

    private static String joined(LocatedNode list) {
        return String.join(
                ", ",
                list.items().stream()
                        .filter(LocatedNode::isScalar)
                        .limit(100)
                        .map(LocatedNode::text)
                        .toList());
    }
}
