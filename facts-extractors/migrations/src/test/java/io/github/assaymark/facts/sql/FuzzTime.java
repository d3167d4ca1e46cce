package io.github.assaymark.facts.sql;

import java.lang.management.ManagementFactory;

/**
 * How long a class with random input goes on, in processor time of its thread, so that a busy machine tries as much as
 * an idle one. The two classes of this module share a minute of a build, a quick one ({@code -Dquick}) tries one input.
 * {@code -Dassay.fuzz.seconds} is the time of each.
 */
public final class FuzzTime {
    private static final long SECONDS = 30;

    private final long end;

    private FuzzTime(long end) {
        this.end = end;
    }

    /** The time begins now. */
    public static FuzzTime begin() {
        long usual = System.getProperty("quick") == null ? SECONDS : 0;
        return new FuzzTime(now() + Long.getLong("assay.fuzz.seconds", usual) * 1_000_000_000L);
    }

    /** Whether there is time left. */
    public boolean left() {
        return now() < end;
    }

    private static long now() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
