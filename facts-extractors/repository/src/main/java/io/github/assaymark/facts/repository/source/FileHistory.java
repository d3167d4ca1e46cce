package io.github.assaymark.facts.repository.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Sources that know when their files were changed. */
public interface FileHistory {

    /** The newest commit that changed a file, seen from the commit that is judged. */
    Change newestChange(String path);

    /**
     * What the history tells.
     *
     * @param at author time of the commit; null when there is none
     * @param problem why the history does not tell it, in a few words; null when it does
     */
    record Change(@Nullable Instant at, @Nullable String problem) {
        /** No commit ever held the file. */
        static final Change NONE = new Change(null, null);
    }
}
