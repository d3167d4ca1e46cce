package io.github.assaymark.collect;

import java.time.Duration;

/** Waits. Tests put one in that does not. */
@FunctionalInterface
public interface Sleeper {
    /** Waits for about as long. */
    void sleep(Duration duration) throws InterruptedException;

    /** One that really waits. */
    static Sleeper real() {
        return duration -> Thread.sleep(duration.toMillis());
    }
}
