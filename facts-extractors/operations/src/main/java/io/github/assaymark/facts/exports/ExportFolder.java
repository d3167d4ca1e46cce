package io.github.assaymark.facts.exports;

import io.github.assaymark.facts.structured.JsonText;
import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.facts.structured.LocatedTree;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.extract.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What may lie in a folder of exported state, and how its manifest is written. Safe for use by many threads. */
public final class ExportFolder {
    private ExportFolder() {}

    /** Every kind of file that is read, sorted by id. */
    public static List<ExportDescription> kinds() {
        return ExportKinds.all().stream()
                .map(kind -> new ExportDescription(
                        kind.id(),
                        kind.meaning(),
                        kind.command(),
                        kind.format().name().toLowerCase(Locale.ROOT),
                        kind.kept(),
                        kind.facts().stream()
                                .map(Class<? extends Fact>::getSimpleName)
                                .sorted()
                                .toList()))
                .toList();
    }

    /**
     * A manifest with one more entry; an entry of the same path is replaced, all others stay as they are.
     *
     * @param manifest present text; null when there is none yet
     * @param fields of the entry: texts, {@code Boolean}s and maps of texts, in their order
     * @throws IllegalArgumentException when the present text is no manifest of this version
     */
    public static String withEntry(@Nullable String manifest, Map<String, Object> fields) {
        List<String> entries = new ArrayList<>();
        if (manifest != null) {
            LocatedTree tree = LocatedTree.json(manifest, Limits.DEFAULT);
            LocatedNode root = tree.root();
            LocatedNode version = root == null || !root.isMap() ? null : root.get("schemaVersion");
            LocatedNode present = root == null || !root.isMap() ? null : root.get("entries");
            if (!tree.complete()
                    || version == null
                    || !version.text().equals("1")
                    || present == null
                    || !present.isList()) throw new IllegalArgumentException("it is no manifest of schemaVersion 1");
            for (LocatedNode entry : present.items()) {
                LocatedNode path = entry.isMap() ? entry.get("path") : null;
                if (path == null || !path.text().equals(fields.get("path"))) entries.add(JsonText.of(entry));
            }
        }
        entries.add(JsonText.of(fields));
        return "{\n  \"schemaVersion\": 1,\n  \"entries\": [\n    " + String.join(",\n    ", entries) + "\n  ]\n}\n";
    }
}
