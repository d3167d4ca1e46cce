package io.github.assaymark.docs;

import io.github.assaymark.facts.exports.ExportDescription;
import io.github.assaymark.facts.exports.ExportFolder;
import io.github.assaymark.model.rule.Item;
import io.github.assaymark.model.rule.Pack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The page that lists every kind of exported file. */
final class ExportReference {
    private static final int SHOWN = 12;

    private ExportReference() {}

    static String text() {
        Map<String, Set<String>> items = items();
        StringBuilder page = new StringBuilder("""
                # Exported state

                Generated from the code that reads it. A folder of exported state holds files and a `manifest.json` that says of each what it is, when it
                was exported and whether it is complete; `assay collect import` writes it. Nothing but the kept fields reaches a fact.

                | Kind | What it is | What exports it | Kept | Facts | Items that ask for them |
                |---|---|---|---|---|---|
                """);
        for (ExportDescription kind : ExportFolder.kinds()) {
            Set<String> fed = new TreeSet<>();
            kind.factTypes().forEach(type -> fed.addAll(items.getOrDefault(type, Set.of())));
            List<String> shown = new ArrayList<>(fed).subList(0, Math.min(SHOWN, fed.size()));
            page.append("| `")
                    .append(kind.id())
                    .append("` | ")
                    .append(FactReference.escaped(kind.meaning()))
                    .append(" | `")
                    .append(kind.command().replace("|", "\\|"))
                    .append("` | ")
                    .append(FactReference.escaped(String.join(", ", kind.kept())))
                    .append(" | ")
                    .append(String.join(", ", kind.factTypes()))
                    .append(" | ")
                    .append(fed.isEmpty() ? "none yet" : String.join(", ", shown))
                    .append(fed.size() > SHOWN ? " and " + (fed.size() - SHOWN) + " more" : "")
                    .append(" |\n");
        }
        return page.toString();
    }

    /** Ids of items by the fact types that their conditions name. */
    private static Map<String, Set<String>> items() {
        Map<String, Set<String>> items = new TreeMap<>();
        for (String pack : List.of("starter", "loop", "matter", "config-service"))
            for (Item item : Pack.load(pack).items().toList()) {
                String text = item.condition() + " " + item.appliesIf();
                for (ExportDescription kind : ExportFolder.kinds())
                    for (String type : kind.factTypes())
                        if (text.contains("factType=" + type + ","))
                            items.computeIfAbsent(type, t -> new TreeSet<>()).add(item.id());
            }
        return items;
    }
}
