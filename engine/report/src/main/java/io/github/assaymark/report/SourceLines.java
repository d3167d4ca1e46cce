package io.github.assaymark.report;

import io.github.assaymark.model.Provenance;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Gives writers the source lines that places point at. */
@FunctionalInterface
public interface SourceLines {
    /**
     * The first line of a place, without its line break.
     *
     * @return null when it cannot be had, or the file no longer holds what was judged
     */
    @Nullable
    String line(Provenance.File place);

    /** No lines at all: reports show places without excerpts. */
    static SourceLines none() {
        return place -> null;
    }

    /**
     * Lines of the files below a directory, each file read once and only if it holds the content that was judged, as
     * far as that is known. Not safe for use by many threads.
     */
    static SourceLines below(Path directory) {
        return new DirectoryLines(directory);
    }
}
