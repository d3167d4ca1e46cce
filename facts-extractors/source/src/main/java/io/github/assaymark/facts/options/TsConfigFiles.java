package io.github.assaymark.facts.options;

import io.github.assaymark.facts.repository.work.Paths;
import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.facts.structured.LocatedTree;
import io.github.assaymark.facts.structured.Problem;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.extract.UnreadableFileException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the JSON files that configure TypeScript, and finds those they extend. Used by one thread. */
final class TsConfigFiles {
    private final ScanContext context;
    private final Map<String, Read> known = new HashMap<>();

    TsConfigFiles(ScanContext context) {
        this.context = context;
    }

    /**
     * A file.
     *
     * @param root null when the file was not understood
     * @param problem why it was not; null when it was
     */
    record Read(@Nullable LocatedNode root, @Nullable String problem, int line) {}

    /**
     * Where an entry of {@code extends} leads.
     *
     * @param path null when it leads to no file of the repository
     * @param reason why it does not; empty when it does
     */
    record Base(@Nullable String path, String reason) {}

    Read read(String path) {
        return known.computeIfAbsent(path, this::readNew);
    }

    private Read readNew(String path) {
        SourceFile file = context.source().file(path);
        if (file == null) return new Read(null, "there is no such file", 0);
        LocatedTree tree;
        try {
            tree = LocatedTree.jsonc(file.text(context.limits()), context.limits());
        } catch (UnreadableFileException e) {
            return new Read(null, String.valueOf(e.getMessage()), 0);
        }
        Problem fatal = tree.fatal();
        LocatedNode root = tree.root();
        if (fatal != null) return new Read(null, fatal.message(), fatal.line());
        if (root == null || !root.isMap()) return new Read(null, "it holds no object", 1);
        return new Read(root, null, 0);
    }

    /** The file that {@code extends} of another names: a relative path, or a file of a package in the repository. */
    Base base(String name, String from) {
        if (name.startsWith("./") || name.startsWith("../") || name.equals(".") || name.equals("..")) {
            String path = Paths.resolve(Paths.directory(from), name);
            if (path == null) return new Base(null, "it lies outside of the repository");
            return found(path);
        }
        if (name.startsWith("/") || name.contains("\\") || name.contains("${"))
            return new Base(null, "it is no path within the repository");
        int slash = name.startsWith("@") ? name.indexOf('/', name.indexOf('/') + 1) : name.indexOf('/');
        String packageName = slash < 0 ? name : name.substring(0, slash);
        String home = context.packages().get(packageName);
        if (home == null) return new Base(null, "the package " + packageName + " is not in the repository");
        return inPackage(home, slash < 0 ? "" : name.substring(slash + 1));
    }

    private Base inPackage(String home, String rest) {
        LocatedNode manifest = read(join(home, "package.json")).root();
        LocatedNode exported = manifest == null ? null : manifest.get("exports");
        if (exported != null) {
            LocatedNode target = exported.isMap() ? exported.get(rest.isEmpty() ? "." : "./" + rest) : null;
            if (target == null || !target.isScalar() || target.text().contains("*"))
                return new Base(null, "what the package exports is not read here");
            return found(join(home, target.text()));
        }
        if (!rest.isEmpty()) return found(join(home, rest));
        LocatedNode named = manifest == null ? null : manifest.get("tsconfig");
        return found(join(home, named != null && named.isScalar() ? named.text() : "tsconfig.json"));
    }

    /** The file itself, or the one with {@code .json} behind its name. */
    private Base found(String path) {
        if (context.source().file(path) != null) return new Base(path, "");
        String ended = path + ".json";
        if (!path.endsWith(".json") && context.source().file(ended) != null) return new Base(ended, "");
        return new Base(null, "there is no file " + path);
    }

    static String join(String directory, String name) {
        String path = Paths.resolve(directory, name.startsWith("/") ? "." + name : name);
        return path == null ? name : path;
    }
}
