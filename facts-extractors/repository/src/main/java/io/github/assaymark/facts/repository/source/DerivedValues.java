package io.github.assaymark.facts.repository.source;

import io.github.assaymark.model.extract.ContentCache;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.extract.UnreadableFileException;

/**
 * Keeps values with the files they follow from, so that they live as long as nobody says that the file changed. They
 * are given up when memory runs short. Safe for use by many threads; nobody is kept waiting but those who ask for the
 * same.
 */
public final class DerivedValues implements ContentCache {
    /** The only one: everything is kept with the files. */
    public static final ContentCache SHARED = new DerivedValues();

    private DerivedValues() {}

    @Override
    public <T> T get(Class<T> kind, int version, SourceFile file, Derivation<T> derive) throws UnreadableFileException {
        if (file instanceof ObservedFile observed) {
            observed.looked();
            return observed.stored().derived(kind, version, derive);
        }
        return file instanceof StoredFile stored ? stored.derived(kind, version, derive) : derive.from(file);
    }
}
