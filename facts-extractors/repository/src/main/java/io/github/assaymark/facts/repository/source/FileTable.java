package io.github.assaymark.facts.repository.source;

import io.github.assaymark.model.extract.SourceFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Files that do not change, found by their paths and by their directories. Safe for use by many threads. */
final class FileTable {
    private final List<SourceFile> files;
    private final Map<String, SourceFile> byPath = new HashMap<>();
    private final Directories directories;

    FileTable(List<SourceFile> files) {
        this.files = List.copyOf(files);
        this.directories = new Directories(this.files);
        this.files.forEach(file -> byPath.put(file.path(), file));
    }

    List<SourceFile> files() {
        return files;
    }

    @Nullable
    SourceFile file(String path) {
        return byPath.get(path);
    }

    boolean holds(String directory) {
        return directories.contains(directory);
    }
}
