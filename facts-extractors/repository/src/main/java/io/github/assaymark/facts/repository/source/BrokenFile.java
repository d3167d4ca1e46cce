package io.github.assaymark.facts.repository.source;

import io.github.assaymark.model.extract.UnreadableFileException;
import java.io.InputStream;

/** An entry that is there but has no content to read. */
final class BrokenFile extends StoredFile {
    private final String reason;

    BrokenFile(String path, long size, boolean tracked, String reason) {
        super(path, size, tracked);
        this.reason = reason;
    }

    /** Whether another one is broken in the same way. */
    boolean says(BrokenFile other) {
        return reason.equals(other.reason) && size() == other.size();
    }

    @Override
    InputStream open() throws UnreadableFileException {
        throw new UnreadableFileException(reason);
    }
}
