package io.github.assaymark.facts.catalog;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.extract.Limits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Facts of a catalogue that was read over a connection a moment ago. */
public final class ReadCatalog {
    private ReadCatalog() {}

    /**
     * What was observed, all of it as one owner's.
     *
     * @param document as {@link CatalogCollector} gives it
     * @param origin what the database comes from, for example the files that made it
     * @param file path a reader is shown
     * @throws IllegalArgumentException when the document cannot be read whole; the message says why
     */
    public static List<Fact> facts(String document, String owner, Provenance origin, String file, Limits limits) {
        try {
            CatalogDocument read = CatalogDocument.read(document, limits);
            ExportedCatalog catalog = new ExportedCatalog(read, "catalog.json", file, "", owner, origin);
            Map<String, String> owners = new HashMap<>();
            for (CatalogRow row : read.part("schemas").rows()) owners.put(row.text("name"), owner);
            List<Fact> facts = new ArrayList<>();
            new CatalogFacts(catalog, owners, Set.of(owner), facts::add, (part, line, reason) -> {
                        throw new IllegalArgumentException(reason);
                    })
                    .extract();
            return facts;
        } catch (CatalogDocument.UnusableException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
