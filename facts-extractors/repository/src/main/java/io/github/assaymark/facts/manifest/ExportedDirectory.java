package io.github.assaymark.facts.manifest;

import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.facts.structured.LocatedTree;
import io.github.assaymark.model.extract.RepositorySource;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.extract.UnreadableFileException;
import java.util.Set;

/** Whether exported state holds a directory of people, by what the manifests of its folders list. */
final class ExportedDirectory {
    private static final Set<String> KINDS = Set.of("directory.people", "github.team-members");

    private ExportedDirectory() {}

    static boolean isIn(ScanContext context) {
        return context.exports().stream().anyMatch(folder -> isIn(context, folder));
    }

    private static boolean isIn(ScanContext context, RepositorySource folder) {
        SourceFile manifest = folder.file("manifest.json");
        if (manifest == null) return false;
        try {
            LocatedNode root = LocatedTree.json(manifest.text(context.limits()), context.limits())
                    .root();
            LocatedNode entries = root == null || !root.isMap() ? null : root.get("entries");
            if (entries == null || !entries.isList()) return false;
            for (LocatedNode entry : entries.items()) {
                LocatedNode kind = entry.isMap() ? entry.get("kind") : null;
                if (kind != null && KINDS.contains(kind.text())) return true;
            }
            return false;
        } catch (UnreadableFileException e) {
            // Who reads the folder tells it.
            return false;
        }
    }
}
