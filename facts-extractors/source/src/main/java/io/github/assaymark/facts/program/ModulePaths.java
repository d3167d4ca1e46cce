package io.github.assaymark.facts.program;

import io.github.assaymark.facts.repository.work.Paths;
import io.github.assaymark.model.extract.RepositorySource;
import io.github.assaymark.model.extract.ScanContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the files that module specifiers lead to. Used by one thread. */
final class ModulePaths {
    /** Where a module lies. */
    sealed interface Place {
        /** A file of the repository; not always source code. */
        record Inside(String path) implements Place {}

        /** A package that is not part of the repository. */
        record Outside() implements Place {}

        /** Somewhere that does not exist. */
        record Missing(String reason) implements Place {}
    }

    private static final Place OUTSIDE = new Place.Outside();
    private static final List<String> ENDINGS =
            List.of(".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs", ".d.ts");

    private final TsConfigs configs;
    private final Packages packages;
    private final Map<String, Map<String, Place>> known = new HashMap<>();
    private final Map<String, String> files = new HashMap<>();
    private RepositorySource source;

    ModulePaths(ScanContext context) {
        this.source = context.source();
        this.configs = new TsConfigs(context);
        this.packages = new Packages(context, this);
    }

    /** Looks at another view of a repository with the same files, in which no configuration changed. */
    void follow(ScanContext now) {
        source = now.source();
        configs.follow(now);
        packages.follow(now);
    }

    /** Where a specifier in a file leads. */
    Place resolve(String from, String specifier) {
        return known.computeIfAbsent(Paths.directory(from), directory -> new HashMap<>())
                .computeIfAbsent(specifier, name -> find(from, name));
    }

    private Place find(String from, String specifier) {
        String directory = Paths.directory(from);
        String name = specifier;
        int query = name.indexOf('?');
        if (query > 0) name = name.substring(0, query);
        if (name.startsWith("./") || name.startsWith("../") || name.equals(".") || name.equals("..")) {
            String base = Paths.resolve(directory, name);
            String path = base == null ? null : file(base);
            return path == null ? new Place.Missing("there is no module `" + specifier + "`") : new Place.Inside(path);
        }
        if (name.isEmpty() || name.startsWith("/") || name.indexOf('\0') >= 0)
            return new Place.Missing("there is no module `" + specifier + "`");
        if (name.startsWith("node:") || name.startsWith("bun:") || name.startsWith("data:")) return OUTSIDE;
        boolean alias = false;
        TsConfig config = configs.of(directory);
        if (config != null) {
            for (List<String> candidates : config.candidates(name)) {
                alias = true;
                for (String candidate : candidates) {
                    String path = file(candidate);
                    if (path != null) return new Place.Inside(path);
                }
            }
        }
        if (name.startsWith("#")) return packages.internal(directory, name);
        Place found = packages.find(name);
        if (found != null) return found;
        if (config != null) {
            String base = config.inBase(name);
            String path = base == null ? null : file(base);
            if (path != null) return new Place.Inside(path);
        }
        // An alias that covers every name is written for some of them only.
        boolean own = alias && config != null && config.covers(name);
        return own || name.startsWith("@/") || name.startsWith("~/")
                ? new Place.Missing("there is no module `" + specifier + "`")
                : OUTSIDE;
    }

    /** The file a path without ending, or with the ending of what is compiled from it, stands for; null for none. */
    @Nullable
    String file(String base) {
        String before = files.get(base);
        if (before != null) return before.isEmpty() ? null : before;
        String found = null;
        for (String candidate : candidates(base)) {
            if (source.file(candidate) != null) {
                found = candidate;
                break;
            }
        }
        files.put(base, found == null ? "" : found);
        return found;
    }

    private static List<String> candidates(String base) {
        List<String> all = new ArrayList<>();
        String name = Paths.name(base);
        if (!name.isEmpty()) {
            if (base.endsWith(".js")) stems(all, base, 3, ".ts", ".tsx", ".js", ".d.ts");
            else if (base.endsWith(".jsx")) stems(all, base, 4, ".tsx", ".jsx", ".d.ts");
            else if (base.endsWith(".mjs")) stems(all, base, 4, ".mts", ".mjs", ".d.mts");
            else if (base.endsWith(".cjs")) stems(all, base, 4, ".cts", ".cjs", ".d.cts");
            else if (name.indexOf('.') >= 0) all.add(base);
            for (String ending : ENDINGS) all.add(base + ending);
        }
        for (String ending : ENDINGS) all.add((base.isEmpty() ? "" : base + "/") + "index" + ending);
        return all;
    }

    private static void stems(List<String> all, String base, int cut, String... endings) {
        String stem = base.substring(0, base.length() - cut);
        for (String ending : endings) all.add(stem + ending);
    }
}
