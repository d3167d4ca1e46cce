package io.github.assaymark.model.extract;

/**
 * Values that follow from the content of one file alone, for example its syntax tree: whoever asks first computes them,
 * all others of the same scan share them, and a file that is followed keeps them until its content changes. Safe for
 * use by many threads.
 */
public interface ContentCache {
    /** Keeps nothing. */
    ContentCache NONE = new ContentCache() {
        @Override
        public <T> T get(Class<T> kind, int version, SourceFile file, Derivation<T> derive)
                throws UnreadableFileException {
            return derive.from(file);
        }
    };

    /**
     * How a value follows from a file.
     *
     * @param <T> immutable
     */
    @FunctionalInterface
    interface Derivation<T> {
        /** The value; depends on the path and the content of the file only. */
        T from(SourceFile file) throws UnreadableFileException;
    }

    /**
     * The value of a kind for the present content of a file.
     *
     * @param version of the derivation: another version never gets this one's value
     * @throws UnreadableFileException when the file cannot be read; that is not kept
     */
    <T> T get(Class<T> kind, int version, SourceFile file, Derivation<T> derive) throws UnreadableFileException;
}
