package io.github.assaymark.core.drl;

import io.github.assaymark.model.catalogue.FactCatalogue;
import io.github.assaymark.model.catalogue.FactType;
import io.github.assaymark.model.rule.Pattern;
import io.github.assaymark.model.rule.Qualifiers;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What makes a fact questionable, as constraints on it: by the word for it, in the order in which the first that holds
 * decides.
 */
final class DrlQualifiers {
    private DrlQualifiers() {}

    static Map<String, String> of(Pattern pattern, String judges, DrlExprs exprs, FactCatalogue catalogue) {
        Qualifiers of = pattern.qualifiers();
        Map<String, String> doubts = new LinkedHashMap<>();
        if (of.unresolved() != null) doubts.put("unresolved", exprs.condition(of.unresolved(), true));
        if (of.thisRevision()) doubts.put("wrong revision", "!isSameRevision(sha, " + sha(judges, catalogue) + ")");
        if (of.awaiting() != null) doubts.put("awaiting", exprs.condition(of.awaiting(), true));
        String at = of.by() == null ? "at" : exprs.value(of.by());
        if (of.fresh() != null)
            doubts.put(
                    "stale",
                    "!isFresh($env.now(), " + at + ", "
                            + DrlExprs.quoted(of.fresh().toString()) + ")");
        if (of.settled() != null) {
            doubts.put("undated", at + " == null");
            doubts.put(
                    "pending",
                    "isPending($env.now(), " + at + ", "
                            + DrlExprs.quoted(of.settled().toString()) + ")");
        }
        return doubts;
    }

    /** Whether they read the moment. */
    static boolean readsMoment(Qualifiers of) {
        return of.fresh() != null || of.settled() != null;
    }

    /** The commit of the subject; {@code null} where its type has none. */
    static String sha(String judges, FactCatalogue catalogue) {
        FactType type = catalogue.type(judges);
        return type == null || type.property("sha") == null ? "null" : "$subject.sha";
    }
}
