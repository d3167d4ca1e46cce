package io.github.assaymark.facts.code;

import io.github.assaymark.facts.program.Program;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The packages of a repository, found by their package.json. Used by one thread. */
final class Packages {
    private static final Pattern NAME = Pattern.compile("\"name\"\\s*:\\s*\"([^\"\\\\]{1,214})\"");

    private final Program program;
    private final Map<String, String> directories = new HashMap<>();
    private final Map<String, Optional<String>> manifests = new HashMap<>();

    Packages(Program program) {
        this.program = program;
    }

    /** Directory of the nearest package.json of a file; empty when that is the root of the repository, or nowhere. */
    String directory(String path) {
        String parent = parent(path);
        String known = directories.get(parent);
        if (known == null) {
            known = parent.isEmpty() || manifest(parent) != null ? parent : directory(parent);
            directories.put(parent, known);
        }
        return known;
    }

    /** The text of the package.json of a directory; null when there is none. */
    @Nullable
    String manifest(String directory) {
        return manifests
                .computeIfAbsent(
                        directory,
                        d -> Optional.ofNullable(program.text(d.isEmpty() ? "package.json" : d + "/package.json")))
                .orElse(null);
    }

    /** The name of the package in a directory; null when it has none. */
    @Nullable
    String name(String directory) {
        String manifest = manifest(directory);
        if (manifest == null) return null;
        Matcher matcher = NAME.matcher(manifest);
        return matcher.find() ? matcher.group(1) : null;
    }

    /** Whether the package of a file, or that of the repository, names a word as a key or in a script. */
    boolean mentions(String path, String word) {
        Pattern pattern = Pattern.compile("(?<![\\w@/.-])" + Pattern.quote(word) + "(?![\\w/-])");
        String manifest = manifest(directory(path));
        return manifest != null && pattern.matcher(manifest).find();
    }

    /** Directory of a path; empty for the root of the repository. */
    static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /** First directory below {@code src} within the package of a file; empty when there is none. */
    String layer(String path) {
        String directory = directory(path);
        String rest = directory.isEmpty() ? path : path.substring(directory.length() + 1);
        String below;
        if (rest.startsWith("src/")) {
            below = rest.substring(4);
        } else {
            int src = rest.indexOf("/src/");
            if (src < 0) return "";
            below = rest.substring(src + 5);
        }
        int slash = below.indexOf('/');
        return slash < 0 ? "" : below.substring(0, slash);
    }
}
