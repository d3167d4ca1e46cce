package io.github.assaymark.model.extract;

import java.util.Map;

/**
 * An extractor that runs only when somebody asks for it, because it does more than read files; found through
 * {@link java.util.ServiceLoader}. Implementations are safe for use by many threads.
 */
public interface OptInExtractor {
    /** What it is asked for by, for example {@code shadow}. */
    String name();

    /**
     * The extractor, for {@link ScanRequest#alsoBy}.
     *
     * @param settings by their names; those that are left out have their defaults
     * @param progress told of its work, from any thread
     * @throws ScanException when a setting is not known or has a value that is not possible
     */
    FactExtractor with(Map<String, String> settings, ScanRequest.Progress progress);
}
