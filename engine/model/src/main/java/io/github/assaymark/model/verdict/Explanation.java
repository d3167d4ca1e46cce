package io.github.assaymark.model.verdict;

import io.github.assaymark.model.rule.SourcePlace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a verdict is what it is.
 *
 * @param headline one sentence, true alone, that names subject, what was found and what is demanded
 * @param applicability the tree of {@code appliesIf}; null when the item always applies
 * @param tree the tree of the condition; null when it was not evaluated because the item does not apply
 * @param evidence decisive facts and absences, most telling first
 * @param findings for FAIL: the places, the first ones in order
 * @param findingTotal how many there are
 * @param searched where facts were looked for, sorted by type
 * @param nearMisses for absences: at most three, nearest first
 * @param remedies at most three, cheapest first
 * @param fix the author's advice; null when there is none
 * @param notes what else a reader must know, for example a waiver, or an attestation that facts contradict
 */
public record Explanation(
        String headline,
        @Nullable ExplanationNode applicability,
        @Nullable ExplanationNode tree,
        List<Evidence> evidence,
        List<Finding> findings,
        int findingTotal,
        List<SearchScope> searched,
        List<NearMiss> nearMisses,
        List<Remedy> remedies,
        @Nullable String fix,
        List<String> notes,
        SourcePlace rule) {
    /** Copies the lists. */
    public Explanation {
        evidence = List.copyOf(evidence);
        findings = List.copyOf(findings);
        searched = List.copyOf(searched);
        nearMisses = List.copyOf(nearMisses);
        remedies = List.copyOf(remedies);
        notes = List.copyOf(notes);
    }

    /** The explanation as plain text of a few lines, without colour. */
    public String render() {
        return ExplanationText.render(this);
    }
}
