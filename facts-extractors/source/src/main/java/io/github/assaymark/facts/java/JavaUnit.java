package io.github.assaymark.facts.java;

import io.github.assaymark.model.fact.FileKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a file holds.
 *
 * @param packageName empty for the unnamed one
 * @param problems what the parser did not understand
 */
record JavaUnit(
        String path,
        FileKind kind,
        String packageName,
        List<Import> imports,
        List<JavaType> types,
        List<Problem> problems) {

    /**
     * An import.
     *
     * @param name dotted, without {@code .*}
     * @param all whether it ends with {@code .*}
     */
    record Import(String name, boolean isStatic, boolean all) {}

    /** A part that was not understood. */
    record Problem(int line, String reason) {}

    /** Whether a package, or one below it, is imported from. */
    boolean imports(String prefix) {
        return imports.stream().anyMatch(i -> i.name().startsWith(prefix));
    }

    /** The full name that an import gives a simple name; null when none does by name. */
    @Nullable
    String imported(String simpleName) {
        for (Import each : imports) {
            if (!each.isStatic() && !each.all() && each.name().endsWith("." + simpleName)) return each.name();
        }
        return null;
    }
}
