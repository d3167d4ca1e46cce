package io.github.assaymark.core.explain;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.rule.Condition;
import io.github.assaymark.model.rule.Pattern;
import io.github.assaymark.model.verdict.Evidence;
import io.github.assaymark.model.verdict.FactRef;
import io.github.assaymark.model.verdict.SearchScope;
import io.github.assaymark.model.verdict.Truth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one leaf came to, and why.
 *
 * @param observed what was found, in one line
 * @param expected what is demanded, in one line
 * @param witnesses facts that decide the leaf, the first ones
 * @param witnessTotal how many there are
 * @param evidence decisive facts and absences, most telling first
 * @param offences for FALSE: every place where it is not met
 * @param lacks patterns that found nothing where something is demanded
 * @param open facts that are why the value is open
 * @param scopes where was looked
 */
record LeafRecord(
        String id,
        Condition.Leaf leaf,
        Truth value,
        String observed,
        String expected,
        List<FactRef> witnesses,
        int witnessTotal,
        List<Evidence> evidence,
        List<Offence> offences,
        List<Lack> lacks,
        List<Open> open,
        List<SearchScope> scopes) {
    LeafRecord {
        witnesses = List.copyOf(witnesses);
        evidence = List.copyOf(evidence);
        offences = List.copyOf(offences);
        lacks = List.copyOf(lacks);
        open = List.copyOf(open);
        scopes = List.copyOf(scopes);
    }

    /**
     * One place where a leaf is not met.
     *
     * @param fact bound by the first pattern; null for an absence
     * @param partner bound by the second pattern; null when there is none
     * @param cited the fact to point at; null for an absence
     * @param entity its logical key
     * @param message generated, without a final period
     */
    record Offence(
            @Nullable Fact fact,
            @Nullable Fact partner,
            @Nullable FactRef cited,
            String entity,
            String message,
            @Nullable String observed,
            @Nullable String expected) {}

    /**
     * A pattern that found nothing.
     *
     * @param outer the fact that lacks a partner; null when the pattern is the leaf's first
     * @param missing how many facts are missing
     */
    record Lack(Pattern pattern, @Nullable Fact outer, int missing) {}

    /** A fact that is evidence neither for nor against. */
    record Open(Pattern pattern, Fact fact, @Nullable Fact outer, Truth why) {}
}
