package io.github.assaymark.model.verdict;

import io.github.assaymark.model.Provenance;

/** The plain text of an explanation. */
final class ExplanationText {
    private ExplanationText() {}

    static String render(Explanation explanation) {
        StringBuilder text = new StringBuilder(explanation.headline());
        for (Evidence evidence : explanation.evidence()) {
            text.append("\n  ").append(evidence.message());
            Provenance.File place = evidence.fact() == null
                    ? null
                    : evidence.fact().provenance().place();
            if (place != null) {
                text.append("\n  --> ").append(place.path());
                if (place.startLine() > 0) text.append(':').append(place.startLine());
                if (place.startColumn() > 0) text.append(':').append(place.startColumn());
            }
        }
        if (explanation.fix() != null) text.append("\n  fix:  ").append(explanation.fix());
        for (String note : explanation.notes()) text.append("\n  note: ").append(note);
        return text.toString();
    }
}
