package io.github.assaymark.dsl.internal;

import java.util.Comparator;

/** One problem of a pack, ready to be shown. */
record Problem(int file, int line, int column, String text) implements Comparable<Problem> {
    private static final Comparator<Problem> ORDER = Comparator.comparingInt(Problem::file)
            .thenComparingInt(Problem::line)
            .thenComparingInt(Problem::column)
            .thenComparing(Problem::text);

    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }
}
