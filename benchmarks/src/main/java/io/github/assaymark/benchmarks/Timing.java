package io.github.assaymark.benchmarks;

import java.util.Arrays;
import java.util.Locale;

/** Durations of one measured thing, in nanoseconds. */
final class Timing {
    private final long[] sorted;

    private Timing(long[] sorted) {
        this.sorted = sorted;
    }

    static Timing of(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Timing(sorted);
    }

    long percentile(int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    String micros() {
        return String.format(
                Locale.ROOT,
                "p50 %.1f us, p90 %.1f us, p95 %.1f us, p99 %.1f us, max %.1f us",
                percentile(50) / 1e3,
                percentile(90) / 1e3,
                percentile(95) / 1e3,
                percentile(99) / 1e3,
                sorted[sorted.length - 1] / 1e3);
    }

    String millis() {
        return String.format(
                Locale.ROOT,
                "p50 %.1f ms, p99 %.1f ms, max %.1f ms",
                percentile(50) / 1e6,
                percentile(99) / 1e6,
                sorted[sorted.length - 1] / 1e6);
    }
}
