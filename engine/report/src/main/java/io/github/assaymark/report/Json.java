package io.github.assaymark.report;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes trees of sorted maps, lists, texts, whole numbers, booleans and null as JSON.
 *
 * <p>The canonical form is RFC 8785: {@link String#compareTo} of sorted maps is its key order, and numbers are whole
 * and within 53 bits. One thing goes beyond it: half of a surrogate pair, which the RFC forbids but a hostile JSON file
 * can hold, is written as an escape so that nothing is lost.
 */
final class Json {
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private final StringBuilder out;
    private final boolean canonical;
    private int depth;

    private Json(StringBuilder out, boolean canonical, int depth) {
        this.out = out;
        this.canonical = canonical;
        this.depth = depth;
    }

    /** One line, RFC 8785. */
    static String canonical(@Nullable Object tree) {
        StringBuilder out = new StringBuilder(512);
        new Json(out, true, 0).value(tree);
        return out.toString();
    }

    /**
     * Indented by two spaces a level, beginning at {@code depth}. Characters that steer a terminal or the direction of
     * text are escaped.
     */
    static String indented(@Nullable Object tree, int depth) {
        StringBuilder out = new StringBuilder(1024);
        new Json(out, false, depth).value(tree);
        return out.toString();
    }

    private void value(@Nullable Object tree) {
        if (tree == null || tree instanceof Boolean) out.append(tree);
        else if (tree instanceof Integer || tree instanceof Long) out.append(((Number) tree).longValue());
        else if (tree instanceof String text) text(text);
        else if (tree instanceof List<?> list) list(list);
        else if (tree instanceof SortedMap<?, ?> map) map(map);
        else throw new IllegalArgumentException(tree.getClass().getName());
    }

    private void list(List<?> list) {
        if (list.isEmpty()) {
            out.append("[]");
            return;
        }
        out.append('[');
        depth++;
        for (Iterator<?> elements = list.iterator(); elements.hasNext(); ) {
            newLine();
            value(elements.next());
            if (elements.hasNext()) out.append(',');
        }
        depth--;
        newLine();
        out.append(']');
    }

    private void map(SortedMap<?, ?> map) {
        if (map.isEmpty()) {
            out.append("{}");
            return;
        }
        out.append('{');
        depth++;
        for (Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator(); entries.hasNext(); ) {
            Map.Entry<?, ?> entry = entries.next();
            newLine();
            text((String) entry.getKey());
            out.append(canonical ? ":" : ": ");
            value(entry.getValue());
            if (entries.hasNext()) out.append(',');
        }
        depth--;
        newLine();
        out.append('}');
    }

    private void newLine() {
        if (canonical) return;
        out.append('\n');
        for (int i = 0; i < depth; i++) out.append("  ");
    }

    private void text(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < 0x20 || lonely(text, i) || (!canonical && Visible.hidden(c))) escape(c);
                    else out.append(c);
                }
            }
        }
        out.append('"');
    }

    private void escape(char c) {
        out.append("\\u")
                .append(HEX[c >> 12])
                .append(HEX[c >> 8 & 15])
                .append(HEX[c >> 4 & 15])
                .append(HEX[c & 15]);
    }

    private static boolean lonely(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c))
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }
}
