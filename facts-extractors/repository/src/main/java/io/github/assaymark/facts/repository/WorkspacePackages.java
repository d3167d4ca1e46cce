package io.github.assaymark.facts.repository;

import io.github.assaymark.facts.repository.source.Glob;
import io.github.assaymark.facts.repository.work.Paths;
import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.facts.structured.LocatedTree;
import io.github.assaymark.model.extract.Limits;
import io.github.assaymark.model.extract.RepositorySource;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.extract.UnreadableFileException;
import io.github.assaymark.model.fact.FileKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The npm packages of a source: those its workspaces list, or all of them when there are no workspaces. Read when they
 * are asked for first. Safe for use by many threads.
 */
final class WorkspacePackages {
    private static final String MANIFEST = "package.json";
    private static final String PNPM = "pnpm-workspace.yaml";

    private final RepositorySource source;
    private final Limits limits;
    private final List<String> templates;
    private @Nullable SortedMap<String, Said> files;
    private @Nullable Map<String, String> directories;

    /**
     * What one file says.
     *
     * @param name of the package; null for none
     * @param workspaces patterns; null when it does not speak of workspaces
     */
    private record Said(@Nullable String name, @Nullable List<String> workspaces) {}

    private static final Said NOTHING = new Said(null, null);

    WorkspacePackages(RepositorySource source, List<String> templates, Limits limits) {
        this.source = source;
        this.templates = templates;
        this.limits = limits;
    }

    /** Directories by the name of the package; of several with the same name the first one. */
    synchronized Map<String, String> directories() {
        Map<String, String> known = directories;
        if (known != null) return known;
        SortedMap<String, Said> read = new TreeMap<>();
        for (SourceFile file : source.files()) {
            Said said = said(file);
            if (!said.equals(NOTHING)) read.put(file.path(), said);
        }
        List<Root> roots = new ArrayList<>();
        read.forEach((path, said) -> {
            List<String> patterns = said.workspaces();
            if (patterns != null) roots.add(new Root(Paths.directory(path), patterns));
        });
        Map<String, String> found = new TreeMap<>();
        read.forEach((path, said) -> {
            String name = said.name();
            String directory = Paths.directory(path);
            if (name != null && (roots.isEmpty() || roots.stream().anyMatch(root -> root.holds(directory))))
                found.putIfAbsent(name, directory);
        });
        files = read;
        directories = Collections.unmodifiableMap(found);
        return directories;
    }

    /** Whether a file says something else of packages than it did; {@code file} is null when it is gone. */
    synchronized boolean isChangedBy(String path, @Nullable SourceFile file) {
        SortedMap<String, Said> known = files;
        if (known == null || !speaks(path)) return false;
        Said now = file == null ? NOTHING : said(file);
        return !now.equals(known.getOrDefault(path, NOTHING));
    }

    private static boolean speaks(String path) {
        String name = Paths.name(path);
        return name.equals(MANIFEST) || name.equals(PNPM);
    }

    private Said said(SourceFile file) {
        String path = file.path();
        if (!speaks(path) || file.kind() != FileKind.CONFIGURATION) return NOTHING;
        if (templates.stream().anyMatch(template -> path.startsWith(template + "/"))) return NOTHING;
        try {
            String text = file.text(limits);
            boolean manifest = Paths.name(path).equals(MANIFEST);
            LocatedTree tree = manifest ? LocatedTree.json(text, limits) : LocatedTree.yaml(text, limits);
            LocatedNode root = tree.root();
            if (root == null) return NOTHING;
            if (!manifest) return new Said(null, texts(root.get("packages")));
            LocatedNode name = root.get("name");
            LocatedNode workspaces = root.get("workspaces");
            if (workspaces != null && workspaces.isMap()) workspaces = workspaces.get("packages");
            boolean named = name != null && name.isScalar() && !name.text().isEmpty();
            Said said =
                    new Said(name != null && named ? name.text() : null, workspaces == null ? null : texts(workspaces));
            return said.equals(NOTHING) ? NOTHING : said;
        } catch (UnreadableFileException e) {
            return NOTHING;
        }
    }

    private static List<String> texts(@Nullable LocatedNode list) {
        if (list == null) return List.of();
        return list.items().stream()
                .filter(LocatedNode::isScalar)
                .map(LocatedNode::text)
                .limit(1000)
                .toList();
    }

    private record Root(String directory, List<String> patterns) {
        boolean holds(String path) {
            if (path.equals(directory)) return true;
            boolean inside = directory.isEmpty() || path.startsWith(directory + "/");
            if (!inside) return false;
            String relative = directory.isEmpty() ? path : path.substring(directory.length() + 1);
            boolean held = false;
            for (String pattern : patterns) {
                boolean without = pattern.startsWith("!");
                String plain = without ? pattern.substring(1) : pattern;
                if (plain.startsWith("./")) plain = plain.substring(2);
                if (Glob.of(plain).matches(relative)) held = !without;
            }
            return held;
        }
    }
}
