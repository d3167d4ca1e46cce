package io.github.assaymark.core.judge;

import io.github.assaymark.core.facts.World;
import io.github.assaymark.core.link.LeafPlans;
import io.github.assaymark.core.link.MatchSource;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.FactDelta;
import io.github.assaymark.model.catalogue.FactCatalogue;
import io.github.assaymark.model.rule.Condition;
import io.github.assaymark.model.rule.Item;
import io.github.assaymark.model.verdict.SubjectRef;
import io.github.assaymark.model.verdict.Truth;
import io.github.assaymark.model.verdict.Verdict;
import io.github.assaymark.model.verdict.WhatIf;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is on the judge's bench: everything an item is judged by, and explained by afterwards. Not for many threads. */
public interface Bench {
    FactCatalogue catalogue();

    World world();

    LeafPlans plans();

    MatchSource matches();

    /** The fact of a subject; null when it is gone or the stand-in of a kind without subjects. */
    @Nullable
    Fact subject(SubjectRef subject);

    /** The value of a condition of an item, or of a part of it, on a subject. Never throws: failures are ERROR. */
    Truth truth(Item item, Condition condition, Fact subject);

    /** The verdicts a {@code verdictOf} looks at. */
    List<Verdict> verdicts(Item asking, Condition.VerdictOf leaf, Fact subject);

    /** What a change would do; nothing stays of it. */
    WhatIf whatIf(FactDelta delta);
}
