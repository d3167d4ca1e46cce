package io.github.assaymark.facts.repository.source;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** A file whose content is in memory. */
final class MemoryFile extends StoredFile {
    private final byte[] content;

    MemoryFile(String path, boolean tracked, byte[] content) {
        super(path, content.length, tracked);
        this.content = content;
    }

    @Override
    InputStream open() {
        return new ByteArrayInputStream(content);
    }
}
