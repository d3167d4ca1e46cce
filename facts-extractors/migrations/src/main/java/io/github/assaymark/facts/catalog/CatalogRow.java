package io.github.assaymark.facts.catalog;

import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.facts.structured.Style;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row of an exported catalogue; remembers the first thing that is wrong with it. Used by one thread. */
final class CatalogRow {
    /** Longer texts are no names or expressions of a database. */
    private static final int MAX_TEXT = 20_000;

    private final LocatedNode node;
    private final String pointer;
    private @Nullable String problem;

    CatalogRow(LocatedNode node, String pointer) {
        this.node = node;
        this.pointer = pointer;
        if (!node.isMap()) problem = "a row that is no object";
    }

    String pointer() {
        return pointer;
    }

    int line() {
        return node.span().startLine();
    }

    /** What is wrong with what was asked for until now; null when nothing is. */
    @Nullable
    String problem() {
        return problem;
    }

    private void wrong(String key, String wanted) {
        if (problem == null) problem = "a row whose `" + key + "` is no " + wanted;
    }

    /** A text that must be there. */
    String text(String key) {
        String text = optional(key);
        if (text == null) wrong(key, "text");
        return text == null ? "" : text;
    }

    /** A text; null when there is none. */
    @Nullable
    String optional(String key) {
        LocatedNode value = node.get(key);
        if (value == null || value.isNull()) return null;
        if (isText(value)) return value.text();
        wrong(key, "text");
        return null;
    }

    boolean flag(String key) {
        LocatedNode value = node.get(key);
        if (value == null || !value.isScalar() || value.style() != Style.PLAIN) wrong(key, "true or false");
        else if (value.text().equals("true")) return true;
        else if (!value.text().equals("false")) wrong(key, "true or false");
        return false;
    }

    /** Texts; an element that is null becomes the text that is given for it. */
    List<String> texts(String key, String instead) {
        LocatedNode value = node.get(key);
        if (value == null || value.isNull()) return List.of();
        if (!value.isList()) wrong(key, "list");
        List<String> texts = new ArrayList<>();
        for (LocatedNode item : value.items()) {
            if (item.isNull()) texts.add(instead);
            else if (isText(item)) texts.add(item.text());
            else wrong(key, "list of texts");
        }
        return List.copyOf(texts);
    }

    /** Whether the first element of a list is null. */
    boolean beginsWithNothing(String key) {
        LocatedNode value = node.get(key);
        return value == null || value.items().isEmpty() || value.items().get(0).isNull();
    }

    private static boolean isText(LocatedNode value) {
        return value.isScalar()
                && value.style() == Style.DOUBLE_QUOTED
                && value.text().length() <= MAX_TEXT;
    }
}
