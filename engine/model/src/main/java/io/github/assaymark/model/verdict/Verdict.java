package io.github.assaymark.model.verdict;

import io.github.assaymark.model.rule.Item;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of one item on one subject. Immutable; the explanation is built when it is first asked for. Verdicts of
 * an {@link Assessment} are safe for use by many threads.
 */
public final class Verdict {
    private final Item item;
    private final SubjectRef subject;
    private final Outcome outcome;
    private final Disposition disposition;
    private final Supplier<Explanation> explainer;
    private @Nullable Explanation explanation;

    /** A verdict whose explanation {@code explainer} builds; it is called at most once. */
    public Verdict(
            Item item, SubjectRef subject, Outcome outcome, Disposition disposition, Supplier<Explanation> explainer) {
        this.item = item;
        this.subject = subject;
        this.outcome = outcome;
        this.disposition = disposition;
        this.explainer = explainer;
    }

    public Item item() {
        return item;
    }

    public SubjectRef subject() {
        return subject;
    }

    public Outcome outcome() {
        return outcome;
    }

    public Disposition disposition() {
        return disposition;
    }

    /**
     * Why.
     *
     * @throws IllegalStateException when the verdict is of a live assessment whose facts have changed since
     */
    public synchronized Explanation explanation() {
        Explanation known = explanation;
        if (known == null) {
            known = explainer.get();
            explanation = known;
        }
        return known;
    }

    /** Equal when item, subject, outcome and disposition are. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Verdict v
                && item.id().equals(v.item.id())
                && subject.equals(v.subject)
                && outcome.equals(v.outcome)
                && disposition.equals(v.disposition);
    }

    @Override
    public int hashCode() {
        return Objects.hash(item.id(), subject, outcome, disposition);
    }

    @Override
    public String toString() {
        return outcome + " " + item.id() + " on " + subject
                + (disposition instanceof Disposition.None ? "" : " " + disposition);
    }
}
