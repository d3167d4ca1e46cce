package io.github.assaymark.core.judge;

import io.github.assaymark.model.rule.Item;
import io.github.assaymark.model.verdict.Explanation;
import io.github.assaymark.model.verdict.SubjectRef;
import io.github.assaymark.model.verdict.Verdict;
import java.util.Set;

/** Explains verdicts. */
public interface Explainer {
    /** Why; must not ask other verdicts for their explanations. */
    Explanation explain(Bench bench, Verdict verdict);

    /** The fingerprints of all findings of an item that fails on a subject. */
    Set<String> fingerprints(Bench bench, Item item, SubjectRef subject);
}
