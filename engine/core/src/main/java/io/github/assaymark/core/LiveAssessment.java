package io.github.assaymark.core;

import io.github.assaymark.core.judge.Session;
import io.github.assaymark.model.FactDelta;
import io.github.assaymark.model.verdict.Assessment;
import io.github.assaymark.model.verdict.Explanation;
import io.github.assaymark.model.verdict.Verdict;
import io.github.assaymark.model.verdict.VerdictChanges;
import io.github.assaymark.model.verdict.WhatIf;

/**
 * An assessment that follows the facts: a change judges only what it concerns. For one thread at a time. Verdicts it
 * gave out keep their outcome, but can be explained only until their facts change or it is closed.
 */
public final class LiveAssessment implements AutoCloseable {
    private final Session session;

    LiveAssessment(Session session) {
        this.session = session;
    }

    /**
     * Follows a change of the judged revision's facts.
     *
     * @return the verdicts that changed
     * @throws IllegalArgumentException when a removed fact is not there, or the change leaves other than one
     *     {@link io.github.assaymark.model.Now}; nothing has changed then
     * @throws IllegalStateException when it is closed
     */
    public VerdictChanges apply(FactDelta delta) {
        return session.apply(delta);
    }

    /**
     * What a change would do; nothing is committed.
     *
     * @throws IllegalArgumentException as {@link #apply}
     * @throws IllegalStateException when it is closed
     */
    public WhatIf whatIf(FactDelta delta) {
        return session.whatIf(delta);
    }

    /**
     * Why an item has its outcome on a subject.
     *
     * @param item its id, a former id, or the end of its id
     * @param subject its key
     * @throws IllegalArgumentException when there is no such verdict
     * @throws IllegalStateException when it is closed
     */
    public Explanation why(String item, String subject) {
        Verdict verdict = session.assessment()
                .verdict(item, subject)
                .orElseThrow(() -> new IllegalArgumentException("no verdict of item `" + item + "` on `" + subject
                        + "`\n  Maybe look for both in assessment().verdicts()"));
        return verdict.explanation();
    }

    /** All verdicts as they are now. */
    public Assessment assessment() {
        return session.assessment();
    }

    @Override
    public void close() {
        session.close();
    }
}
