package io.github.assaymark.cli;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.catalogue.FactCatalogue;
import io.github.assaymark.model.catalogue.FactType;
import io.github.assaymark.model.catalogue.Property;
import io.github.assaymark.model.verdict.ExplanationLine;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Facts as text. */
final class FactsText {
    private static final int MAX_VALUE = 200;

    private FactsText() {}

    static void counts(Snapshot snapshot, Appendable out) throws IOException {
        Map<String, Integer> counts = new TreeMap<>();
        for (Fact fact : snapshot.facts()) counts.merge(fact.getClass().getSimpleName(), 1, Integer::sum);
        for (FactType type : FactCatalogue.standard().types()) {
            int count = counts.getOrDefault(type.name(), 0);
            out.append(String.format(java.util.Locale.ROOT, "%6d  %-20s %s%n", count, type.name(), type.description())
                    .replace("\r\n", "\n"));
        }
        out.append(snapshot.facts().size() + " facts");
        if (snapshot.hasBase()) out.append(", " + snapshot.baseFacts().size() + " of the base revision");
        out.append("; --type TYPE shows those of one type\n");
    }

    static void facts(List<Fact> facts, Appendable out) throws IOException {
        for (Fact fact : facts) {
            FactType type = FactCatalogue.standard().typeOf(fact);
            out.append(ExplanationLine.printable(type.name() + "  " + fact.key()))
                    .append('\n');
            for (Property property : type.properties()) {
                if (property.name().equals("key")) continue;
                Object value = property.of(fact);
                if (value == null || value.equals("") || value.equals(List.of())) continue;
                out.append(ExplanationLine.printable("  " + property.name() + " = " + cut(value.toString())))
                        .append('\n');
            }
            String place = place(fact.provenance().place());
            if (place != null) out.append("  --> ").append(place).append('\n');
        }
        out.append(facts.size() + (facts.size() == 1 ? " fact\n" : " facts\n"));
    }

    static void catalogue(List<FactType> types, Appendable out) throws IOException {
        for (FactType type : types) {
            out.append(type.name()).append(": ").append(type.description()).append('\n');
            for (Property property : type.properties())
                out.append("  ")
                        .append(property.name())
                        .append(": ")
                        .append(property.type().display())
                        .append(property.nullable() ? ", may be absent" : "")
                        .append(". ")
                        .append(property.description())
                        .append('\n');
        }
    }

    /** Path and line, printable; null for no place. */
    static @Nullable String place(Provenance.@Nullable File place) {
        if (place == null) return null;
        return ExplanationLine.printable(place.path() + (place.startLine() > 0 ? ":" + place.startLine() : ""));
    }

    static String cut(String value) {
        return value.length() > MAX_VALUE ? value.substring(0, MAX_VALUE) + "..." : value;
    }
}
