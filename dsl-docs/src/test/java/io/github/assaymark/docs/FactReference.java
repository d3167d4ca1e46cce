package io.github.assaymark.docs;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.catalogue.FactCatalogue;
import io.github.assaymark.model.catalogue.FactType;
import io.github.assaymark.model.catalogue.Property;
import io.github.assaymark.model.catalogue.ValueType;
import io.github.assaymark.model.extract.FactExtractor;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The page that lists every fact type. */
final class FactReference {
    private final Map<Class<?>, Set<String>> extractors = new HashMap<>();

    private FactReference() {
        for (FactExtractor extractor : ServiceLoader.load(FactExtractor.class))
            for (Class<? extends Fact> type : extractor.factTypes())
                extractors.computeIfAbsent(type, t -> new TreeSet<>()).add(extractor.id());
    }

    static String text() {
        return new FactReference().page();
    }

    private String page() {
        Map<String, FactType> types = new TreeMap<>();
        FactCatalogue.standard().types().forEach(type -> types.put(type.name(), type));
        StringBuilder page = new StringBuilder(
                "# Fact types\n\nGenerated from the fact catalogue. `?` marks a property that may be absent.\n\n");
        for (FactType type : types.values())
            page.append("- [")
                    .append(type.name())
                    .append("](#")
                    .append(type.name().toLowerCase(Locale.ROOT))
                    .append("): ")
                    .append(type.description())
                    .append('\n');
        types.values().forEach(type -> page.append(section(type)));
        return page.toString();
    }

    private String section(FactType type) {
        StringBuilder section =
                new StringBuilder("\n## " + type.name() + "\n\n" + type.description() + ".\n\nExtractor: ");
        Set<String> from = extractors.getOrDefault(type.javaType(), Set.of());
        section.append(
                from.isEmpty() ? "none; made by the engine or the scanner" : "`" + String.join("`, `", from) + "`");
        section.append("\n\n| Property | Type | Meaning |\n|---|---|---|\n");
        for (Property property : type.properties())
            section.append("| `")
                    .append(property.name())
                    .append(property.nullable() ? "`?" : "`")
                    .append(" | ")
                    .append(type(property.type()))
                    .append(" | ")
                    .append(escaped(property.description()))
                    .append(" |\n");
        return section.toString();
    }

    private static String type(ValueType type) {
        return type.kind() == ValueType.Kind.ENUM
                ? "`" + String.join("` `", type.words()) + "`"
                : type.kind().name();
    }

    static String escaped(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;");
    }
}
