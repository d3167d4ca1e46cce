package io.github.assaymark.core.explain;

import java.util.Locale;

/** How far apart two texts are. */
final class Spelling {
    private static final int MAX_LENGTH = 200;

    /** What {@link #distance} gives for texts that are too long to compare. */
    static final int FAR = 1000;

    private Spelling() {}

    /** Whether the texts differ in the case of letters, or in spaces, dashes, dots and underscores, only. */
    static boolean variants(String a, String b) {
        return bare(a).equals(bare(b));
    }

    private static String bare(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[\\s._-]", "");
    }

    /** Insertions, deletions, replacements and swaps of neighbours that lead from one text to the other. */
    static int distance(String a, String b) {
        if (a.length() > MAX_LENGTH || b.length() > MAX_LENGTH) return a.equals(b) ? 0 : FAR;
        int[] before = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) last[j] = j;
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1))
                    row[j] = Math.min(row[j], before[j - 2] + 1);
            }
            int[] free = before;
            before = last;
            last = row;
            row = free;
        }
        return last[b.length()];
    }
}
