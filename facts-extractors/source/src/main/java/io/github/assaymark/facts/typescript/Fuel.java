package io.github.assaymark.facts.typescript;

import io.github.assaymark.model.extract.Limits;

/**
 * Counts the steps of reading one file. A budget of steps bounds hostile input alike on every machine; time is bounded
 * too.
 */
final class Fuel {
    private static final int PORTION = 1 << 14;
    private static final long STEPS_PER_BYTE = 12;
    private static final long STEPS_FOR_ANY_FILE = 1 << 20;

    private final Limits limits;
    private final long deadline;
    private long portions;

    Fuel(int bytes, Limits limits) {
        this.limits = limits;
        deadline = System.nanoTime() + limits.perFile().toNanos();
        portions = (STEPS_FOR_ANY_FILE + bytes * STEPS_PER_BYTE) / PORTION;
    }

    /** The next portion of steps. */
    int portion() {
        if (portions-- <= 0) throw new Refusal("it takes too many steps to read, for its size");
        if (System.nanoTime() - deadline > 0)
            throw new Refusal("it takes longer to read than " + limits.perFile().toMillis() + " ms");
        return PORTION;
    }
}
