package io.github.assaymark.facts.options;

import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.facts.structured.Looks;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The compiler options of one {@code tsconfig.json}, through the files it extends: what a file says itself goes first,
 * then the last of the files it extends that says something.
 */
final class CompilerOptions {
    private static final int MAX_FILES = 64;

    private final TsConfigFiles files;
    private final String path;

    CompilerOptions(TsConfigFiles files, String path) {
        this.files = files;
        this.path = path;
    }

    /** What the chain of files says of an option. */
    sealed interface Said {}

    /** It is written. */
    record Written(boolean value, String file, LocatedNode at) implements Said {}

    /** Nobody writes it. */
    record Absent() implements Said {}

    /**
     * It is not known.
     *
     * @param at null for the file as a whole
     */
    record Open(String reason, String file, @Nullable LocatedNode at) implements Said {}

    /** What holds of a truth value. */
    Said option(String name) {
        return option(name, path, new HashSet<>(), new int[1]);
    }

    private Said option(String name, String file, Set<String> within, int[] visited) {
        TsConfigFiles.Read read = files.read(file);
        LocatedNode root = read.root();
        if (root == null) return new Open(file + " cannot be read: " + read.problem(), file, null);
        if (!within.add(file)) return new Open(file + " extends itself", file, root.get("extends"));
        if (++visited[0] > MAX_FILES) return new Open("too many files extend each other", file, root.get("extends"));
        Said said = own(name, file, root);
        if (said instanceof Absent) said = extended(name, file, root.get("extends"), within, visited);
        within.remove(file);
        return said;
    }

    private static Said own(String name, String file, LocatedNode root) {
        LocatedNode options = root.get("compilerOptions");
        if (options == null) return new Absent();
        if (!options.isMap()) return new Open("`compilerOptions` is no object", file, options);
        LocatedNode value = options.get(name);
        if (value == null) return new Absent();
        boolean truth = value.looks() == Looks.BOOLEAN
                && (value.text().equals("true") || value.text().equals("false"));
        return truth
                ? new Written(value.text().equals("true"), file, value)
                : new Open("`" + name + "` is no truth value", file, value);
    }

    private Said extended(String name, String file, @Nullable LocatedNode extended, Set<String> within, int[] visited) {
        if (extended == null) return new Absent();
        List<LocatedNode> bases = new ArrayList<>(extended.isList() ? extended.items() : List.of(extended));
        for (int i = bases.size() - 1; i >= 0; i--) {
            LocatedNode each = bases.get(i);
            if (!each.isScalar() || each.looks() != Looks.TEXT) return new Open("`extends` is no text", file, each);
            TsConfigFiles.Base base = files.base(each.text(), file);
            String basePath = base.path();
            if (basePath == null) return new Open("it extends `" + each.text() + "`: " + base.reason(), file, each);
            Said said = option(name, basePath, within, visited);
            if (!(said instanceof Absent)) return said;
        }
        return new Absent();
    }
}
