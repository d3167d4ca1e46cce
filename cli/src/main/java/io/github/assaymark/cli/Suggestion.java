package io.github.assaymark.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Finds what somebody may have meant. */
final class Suggestion {
    private static final int MAX = 3;

    private Suggestion() {}

    /** A way out for a name that is none: the nearest names, else {@code otherwise}. */
    static String line(String name, Collection<String> names, String otherwise) {
        List<String> near = near(name, names);
        return "\n  Maybe " + (near.isEmpty() ? otherwise : String.join(" or ", near) + " was meant");
    }

    private static List<String> near(String name, Collection<String> names) {
        int tolerance = Math.max(1, name.length() / 4);
        Stream<String> similar = names.stream()
                .distinct()
                .filter(other -> distance(name, last(name, other)) <= tolerance || other.endsWith("." + name));
        return similar.sorted(Comparator.<String>comparingInt(other -> distance(name, last(name, other)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MAX)
                .toList();
    }

    /** A short name is compared with the last part of an id. */
    private static String last(String name, String id) {
        return name.indexOf('.') < 0 ? id.substring(id.lastIndexOf('.') + 1) : id;
    }

    /** Single letters added, lost, changed, or swapped with their neighbour. */
    private static int distance(String a, String b) {
        int[] before = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) last[j] = j;
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                row[j] = Math.min(last[j - 1] + (same ? 0 : 1), Math.min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1))
                    row[j] = Math.min(row[j], before[j - 2] + 1);
            }
            before = last;
            last = row;
        }
        return last[b.length()];
    }
}
