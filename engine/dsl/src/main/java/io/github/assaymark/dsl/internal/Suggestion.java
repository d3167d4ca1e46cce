package io.github.assaymark.dsl.internal;

import java.util.Collection;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** "Did you mean": the legal name nearest to a wrong one. */
final class Suggestion {
    private Suggestion() {}

    /** {@code `name`?} for the nearest legal name; null when none is near. The first in order wins a tie. */
    static @Nullable String near(String wrong, Collection<String> legal) {
        String best = null;
        int bestDistance = Math.max(2, wrong.length() / 3) + 1;
        for (String candidate : new TreeSet<>(legal)) {
            if (Math.abs(candidate.length() - wrong.length()) >= bestDistance) continue;
            int distance = distance(wrong, candidate);
            if (distance < bestDistance) {
                best = candidate;
                bestDistance = distance;
            }
        }
        return best == null ? null : "`" + best + "`?";
    }

    /** The nearest legal name, else all of them when they are few enough to read. */
    static @Nullable String nearOrAll(String wrong, Collection<String> legal) {
        String near = near(wrong, legal);
        if (near != null || legal.isEmpty()) return near;
        if (legal.size() == 1) return "`" + legal.iterator().next() + "`";
        String all = "one of " + String.join(", ", new TreeSet<>(legal));
        return all.length() <= 200 ? all : null;
    }

    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) previous[j] = j;
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], previous[j]) + 1, previous[j - 1] + change);
            }
            previous = row;
        }
        return previous[b.length()];
    }
}
