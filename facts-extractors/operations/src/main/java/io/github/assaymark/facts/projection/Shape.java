package io.github.assaymark.facts.projection;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a document that are copied, by their paths. {@code a.b} is a field of a field, {@code a[]} the elements
 * of a list, {@code *} every key that is not listed; {@code a!} says that {@code a} is there and how many elements it
 * has but nothing of what is in it; {@code a<json>} and {@code a<yaml>} are documents inside of a text; {@code a.b[] ->
 * a} says that what is listed below {@code a} is copied there too. A key with a dot stands in back quotes. Not changed
 * once it is made.
 */
final class Shape {
    /** The format of a document inside of a text. */
    enum Inner {
        JSON,
        YAML
    }

    private final Map<String, Shape> fields = new TreeMap<>();
    private @Nullable Shape others;
    private @Nullable Shape items;
    private @Nullable Shape inside;
    private @Nullable Inner inner;
    private boolean copied;
    private boolean present;

    private Shape() {}

    static Shape of(String... paths) {
        Shape root = new Shape();
        for (String path : paths) {
            int arrow = path.indexOf(" -> ");
            if (arrow < 0) root.add(new Steps(path));
            else root.link(new Steps(path.substring(0, arrow)), root.at(new Steps(path.substring(arrow + 4))));
        }
        return root;
    }

    private void add(Steps steps) {
        Shape leaf = at(steps);
        if (steps.present()) leaf.present = true;
        else leaf.copied = true;
    }

    private Shape at(Steps steps) {
        Shape at = this;
        while (steps.more()) at = at.step(steps.next());
        return at;
    }

    private Shape step(String step) {
        switch (step) {
            case "[]" -> {
                Shape of = items == null ? new Shape() : items;
                items = of;
                return of;
            }
            case "*" -> {
                Shape of = others == null ? new Shape() : others;
                others = of;
                return of;
            }
            case "<json>", "<yaml>" -> {
                Shape of = inside == null ? new Shape() : inside;
                inside = of;
                inner = step.equals("<json>") ? Inner.JSON : Inner.YAML;
                return of;
            }
            default -> {
                return fields.computeIfAbsent(step, key -> new Shape());
            }
        }
    }

    private void link(Steps steps, Shape to) {
        Shape at = this;
        while (steps.more()) {
            String step = steps.next();
            if (steps.more()) at = at.step(step);
            else if (step.equals("[]")) at.items = to;
            else if (step.equals("*")) at.others = to;
            else at.fields.put(step, to);
        }
    }

    /** What is copied of a field; null when the field is dropped. */
    @Nullable
    Shape field(String key) {
        Shape listed = fields.get(key);
        return listed == null ? others : listed;
    }

    /** What is copied of elements; null when it is no list. */
    @Nullable
    Shape items() {
        return items;
    }

    /** What is copied of the document inside of the text; null when it holds none. */
    @Nullable
    Shape inside() {
        return inside;
    }

    @Nullable
    Inner inner() {
        return inner;
    }

    boolean isMap() {
        return !fields.isEmpty() || others != null;
    }

    /** Whether a scalar here is copied. */
    boolean copied() {
        return copied;
    }

    /** Whether no more is copied than that it is there. */
    boolean present() {
        return present;
    }

    /** The steps of a path, one after the other. */
    private static final class Steps {
        private final String path;
        private int at;

        Steps(String path) {
            this.path = path;
        }

        boolean present() {
            return path.endsWith("!");
        }

        boolean more() {
            return at < path.length() - (present() ? 1 : 0);
        }

        String next() {
            if (path.charAt(at) == '.') at++;
            int from = at;
            if (path.charAt(at) == '`') {
                at = path.indexOf('`', from + 1) + 1;
                return path.substring(from + 1, at - 1);
            }
            if (path.startsWith("[]", at)) at += 2;
            else if (path.charAt(at) == '<') at = path.indexOf('>', at) + 1;
            else while (more() && ".[<".indexOf(path.charAt(at)) < 0) at++;
            if (at == from) throw new IllegalArgumentException("no path: " + path);
            return path.substring(from, at);
        }
    }
}
