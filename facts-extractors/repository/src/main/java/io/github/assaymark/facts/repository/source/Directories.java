package io.github.assaymark.facts.repository.source;

import io.github.assaymark.facts.repository.work.Paths;
import io.github.assaymark.model.extract.SourceFile;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The directories that files lie in, found when they are asked for. Safe for use by many threads. */
final class Directories {
    private final List<SourceFile> files;
    private volatile @Nullable Set<String> found;

    Directories(List<SourceFile> files) {
        this.files = files;
    }

    boolean contains(String directory) {
        Set<String> known = found;
        if (known == null) {
            known = new HashSet<>();
            for (SourceFile file : files) {
                String above = Paths.directory(file.path());
                while (!above.isEmpty() && known.add(above)) above = Paths.directory(above);
            }
            found = known;
        }
        return known.contains(directory);
    }
}
