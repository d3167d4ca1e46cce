package io.github.assaymark.model.extract;

import io.github.assaymark.model.fact.FileKind;
import org.jspecify.annotations.Nullable;

/** A file of a source. Safe for use by many threads. */
public interface SourceFile {
    /** Path relative to the repository root, with {@code /} between parts. */
    String path();

    /** Size in bytes. */
    long size();

    /** What the file is for, judged by its path and first bytes. */
    FileKind kind();

    /** Whether git tracks it. */
    boolean tracked();

    /** Git object id of the content, computed when asked for; null when the content cannot be read. */
    @Nullable
    String blob();

    /**
     * The content.
     *
     * @throws UnreadableFileException when it cannot be read or is larger than the limit
     */
    byte[] read(Limits limits) throws UnreadableFileException;

    /**
     * The content as text: UTF-8 without its byte order mark.
     *
     * @throws UnreadableFileException when it cannot be read, is larger than the limit, or is no UTF-8 text
     */
    String text(Limits limits) throws UnreadableFileException;
}
