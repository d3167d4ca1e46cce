package io.github.assaymark.facts.structured;

import io.github.assaymark.model.extract.Limits;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts the events of a streaming parser together; knows nothing of the format. */
final class TreeBuilder {
    /** More values than this are not read from one file. */
    static final int MAX_NODES = 1_000_000;

    private static final int MAX_LISTED = 1_000;
    private static final int SMALL = 12;

    private final SourceText source;
    private final Limits limits;
    private final List<LocatedNode> documents = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<DuplicateEntry> duplicates = new ArrayList<>();
    private final Deque<OpenNode> open = new ArrayDeque<>();
    private final Map<String, LocatedNode> anchors = new HashMap<>();
    private final Map<String, String> keyTexts = new HashMap<>();
    private final MergeKeys merges;
    private int nodes;
    private int document;
    private int lastOffset;

    TreeBuilder(SourceText source, Limits limits, boolean mergeKeys) {
        this.source = source;
        this.limits = limits;
        this.merges = new MergeKeys(this, mergeKeys);
    }

    /** A limit was passed: reading stops here. */
    static final class LimitPassed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        final int offset;

        LimitPassed(String message, int offset) {
            super(message, null, false, false);
            this.offset = offset;
        }
    }

    void startDocument(int number) {
        document = number;
        anchors.clear();
    }

    void start(LocatedNode.Kind kind, Style style, int start, @Nullable String anchor, @Nullable String tag) {
        if (open.size() >= limits.maxDepth()) {
            throw new LimitPassed("nested deeper than " + limits.maxDepth() + " levels", start);
        }
        LocatedNode node = node(kind, style, "", Looks.TEXT, start, start);
        node.tag = tag;
        anchor(node, anchor);
        open.push(new OpenNode(node));
    }

    void end(int end) {
        OpenNode ended = open.pop();
        close(ended, ended.node.style() == Style.FLOW ? end : ended.lastEnd(), true);
        deliver(ended.node);
    }

    void scalar(
            LocatedNode.Kind kind,
            Style style,
            String text,
            Looks looks,
            int start,
            int end,
            @Nullable String anchor,
            @Nullable String tag) {
        LocatedNode node = node(kind, style, text, looks, start, end);
        node.tag = tag;
        anchor(node, anchor);
        deliver(node);
    }

    void alias(String name, int start, int end) {
        LocatedNode target = anchors.get(name);
        if (target == null || isOpen(target)) {
            problem(
                    Problem.Kind.ALIAS,
                    start,
                    target == null
                            ? "alias `" + name + "` has no anchor before it"
                            : "alias `" + name + "` stands inside of the value it names");
            LocatedNode node = node(LocatedNode.Kind.NULL, Style.PLAIN, "", Looks.NOTHING, start, end);
            node.leadsNowhere(name);
            deliver(node);
            return;
        }
        count(start);
        deliver(target.aliased(name, start, end));
    }

    /** Closes what is open: its end was not read. Gives the start of the outermost open bracket, or {@code offset}. */
    int breakOff(int offset) {
        int damage = offset;
        while (!open.isEmpty()) {
            OpenNode ended = open.pop();
            if (ended.node.style() == Style.FLOW) damage = Math.min(damage, ended.node.start);
            close(ended, Math.max(ended.lastEnd(), Math.min(offset, source.length())), false);
            OpenNode parent = open.peek();
            if (parent != null && parent.expectsKey()) continue;
            deliver(ended.node);
        }
        return damage;
    }

    void problem(Problem.Kind kind, int offset, String message) {
        if (problems.size() < MAX_LISTED) {
            problems.add(new Problem(kind, source.lineOf(offset), source.columnOf(offset), message));
        }
    }

    LocatedTree tree(int damagedFromLine, boolean templated) {
        problems.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
        duplicates.sort(Comparator.comparingInt(d -> d.repeated().keyNode().start));
        return new LocatedTree(documents, problems, duplicates, damagedFromLine, templated);
    }

    /** End of the last value that was read. */
    int lastOffset() {
        return lastOffset;
    }

    int documents() {
        return documents.size();
    }

    private LocatedNode node(LocatedNode.Kind kind, Style style, String text, Looks looks, int start, int end) {
        count(start);
        lastOffset = Math.max(start, end);
        return new LocatedNode(source, document, kind, style, text, looks, start, Math.max(start, end));
    }

    private void count(int offset) {
        if (++nodes > MAX_NODES) throw new LimitPassed("more than " + MAX_NODES + " values", offset);
    }

    private void anchor(LocatedNode node, @Nullable String anchor) {
        if (anchor == null) return;
        node.anchor = anchor;
        anchors.put(anchor, node);
    }

    private boolean isOpen(LocatedNode node) {
        for (OpenNode parent : open) {
            if (parent.node == node) return true;
        }
        return false;
    }

    private void deliver(LocatedNode node) {
        OpenNode parent = open.peek();
        if (parent == null) {
            documents.add(node);
        } else if (parent.expectsKey()) {
            parent.key(node, keyText(node));
        } else {
            parent.add(node);
        }
    }

    private String keyText(LocatedNode node) {
        String text = node.isMap() || node.isList() ? source.text.substring(node.start, node.end) : node.text();
        String known = keyTexts.putIfAbsent(text, text);
        return known == null ? text : known;
    }

    private void close(OpenNode ended, int end, boolean whole) {
        List<LocatedEntry> written = List.copyOf(ended.entries());
        findDuplicates(written);
        ended.node.close(written, merges.expand(written), List.copyOf(ended.items()), end, whole);
    }

    /** Key texts are shared within a tree: the same text is the same object. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean allDiffer(List<LocatedEntry> entries) {
        for (int i = 1; i < entries.size(); i++) {
            for (int k = 0; k < i; k++) {
                if (entries.get(i).key() == entries.get(k).key()) return false;
            }
        }
        return true;
    }

    /** Called after the map was taken off the stack: the stack is the path to it. */
    private void findDuplicates(List<LocatedEntry> entries) {
        if (entries.size() < 2 || (entries.size() <= SMALL && allDiffer(entries))) return;
        Map<String, LocatedEntry> seen = new HashMap<>();
        for (LocatedEntry entry : entries) {
            LocatedEntry first = merges.isMerge(entry) ? null : seen.putIfAbsent(entry.key(), entry);
            if (first == null) continue;
            if (duplicates.size() == MAX_LISTED) return;
            List<String> path = new ArrayList<>();
            for (Iterator<OpenNode> up = open.descendingIterator(); up.hasNext(); )
                path.add(up.next().step());
            path.add(entry.key());
            duplicates.add(new DuplicateEntry(path, first, entry));
        }
    }
}
