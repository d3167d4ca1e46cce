package io.github.assaymark.facts.code;

import org.jspecify.annotations.Nullable;

/**
 * What guards a call to another system.
 *
 * @param breaker name of the circuit breaker; null when none was seen
 */
record Protection(
        @Nullable String breaker, boolean timeout, boolean retry, boolean backoff, boolean jitter, boolean fallback) {
    static final Protection NONE = new Protection(null, false, false, false, false, false);
    static final Protection TIMEOUT = new Protection(null, true, false, false, false, false);
    static final Protection FALLBACK = new Protection(null, false, false, false, false, true);

    static Protection breaker(String name) {
        return new Protection(name, false, false, false, false, false);
    }

    static Protection retry(boolean backoff, boolean jitter) {
        return new Protection(null, false, true, backoff, jitter, false);
    }

    /** What either has. */
    Protection and(Protection other) {
        if (other.equals(NONE)) return this;
        return new Protection(
                breaker != null ? breaker : other.breaker,
                timeout || other.timeout,
                retry || other.retry,
                backoff || other.backoff,
                jitter || other.jitter,
                fallback || other.fallback);
    }

    /** What both have. */
    Protection common(Protection other) {
        return new Protection(
                breaker != null && other.breaker != null ? breaker : null,
                timeout && other.timeout,
                retry && other.retry,
                backoff && other.backoff,
                jitter && other.jitter,
                fallback && other.fallback);
    }
}
