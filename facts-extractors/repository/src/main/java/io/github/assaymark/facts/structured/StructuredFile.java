package io.github.assaymark.facts.structured;

import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.extract.Limits;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.extract.UnreadableFileException;
import org.jspecify.annotations.Nullable;

/**
 * A file of a source with its tree.
 *
 * @param commit the commit of the source; null for a working tree
 */
public record StructuredFile(SourceFile file, @Nullable String commit, LocatedTree tree) {
    /**
     * Reads a file as its name promises.
     *
     * @throws UnreadableFileException when the file cannot be read as text
     */
    public static StructuredFile read(SourceFile file, @Nullable String commit, Limits limits)
            throws UnreadableFileException {
        return new StructuredFile(file, commit, LocatedTree.ofFile(file.path(), file.text(limits), limits));
    }

    /** Path relative to the repository root. */
    public String path() {
        return file.path();
    }

    /** The file as a whole. */
    public Provenance.File whole() {
        return new Provenance.File(commit, file.path(), 0, 0, 0, 0, null);
    }

    /** A place in the file. */
    public Provenance.File place(Span span) {
        return span.in(commit, file.path(), null);
    }
}
