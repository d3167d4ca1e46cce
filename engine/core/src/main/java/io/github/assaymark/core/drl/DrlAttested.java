package io.github.assaymark.core.drl;

import io.github.assaymark.model.catalogue.FactCatalogue;
import io.github.assaymark.model.rule.Condition;
import io.github.assaymark.model.rule.Item;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an {@code attested} asks of attestations, as constraints on them. */
final class DrlAttested {
    private final Item item;
    private final Condition.Attested leaf;
    private final DrlExprs exprs;
    private final FactCatalogue catalogue;

    DrlAttested(Item item, Condition.Attested leaf, DrlExprs exprs, FactCatalogue catalogue) {
        this.item = item;
        this.leaf = leaf;
        this.exprs = exprs;
        this.catalogue = catalogue;
    }

    /** Attestations that speak of the item and the subject, and have been given. */
    List<String> asked() {
        List<String> asked = new ArrayList<>();
        asked.add("oneOf(item, "
                + Stream.concat(Stream.of(item.id()), item.formerly().stream())
                        .map(DrlExprs::quoted)
                        .collect(Collectors.joining(", ", "list(", ")"))
                + ")");
        asked.add("subject == $subject.key || subject == \"*\"");
        if (leaf.roles() != null) asked.add("speaksAs(role, " + exprs.value(leaf.roles()) + ")");
        asked.add("isBorneOut($people, by, role, authors)");
        asked.add("isSigned(signature)");
        asked.add("!at.isAfter($env.now())");
        return asked;
    }

    /** By the word for it, what else holds of them. */
    Map<String, List<String>> kinds() {
        String within =
                leaf.within() == null ? "null" : DrlExprs.quoted(leaf.within().toString());
        String expired = "isExpired($env.now(), at, expires, " + within + ")";
        List<String> of = new ArrayList<>();
        if (leaf.revision()) of.add("isSameRevision(sha, " + DrlQualifiers.sha(item.judges(), catalogue) + ")");
        if (leaf.bound() != null) of.add("digest == contentDigest($catalogue, $content)");
        Map<String, List<String>> kinds = new LinkedHashMap<>();
        kinds.put("confirmed", all(of, "decision == Decision.CONFIRMED", "!" + expired));
        kinds.put("rejected", all(of, "decision == Decision.REJECTED", "!" + expired));
        kinds.put("expired", List.of("decision == Decision.CONFIRMED", expired));
        if (!of.isEmpty())
            kinds.put(
                    "other content",
                    List.of("decision == Decision.CONFIRMED", "!" + expired, "!(" + String.join(" && ", of) + ")"));
        return kinds;
    }

    private static List<String> all(List<String> of, String... more) {
        return Stream.concat(Stream.of(more), of.stream()).toList();
    }
}
