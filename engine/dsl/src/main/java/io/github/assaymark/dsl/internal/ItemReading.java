package io.github.assaymark.dsl.internal;

import io.github.assaymark.model.catalogue.FactCatalogue;
import io.github.assaymark.model.catalogue.FactType;
import io.github.assaymark.model.rule.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What is gathered while the conditions of one item are read. */
final class ItemReading {
    private static final int MOST_CONDITIONS = 2_000;

    private final FactCatalogue catalogue;
    private final Subject subject;
    private final Params params;
    private final Checks checks;
    private final SortedSet<String> paramsRead = new TreeSet<>();
    private final List<Template> checkFails = new ArrayList<>();
    private final List<String> checkFixes = new ArrayList<>();
    private int conditions;

    ItemReading(FactCatalogue catalogue, Subject subject, Params params, Checks checks) {
        this.catalogue = catalogue;
        this.subject = subject;
        this.params = params;
        this.checks = checks;
    }

    FactCatalogue catalogue() {
        return catalogue;
    }

    Subject subject() {
        return subject;
    }

    Params params() {
        return params;
    }

    Checks checks() {
        return checks;
    }

    SortedSet<String> paramsRead() {
        return paramsRead;
    }

    /** Messages of the checks the item uses, in order, each once. */
    List<Template> checkFails() {
        return checkFails;
    }

    List<String> checkFixes() {
        return checkFixes;
    }

    /** Bounds what checks and loops expand to. */
    void countCondition(Span at, SourceText source) {
        if (++conditions > MOST_CONDITIONS)
            throw source.refuse(
                    at,
                    "the item expands to more than " + MOST_CONDITIONS + " conditions",
                    "split it into several items");
    }

    FactType factType(String name, Span at, SourceText source) {
        FactType type = catalogue.type(name);
        if (type == null)
            throw source.refuse(
                    at,
                    "unknown fact type `" + name + "`",
                    Suggestion.near(
                            name, catalogue.types().stream().map(FactType::name).toList()));
        return type;
    }
}
