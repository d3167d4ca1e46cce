package io.github.assaymark.facts.program;

import io.github.assaymark.facts.repository.work.Paths;
import io.github.assaymark.facts.structured.LocatedEntry;
import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.model.extract.ScanContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the modules of the packages that lie in the repository. Used by one thread. */
final class Packages {
    private static final int MAX_DEPTH = 16;

    /** Best first: what is written before what is made of it. */
    private static final List<String> CONDITIONS = List.of(
            "source",
            "development",
            "types",
            "typescript",
            "import",
            "module",
            "node",
            "require",
            "bun",
            "workerd",
            "worker",
            "browser",
            "production",
            "default");

    private static final List<String> ENTRIES = List.of("source", "types", "typings", "module", "main");

    /** Directories that hold what is made of sources. */
    private static final List<String> MADE = List.of("dist", "build", "lib", "out", "esm", "cjs", "es");

    private ScanContext context;
    private final ModulePaths paths;

    Packages(ScanContext context, ModulePaths paths) {
        this.context = context;
        this.paths = paths;
    }

    /** The same files in another view. */
    void follow(ScanContext now) {
        context = now;
    }

    /** Where a package name with a path behind it leads; null when no package of the repository has that name. */
    ModulePaths.@Nullable Place find(String name) {
        int slash = name.startsWith("@") ? name.indexOf('/', name.indexOf('/') + 1) : name.indexOf('/');
        String packageName = slash < 0 ? name : name.substring(0, slash);
        String home = context.packages().get(packageName);
        if (home == null) return null;
        String sub = slash < 0 ? "." : "." + name.substring(slash);
        String path = within(home, sub);
        return path == null
                ? new ModulePaths.Place.Missing("package `" + packageName + "` shows no source of `" + name + "`")
                : new ModulePaths.Place.Inside(path);
    }

    /** Where a name like {@code #db} leads: the nearest {@code package.json} says. */
    ModulePaths.Place internal(String directory, String name) {
        for (String at = directory; ; at = Paths.directory(at)) {
            LocatedNode root = JsonFiles.root(context, join(at, "package.json"));
            LocatedNode imports = root == null ? null : root.get("imports");
            if (imports != null) {
                for (String target : targets(imports, name)) {
                    String path = target.startsWith("./") ? source(at, target) : null;
                    if (path != null) return new ModulePaths.Place.Inside(path);
                }
            }
            if (root != null || at.isEmpty()) return new ModulePaths.Place.Missing("there is no module `" + name + "`");
        }
    }

    private @Nullable String within(String home, String sub) {
        LocatedNode root = JsonFiles.root(context, join(home, "package.json"));
        LocatedNode exports = root == null ? null : root.get("exports");
        if (exports != null) {
            for (String target : targets(exports, sub)) {
                String path = source(home, target);
                if (path != null) return path;
            }
        }
        if (sub.equals(".")) {
            if (root != null && exports == null) {
                for (String entry : ENTRIES) {
                    String target = JsonFiles.text(root, entry);
                    String path = target == null ? null : source(home, target);
                    if (path != null) return path;
                }
            }
            String path = paths.file(join(home, "src/index"));
            return path == null ? paths.file(join(home, "index")) : path;
        }
        if (exports != null) return null;
        String path = source(home, sub);
        return path == null ? paths.file(join(home, "src" + sub.substring(1))) : path;
    }

    /** What a map of subpaths says of one; several when conditions decide. */
    private static List<String> targets(LocatedNode map, String sub) {
        List<String> all = new ArrayList<>();
        boolean subpaths = map.isMap()
                && map.entries().stream()
                        .anyMatch(e -> e.key().startsWith(".") || e.key().startsWith("#"));
        if (!subpaths) {
            if (sub.equals(".")) collect(map, "", all, 0);
            return all;
        }
        LocatedNode exact = map.get(sub);
        if (exact != null) {
            collect(exact, "", all, 0);
            return all;
        }
        LocatedEntry best = null;
        int bestStar = -1;
        for (LocatedEntry entry : map.entries()) {
            String key = entry.key();
            int star = key.indexOf('*');
            if (star <= bestStar || sub.length() < key.length() - 1) continue;
            if (!sub.startsWith(key.substring(0, star)) || !sub.endsWith(key.substring(star + 1))) continue;
            best = entry;
            bestStar = star;
        }
        if (best != null) {
            int tail = best.key().length() - bestStar - 1;
            collect(best.value(), sub.substring(bestStar, sub.length() - tail), all, 0);
        }
        return all;
    }

    private static void collect(LocatedNode node, String matched, List<String> all, int depth) {
        if (depth > MAX_DEPTH || all.size() > MAX_DEPTH) return;
        if (node.isScalar()) {
            all.add(node.text().replace("*", matched));
        } else if (node.isList()) {
            node.items().forEach(item -> collect(item, matched, all, depth + 1));
        } else {
            for (String condition : CONDITIONS) {
                LocatedNode value = node.get(condition);
                if (value != null) collect(value, matched, all, depth + 1);
            }
        }
    }

    /** The source of a file that a package names, which may be made of it; null when there is none. */
    private @Nullable String source(String home, String target) {
        String path = Paths.resolve(home, target.startsWith("./") ? target : "./" + target);
        if (path == null) return null;
        String plain = plain(path);
        String found = paths.file(plain);
        if (found != null) return found;
        String inside = home.isEmpty() ? plain : plain.substring(Math.min(plain.length(), home.length() + 1));
        int slash = inside.indexOf('/');
        if (slash < 0 || !MADE.contains(inside.substring(0, slash))) return null;
        String rest = inside.substring(slash + 1);
        List<String> tries = new ArrayList<>(List.of("src/" + rest, rest));
        int next = rest.indexOf('/');
        if (next > 0) tries.addAll(List.of("src/" + rest.substring(next + 1), rest.substring(next + 1)));
        for (String one : tries) {
            String from = paths.file(join(home, one));
            if (from != null) return from;
        }
        return null;
    }

    /** A declaration file stands for the code it declares. */
    private static String plain(String path) {
        for (String ending : List.of(".d.ts", ".d.mts", ".d.cts")) {
            if (path.endsWith(ending)) return path.substring(0, path.length() - ending.length());
        }
        return path;
    }

    private static String join(String directory, String name) {
        return directory.isEmpty() ? name : directory + "/" + name;
    }
}
