package io.github.assaymark.collect;

import io.github.assaymark.facts.structured.JsonText;
import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.facts.structured.LocatedTree;
import io.github.assaymark.model.extract.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The manifest of a folder while it is written. Entries of others, and fields that are not known here, stay as they
 * are. Used by one thread.
 */
final class Manifest {
    static final String FILE = "manifest.json";

    private final Path folder;
    private final Map<String, Object> head;
    private final List<Map<String, Object>> entries;

    private Manifest(Path folder, Map<String, Object> head, List<Map<String, Object>> entries) {
        this.folder = folder;
        this.head = head;
        this.entries = entries;
    }

    /** Reads the manifest of a folder, or begins one. */
    static Manifest open(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("schemaVersion", 1);
        List<Map<String, Object>> entries = new ArrayList<>();
        if (Files.exists(file)) {
            LocatedTree tree = LocatedTree.json(Files.readString(file), Limits.DEFAULT);
            LocatedNode root = tree.root();
            LocatedNode list = root == null ? null : root.get("entries");
            if (root == null
                    || !tree.complete()
                    || !"1".equals(root.text("schemaVersion"))
                    || list == null
                    || !list.isList())
                throw new CollectException(file + " is not changed: it is no manifest of schemaVersion 1"
                        + "\n  Maybe mend it, or collect into another directory");
            head.putAll(JsonText.fields(root));
            head.remove("entries");
            for (LocatedNode entry : list.items()) entries.add(JsonText.fields(entry));
        }
        return new Manifest(folder, head, entries);
    }

    /** The entry of a path; null when there is none. */
    @Nullable
    Map<String, Object> entry(String path) {
        for (Map<String, Object> entry : entries) if (path.equals(entry.get("path"))) return entry;
        return null;
    }

    /** Puts an entry in the place of the one of its path, else at the end. */
    void put(Map<String, Object> entry) {
        for (int i = 0; i < entries.size(); i++) {
            if (String.valueOf(entry.get("path")).equals(entries.get(i).get("path"))) {
                entries.set(i, entry);
                return;
            }
        }
        entries.add(entry);
    }

    /** Puts an entry without a file at the end. */
    void add(Map<String, Object> entry) {
        entries.add(entry);
    }

    /** Takes entries out; gives them. */
    List<Map<String, Object>> remove(Predicate<Map<String, Object>> which) {
        List<Map<String, Object>> removed = entries.stream().filter(which).toList();
        entries.removeIf(which);
        return removed;
    }

    void save() throws IOException {
        StringBuilder text = new StringBuilder("{\n");
        head.forEach((name, value) -> text.append("  ")
                .append(JsonText.quoted(name))
                .append(": ")
                .append(JsonText.of(value))
                .append(",\n"));
        text.append("  \"entries\": [");
        String comma = "";
        for (Map<String, Object> entry : entries) {
            text.append(comma).append("\n    ").append(JsonText.of((Object) entry));
            comma = ",";
        }
        WholeFile.write(folder.resolve(FILE), text.append("\n  ]\n}\n").toString());
    }
}
