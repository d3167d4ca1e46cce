package io.github.assaymark.core.drl;

import io.github.assaymark.model.rule.Condition;
import io.github.assaymark.model.verdict.Outcome;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a {@code verdictOf} looks at, as constraints on verdicts: by the word for it. */
final class DrlVerdicts {
    private DrlVerdicts() {}

    static Map<String, String> of(Condition.VerdictOf leaf) {
        Map<String, String> kinds = new LinkedHashMap<>();
        if (leaf.having() != null) {
            List<Outcome.Kind> asked = leaf.having().outcomes();
            kinds.put("such", outcomes(asked));
            Set<Outcome.Kind> open = EnumSet.of(Outcome.Kind.UNKNOWN, Outcome.Kind.PENDING);
            open.removeAll(asked);
            if (!open.isEmpty()) kinds.put("open", outcomes(open));
            if (!asked.contains(Outcome.Kind.ERROR)) kinds.put("error", outcomes(EnumSet.of(Outcome.Kind.ERROR)));
            return kinds;
        }
        String waived = leaf.waivedCounts() ? "isWaived(this)" : "";
        String failed = "outcomeOf(this) == \"FAIL\"";
        String passed = "outcomeOf(this) == \"PASS\"";
        kinds.put("green", waived.isEmpty() ? passed : passed + " || (" + failed + " && " + waived + ")");
        kinds.put("failing", waived.isEmpty() ? failed : failed + " && !" + waived);
        kinds.put("open", "oneOf(outcomeOf(this), list(\"UNKNOWN\", \"PENDING\"))");
        kinds.put("error", "outcomeOf(this) == \"ERROR\"");
        return kinds;
    }

    private static String outcomes(Collection<Outcome.Kind> kinds) {
        return "oneOf(outcomeOf(this), "
                + kinds.stream()
                        .map(kind -> DrlExprs.quoted(kind.name()))
                        .collect(Collectors.joining(", ", "list(", ")"))
                + ")";
    }

    /** That a verdict is one of those it looks at. */
    static String asked(Condition.VerdictOf leaf) {
        return "oneOf(itemOf(this), "
                + leaf.items().stream().map(DrlExprs::quoted).collect(Collectors.joining(", ", "list(", ")"))
                + ")";
    }
}
