package io.github.assaymark.core.drl;

import io.github.assaymark.model.rule.Qualifiers;
import java.util.ArrayList;
import java.util.List;

/** Qualifiers in words, for comments. */
final class DrlQualifiers {
    private DrlQualifiers() {}

    static String words(Qualifiers of) {
        List<String> words = new ArrayList<>();
        if (of.unresolved() != null)
            words.add("not unresolved (" + of.unresolved().place().text() + ")");
        if (of.thisRevision()) words.add("of the judged revision");
        if (of.awaiting() != null)
            words.add("not awaiting a person (" + of.awaiting().place().text() + ")");
        if (of.fresh() != null) words.add("at most " + of.fresh() + " old");
        if (of.settled() != null) words.add("at least " + of.settled() + " old");
        if (of.by() != null) words.add("its age counted from " + of.by().place().text());
        return String.join(", ", words);
    }
}
