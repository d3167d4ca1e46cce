package io.github.assaymark.model.fact;

/** What an alarm watches. */
public enum AlarmSignal {
    /** Failed requests as a share of all. */
    ERROR_RATE,
    /** How long requests take. */
    LATENCY,
    /** Messages waiting in a queue. */
    QUEUE_DEPTH,
    /** Anything else, or not told by the metric. */
    OTHER
}
