package io.github.assaymark.model.extract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an extractor may see of a scan. Safe for use by many threads. */
public interface ScanContext {
    /** The judged revision. */
    RepositorySource source();

    /** The revision it is compared with; null when there is none. */
    @Nullable
    RepositorySource base();

    /** Directory of the service a path belongs to; empty when it belongs to none. */
    String ownerOf(String path);

    /** Every owner: the directories of all services, and the empty text; sorted. */
    List<String> owners();

    /** Directories of templates that are copied to make services; sorted. */
    List<String> templates();

    /** The commit that is judged; null for a working tree without one. */
    @Nullable
    String sha();

    /** What a file may cost. */
    Limits limits();

    /** Texts of a configured list, for example {@code attestations}; empty when it is not configured. */
    List<String> configured(String name);
}
