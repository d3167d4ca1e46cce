package io.github.assaymark.facts.program;

import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.facts.structured.LocatedTree;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.extract.UnreadableFileException;
import org.jspecify.annotations.Nullable;

/** Reads small JSON files, with comments or without. */
final class JsonFiles {
    private static final int VERSION = 1;

    private JsonFiles() {}

    /** The root of a file; null when there is no such file, or it cannot be read. */
    static @Nullable LocatedNode root(ScanContext context, String path) {
        SourceFile file = context.source().file(path);
        if (file == null) return null;
        try {
            return context.cache()
                    .get(
                            LocatedTree.class,
                            VERSION,
                            file,
                            one -> LocatedTree.jsonc(one.text(context.limits()), context.limits()))
                    .root();
        } catch (UnreadableFileException e) {
            return null;
        }
    }

    /** The text of an entry; null when it is none. */
    static @Nullable String text(@Nullable LocatedNode map, String key) {
        LocatedNode value = map == null ? null : map.get(key);
        return value != null && value.isScalar() ? value.text() : null;
    }
}
