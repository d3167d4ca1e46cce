package io.github.assaymark.model.extract;

import io.github.assaymark.model.Coverage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files of a working tree or commit. Safe for use by many threads. */
public interface RepositorySource {
    /** Name of the repository's directory. */
    String name();

    /** The commit; null for a working tree. */
    @Nullable
    String commit();

    /** Every file that is not ignored, sorted by path. */
    List<SourceFile> files();

    /** The file at a path; null when there is none. */
    @Nullable
    SourceFile file(String path);

    /** Whether a directory holds any file, at any depth. */
    default boolean holds(String directory) {
        return files().stream().anyMatch(file -> file.path().startsWith(directory + "/"));
    }

    /** What could not be listed, for example directories without permission or links that lead out. */
    List<Coverage.Gap> gaps();
}
