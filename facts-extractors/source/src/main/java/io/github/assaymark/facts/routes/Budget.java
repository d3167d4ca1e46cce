package io.github.assaymark.facts.routes;

import io.github.assaymark.facts.program.FactSink;
import io.github.assaymark.facts.program.Located;

/**
 * How much work the listing of what applications serve may be for one owner: mounts multiply. What is cut is told once
 * for each reason. Used by one thread.
 */
final class Budget {
    /** Entries that are listed, each as often as it is mounted. */
    private static final int MAX_LISTED = 100_000;
    /** Comparisons of a route with what is registered around it. */
    private static final long MAX_COMPARED = 10_000_000;

    private final FactSink sink;
    private int listed;
    private long compared;
    private boolean told;

    Budget(FactSink sink) {
        this.sink = sink;
    }

    /** Whether one more entry may be listed. */
    boolean lists(Located at) {
        if (++listed <= MAX_LISTED) return true;
        tooMany(at);
        return false;
    }

    /** Whether a route may be compared with so many more entries. */
    boolean compares(int more, Located at) {
        compared += more;
        if (compared <= MAX_COMPARED) return true;
        tooMany(at);
        return false;
    }

    private void tooMany(Located at) {
        if (!told) cut(at, "there are too many registrations to list all");
        told = true;
    }

    /** Tells that what an application serves is not listed wholly. */
    void cut(Located at, String reason) {
        sink.unresolved("routes of an application", at, reason, HonoDialect.ALL);
    }

    /** Tells when an application was given more than it keeps. */
    void check(App app) {
        if (app.full()) cut(app.created(), "it has more than " + App.MAX_ENTRIES + " registrations");
    }
}
