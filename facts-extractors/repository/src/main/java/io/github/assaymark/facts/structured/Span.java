package io.github.assaymark.facts.structured;

import io.github.assaymark.model.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * A range of a text file. Lines end at LF, CR LF or CR; columns are UTF-16 units. All four numbers count from 1.
 *
 * @param endColumn column after the last character
 */
public record Span(int startLine, int startColumn, int endLine, int endColumn) {
    /** This range of the file at a path; see {@link Provenance.File} for the other arguments. */
    public Provenance.File in(@Nullable String commit, String path, @Nullable String blob) {
        return new Provenance.File(commit, path, startLine, startColumn, endLine, endColumn, blob);
    }

    /** Line and column of its start, for messages. */
    public String at() {
        return startLine + ":" + startColumn;
    }
}
