package io.github.assaymark.facts.structured;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value of a file with its place. Immutable once its tree is built, and safe for use by many threads.
 *
 * <p>An alias has the kind, text, entries and items of the node it stands for, and its own place. The same children can
 * therefore be reached on many ways: a walk over all of them must be bounded by its caller.
 */
public final class LocatedNode {
    /** What a value is. */
    public enum Kind {
        /** Keys with values. */
        MAP,
        /** Values in order. */
        LIST,
        /** A text, number, boolean or date. */
        SCALAR,
        /** Null, nothing at all, or an alias that could not be followed. */
        NULL
    }

    private static final int INDEXED = 8;

    final SourceText source;
    final int start;
    int end;
    private final int document;
    private final Kind kind;
    private final Style style;
    private final String text;
    private final Looks looks;

    @Nullable
    String anchor;

    @Nullable
    String tag;

    private @Nullable String alias;
    private @Nullable LocatedNode target;
    private List<LocatedEntry> written = List.of();
    private List<LocatedEntry> entries = List.of();
    private List<LocatedNode> items = List.of();
    private boolean damaged;
    private volatile @Nullable Map<String, LocatedEntry> index;

    LocatedNode(SourceText source, int document, Kind kind, Style style, String text, Looks looks, int start, int end) {
        this.source = source;
        this.document = document;
        this.kind = kind;
        this.style = style;
        this.text = text;
        this.looks = looks;
        this.start = start;
        this.end = end;
    }

    /** What the value is. */
    public Kind kind() {
        return kind;
    }

    /** Whether the value is a map. */
    public boolean isMap() {
        return kind == Kind.MAP;
    }

    /** Whether the value is a list. */
    public boolean isList() {
        return kind == Kind.LIST;
    }

    /** Whether the value is a scalar that is not null. */
    public boolean isScalar() {
        return kind == Kind.SCALAR;
    }

    /** Whether the value is null, nothing at all, or an alias that could not be followed. */
    public boolean isNull() {
        return kind == Kind.NULL;
    }

    /**
     * The text of a scalar or null: without quotes, escapes resolved, otherwise as it is written; empty for maps and
     * lists.
     */
    public String text() {
        return text;
    }

    /** How the value is written. */
    public Style style() {
        return style;
    }

    /** What the text looks like; {@link Looks#TEXT} for maps and lists. */
    public Looks looks() {
        return looks;
    }

    /** The place of the value, without anchor and tag; of the alias when it is one. */
    public Span span() {
        return source.span(start, end);
    }

    /** Number of the YAML document it stands in, from 0. */
    public int document() {
        return document;
    }

    /** Name of the anchor at it; null when there is none. */
    public @Nullable String anchor() {
        return anchor;
    }

    /** The tag, with {@code !!} written out; null when there is none. */
    public @Nullable String tag() {
        return tag;
    }

    /** Name after the {@code *} when the value is an alias; null otherwise. */
    public @Nullable String alias() {
        return alias;
    }

    /** The node an alias stands for; null when it is no alias or leads nowhere. */
    public @Nullable LocatedNode target() {
        return target;
    }

    /** Whether it is a map or list whose end was not read: there may be more in it. */
    public boolean damaged() {
        return damaged;
    }

    /** The entries as they are written: repeated keys and merge keys included. */
    public List<LocatedEntry> written() {
        return written;
    }

    /**
     * The entries with merge keys expanded: first those written here, without the merge keys, then those merged in.
     * Repeated keys are included. Empty when the value is no map.
     */
    public List<LocatedEntry> entries() {
        return entries;
    }

    /** The values of a list; empty when it is none. */
    public List<LocatedNode> items() {
        return items;
    }

    /** The entry with a key, the last one when the key is repeated; null when there is none. */
    public @Nullable LocatedEntry entry(String key) {
        if (entries.size() >= INDEXED) return indexed().get(key);
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (entries.get(i).key().equals(key)) return entries.get(i);
        }
        return null;
    }

    /** The value of a key, the last one when the key is repeated; null when there is none. */
    public @Nullable LocatedNode get(String key) {
        LocatedEntry entry = entry(key);
        return entry == null ? null : entry.value();
    }

    /** The text of the scalar of a key; null when there is none, or it is null, a map or a list. */
    public @Nullable String text(String key) {
        LocatedNode value = get(key);
        return value == null || !value.isScalar() ? null : value.text();
    }

    /** The values of the list of a key; empty when there is none. */
    public List<LocatedNode> items(String key) {
        LocatedNode value = get(key);
        return value == null ? List.of() : value.items();
    }

    /** The value at the end of a path of keys and list positions; null when there is none. */
    public @Nullable LocatedNode find(List<String> path) {
        LocatedNode at = this;
        for (String step : path) {
            LocatedNode next = at.isList() ? at.item(step) : at.get(step);
            if (next == null) return null;
            at = next;
        }
        return at;
    }

    private @Nullable LocatedNode item(String position) {
        if (position.isEmpty() || position.length() > 9) return null;
        int number = 0;
        for (int i = 0; i < position.length(); i++) {
            char digit = position.charAt(i);
            if (digit < '0' || digit > '9' || (digit == '0' && i == 0 && position.length() > 1)) return null;
            number = number * 10 + digit - '0';
        }
        return number < items.size() ? items.get(number) : null;
    }

    private Map<String, LocatedEntry> indexed() {
        Map<String, LocatedEntry> known = index;
        if (known == null) {
            known = new HashMap<>();
            for (LocatedEntry entry : entries) known.put(entry.key(), entry);
            index = known;
        }
        return known;
    }

    /** An alias at a place for this node. */
    LocatedNode aliased(String name, int from, int to) {
        LocatedNode node = new LocatedNode(source, document, kind, style, text, looks, from, to);
        node.tag = tag;
        node.alias = name;
        node.target = this;
        node.written = written;
        node.entries = entries;
        node.items = items;
        node.damaged = damaged;
        return node;
    }

    /** Makes it an alias that leads nowhere. */
    void leadsNowhere(String name) {
        alias = name;
    }

    void close(List<LocatedEntry> all, List<LocatedEntry> expanded, List<LocatedNode> values, int to, boolean whole) {
        written = all;
        entries = expanded;
        items = values;
        end = to;
        damaged = !whole;
    }

    @Override
    public String toString() {
        return kind + "@" + span().at() + (text.isEmpty() ? "" : " " + text);
    }
}
