package io.github.assaymark.facts.catalog;

import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.facts.structured.StructuredFile;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.extract.UnreadableFileException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * To which service the schemas of a database belong: the configuration says it, else the place of the export, else the
 * manifest that lists the schema as its own. Used by one thread.
 */
final class DatabaseOwners {
    private static final List<String> MANIFESTS = List.of("service.yaml", "service.yml", "service.json");
    private static final List<List<String>> FIELDS =
            List.of(List.of("data", "schemas_owned"), List.of("schemas_owned"));

    private final ScanContext context;
    private final Map<String, String> configured = new HashMap<>();
    private final SortedMap<String, Set<String>> schemas = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();

    DatabaseOwners(ScanContext context) {
        this.context = context;
        for (String entry : context.configured("databases")) {
            int equals = entry.lastIndexOf('=');
            String service = entry.substring(equals + 1).equals(".") ? "" : entry.substring(equals + 1);
            if (context.owners().contains(service)) configured.put(entry.substring(0, equals), service);
            else problems.add("`databases` names " + service + ", which is no service");
        }
        for (String owner : context.owners()) schemas.put(owner, listed(owner));
    }

    /** What is wrong with the configuration. */
    List<String> problems() {
        return problems;
    }

    /** The schemas that a service says are its own; empty when it does not say, or it cannot be read. */
    Set<String> schemasOf(String owner) {
        return schemas.getOrDefault(owner, Set.of());
    }

    /**
     * The service of a schema; empty when it belongs to none.
     *
     * @param place service in whose directory the export lies; empty when it lies in none
     */
    String ownerOf(String database, String schema, String place) {
        String said = configured.get(database + "." + schema);
        if (said == null) said = configured.get(database);
        if (said != null) return said;
        if (!place.isEmpty()) return place;
        List<String> owners = schemas.entrySet().stream()
                .filter(entry -> entry.getValue().contains(schema))
                .map(Map.Entry::getKey)
                .toList();
        return owners.size() == 1 ? owners.get(0) : "";
    }

    private Set<String> listed(String owner) {
        List<String> names = context.configured("manifests");
        Set<String> listed = new TreeSet<>();
        for (String name : names.isEmpty() ? MANIFESTS : names) {
            SourceFile file = context.source().file(owner.isEmpty() ? name : owner + "/" + name);
            if (file == null) continue;
            LocatedNode root = root(file);
            if (root == null) continue;
            for (List<String> field : FIELDS) {
                LocatedNode value = root.find(field);
                if (value == null) continue;
                for (LocatedNode item : value.isList() ? value.items() : List.of(value))
                    if (item.isScalar()) listed.add(item.text());
            }
        }
        return listed;
    }

    /** The manifest's extractor tells of what cannot be read. */
    private @Nullable LocatedNode root(SourceFile file) {
        try {
            return StructuredFile.read(file, context.source().commit(), context.limits())
                    .tree()
                    .root();
        } catch (UnreadableFileException e) {
            return null;
        }
    }
}
