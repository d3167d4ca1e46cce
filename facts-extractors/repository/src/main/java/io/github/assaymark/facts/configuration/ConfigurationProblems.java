package io.github.assaymark.facts.configuration;

import io.github.assaymark.facts.structured.LocatedEntry;
import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.facts.structured.Span;
import io.github.assaymark.model.extract.ScanException;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a configuration, by place. */
final class ConfigurationProblems {
    private record Located(int line, int column, String text) implements Comparable<Located> {
        @Override
        public int compareTo(Located other) {
            if (line != other.line) return Integer.compare(line, other.line);
            return column != other.column ? Integer.compare(column, other.column) : text.compareTo(other.text);
        }
    }

    private final String file;
    private final TreeSet<Located> found = new TreeSet<>();

    ConfigurationProblems(String file) {
        this.file = file;
    }

    void add(Span span, String problem, String maybe) {
        add(span.startLine(), span.startColumn(), problem, maybe);
    }

    void add(int line, int column, String problem, String maybe) {
        found.add(new Located(line, column, file + ":" + line + ":" + column + ": " + problem + "\n  Maybe " + maybe));
    }

    void unknownKey(LocatedEntry entry, String where, List<String> known) {
        String nearest = nearest(entry.key(), known);
        add(
                entry.keySpan(),
                "unknown key `" + entry.key() + "`" + where,
                nearest == null ? "one of: " + String.join(", ", known) : "`" + nearest + "` is meant");
    }

    void wrongType(LocatedEntry entry, String wanted) {
        wrongType(entry.value(), "`" + entry.key() + "`", wanted);
    }

    void wrongType(LocatedNode value, String what, String wanted) {
        // an alias that leads nowhere is reported already
        if (value.alias() != null && value.target() == null) return;
        String kind = switch (value.kind()) {
            case MAP -> "a map";
            case LIST -> "a list";
            case SCALAR -> "`" + value.text() + "`";
            case NULL -> "nothing";
        };
        add(value.span(), what + " holds " + kind, "give it " + wanted + (value.isNull() ? ", or remove the key" : ""));
    }

    boolean isMap(LocatedEntry entry) {
        if (entry.value().isMap()) return true;
        wrongType(entry, "a map of keys and values");
        return false;
    }

    /** Whether a text is a path or glob that stays inside of the repository. */
    boolean insidePath(LocatedNode node, String key) {
        String path = node.text();
        String normal = normal(path);
        boolean absolute =
                path.startsWith("/") || path.startsWith("~") || path.indexOf('\\') >= 0 || path.indexOf(':') == 1;
        if (!normal.isBlank() && !absolute && !List.of(normal.split("/", -1)).contains("..")) return true;
        add(
                node.span(),
                "`" + path + "` in `" + key + "` is no path inside of the repository",
                "write it relative to the repository root, with `/` between its parts");
        return false;
    }

    /** Without a leading {@code ./} and a trailing {@code /}. */
    static String normal(String path) {
        String normal = path.startsWith("./") && path.length() > 2 ? path.substring(2) : path;
        return normal.endsWith("/") && normal.length() > 1 ? normal.substring(0, normal.length() - 1) : normal;
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new ScanException(found.stream().map(Located::text).toList());
        }
    }

    private static @Nullable String nearest(String key, List<String> known) {
        String nearest = null;
        int least = Math.min(3, key.length() / 2 + 1);
        for (String candidate : known) {
            int distance = distance(key, candidate);
            if (distance < least || candidate.equalsIgnoreCase(key)) {
                least = distance;
                nearest = candidate;
            }
        }
        return nearest;
    }

    /** Edits that turn one text into the other, two exchanged neighbours being one edit; capped at 9. */
    static int distance(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 9 || a.length() > 100) return 9;
        int[][] edits = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int k = 0; k <= b.length(); k++) {
                if (i == 0 || k == 0) {
                    edits[i][k] = i + k;
                    continue;
                }
                int changed = a.charAt(i - 1) == b.charAt(k - 1) ? 0 : 1;
                int least = Math.min(edits[i - 1][k - 1] + changed, Math.min(edits[i - 1][k], edits[i][k - 1]) + 1);
                boolean swapped =
                        i > 1 && k > 1 && a.charAt(i - 1) == b.charAt(k - 2) && a.charAt(i - 2) == b.charAt(k - 1);
                edits[i][k] = swapped ? Math.min(least, edits[i - 2][k - 2] + 1) : least;
            }
        }
        return Math.min(9, edits[a.length()][b.length()]);
    }
}
