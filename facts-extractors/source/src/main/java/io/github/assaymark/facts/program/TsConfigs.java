package io.github.assaymark.facts.program;

import io.github.assaymark.facts.repository.work.Paths;
import io.github.assaymark.facts.structured.LocatedEntry;
import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.model.extract.ScanContext;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the {@code tsconfig.json} files of a repository. Used by one thread. */
final class TsConfigs {
    private static final int MAX_FILES = 32;
    private static final int MAX_PATHS = 1000;

    private ScanContext context;
    private final Map<String, Optional<TsConfig>> known = new HashMap<>();

    TsConfigs(ScanContext context) {
        this.context = context;
    }

    /** The same files in another view. */
    void follow(ScanContext now) {
        context = now;
    }

    /** What holds for the files of a directory; null when nothing does. */
    @Nullable
    TsConfig of(String directory) {
        Optional<TsConfig> before = known.get(directory);
        if (before != null) return before.orElse(null);
        TsConfig found = null;
        for (String name : List.of("tsconfig.json", "jsconfig.json")) {
            String path = directory.isEmpty() ? name : directory + "/" + name;
            if (context.source().file(path) == null) continue;
            found = read(path);
            break;
        }
        if (found == null && !directory.isEmpty()) found = of(Paths.directory(directory));
        known.put(directory, Optional.ofNullable(found));
        return found;
    }

    private TsConfig read(String path) {
        Search search = new Search();
        search.visit(path);
        if (search.paths == null) search.references();
        String base = search.base;
        String paths = search.pathsBase;
        String own = paths == null ? Paths.directory(path) : paths;
        return new TsConfig(base, base == null ? own : base, search.paths);
    }

    /** Looks through a file and those it extends; the first that says something wins. */
    private final class Search {
        private final Set<String> seen = new HashSet<>();
        private final Set<String> referenced = new HashSet<>();
        private @Nullable String base;
        private @Nullable String pathsBase;
        private @Nullable Map<String, List<String>> paths;

        void visit(String path) {
            if (!seen.add(path) || seen.size() > MAX_FILES) return;
            LocatedNode root = JsonFiles.root(context, path);
            if (root == null) return;
            String directory = Paths.directory(path);
            LocatedNode options = root.get("compilerOptions");
            String ownBase = JsonFiles.text(options, "baseUrl");
            if (base == null && ownBase != null) base = Paths.resolve(directory, ownBase);
            LocatedNode ownPaths = options == null ? null : options.get("paths");
            if (paths == null && ownPaths != null && ownPaths.isMap()) {
                paths = paths(ownPaths);
                pathsBase = directory;
            }
            LocatedNode references = root.get("references");
            if (references != null)
                for (LocatedNode reference : references.items()) {
                    String to = JsonFiles.text(reference, "path");
                    String target = to == null ? null : Paths.resolve(directory, to);
                    if (target != null && referenced.size() < MAX_FILES)
                        referenced.add(target.endsWith(".json") ? target : join(target, "tsconfig.json"));
                }
            extended(root.get("extends"), directory);
        }

        /** A list that only names others speaks through them. */
        void references() {
            for (String reference : referenced.stream().sorted().toList()) {
                if (paths == null) visit(reference);
            }
        }

        /** Of several files the last one wins. */
        private void extended(@Nullable LocatedNode node, String directory) {
            if (node == null) return;
            List<LocatedNode> all = node.isList() ? node.items() : List.of(node);
            for (int i = all.size() - 1; i >= 0; i--) {
                if (!all.get(i).isScalar()) continue;
                String path = extendedPath(all.get(i).text(), directory);
                if (path != null) visit(path);
            }
        }
    }

    private static String join(String directory, String name) {
        return directory.isEmpty() ? name : directory + "/" + name;
    }

    private @Nullable String extendedPath(String name, String directory) {
        if (name.startsWith(".") || name.startsWith("/")) return json(Paths.resolve(directory, name));
        int slash = name.startsWith("@") ? name.indexOf('/', name.indexOf('/') + 1) : name.indexOf('/');
        String packageName = slash < 0 ? name : name.substring(0, slash);
        String home = context.packages().get(packageName);
        if (home == null) return null;
        return json(slash < 0 ? join(home, "tsconfig.json") : join(home, name.substring(slash + 1)));
    }

    private @Nullable String json(@Nullable String path) {
        if (path == null || context.source().file(path) != null) return path;
        String ended = path + ".json";
        return context.source().file(ended) == null ? null : ended;
    }

    private static Map<String, List<String>> paths(LocatedNode node) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        for (LocatedEntry entry : node.entries()) {
            if (all.size() >= MAX_PATHS) break;
            all.put(
                    entry.key(),
                    entry.value().items().stream()
                            .filter(LocatedNode::isScalar)
                            .map(LocatedNode::text)
                            .toList());
        }
        return all;
    }
}
