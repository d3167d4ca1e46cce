package io.github.assaymark.facts.repository.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** A regular file on disk. */
final class DiskFile extends StoredFile {
    private final Path location;

    DiskFile(String path, long size, boolean tracked, Path location) {
        super(path, size, tracked);
        this.location = location;
    }

    Path location() {
        return location;
    }

    @Override
    InputStream open() throws IOException {
        return Files.newInputStream(location, LinkOption.NOFOLLOW_LINKS);
    }
}
