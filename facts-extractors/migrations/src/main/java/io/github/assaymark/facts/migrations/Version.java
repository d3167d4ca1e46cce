package io.github.assaymark.facts.migrations;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * A version whose parts are compared as numbers: 1_10 comes after 1_9, 010 equals 10, and what is missing counts as 0.
 */
record Version(String text, List<BigInteger> parts) implements Comparable<Version> {
    /** Nobody writes more digits than this; the rest is cut off. */
    private static final int MOST_DIGITS = 60;

    private static final int MOST_PARTS = 20;

    static Version of(String text) {
        List<BigInteger> parts = new ArrayList<>();
        int i = 0;
        while (i < text.length() && parts.size() < MOST_PARTS) {
            int from = i;
            while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') i++;
            if (i > from) parts.add(new BigInteger(text.substring(from, Math.min(i, from + MOST_DIGITS))));
            else i++;
        }
        while (parts.size() > 1 && parts.get(parts.size() - 1).signum() == 0) parts.remove(parts.size() - 1);
        return new Version(text, List.copyOf(parts));
    }

    /** Whether the tool takes them for the same. */
    boolean same(Version other) {
        return compareTo(other) == 0;
    }

    @Override
    public int compareTo(Version other) {
        int most = Math.max(parts.size(), other.parts.size());
        for (int i = 0; i < most; i++) {
            int difference = part(i).compareTo(other.part(i));
            if (difference != 0) return difference;
        }
        return 0;
    }

    private BigInteger part(int i) {
        return i < parts.size() ? parts.get(i) : BigInteger.ZERO;
    }
}
