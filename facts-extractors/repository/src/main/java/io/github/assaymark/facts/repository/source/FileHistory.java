package io.github.assaymark.facts.repository.source;

import io.github.assaymark.model.fact.SignatureStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sources that know when their files were changed. */
public interface FileHistory {

    /** The newest commit that changed a file, seen from the commit that is judged. */
    Change newestChange(String path);

    /**
     * Who wrote some lines of a file as it stands, seen from the commit that is judged.
     *
     * @param bytes the file
     * @param firstLine from 1
     * @param lastLine from 1, at least {@code firstLine}
     * @param signers who may sign for whom, in the form of OpenSSH's {@code allowed_signers}; null when nobody says it
     */
    Origin origin(String path, byte[] bytes, int firstLine, int lastLine, byte @Nullable [] signers);

    /**
     * Who wrote lines.
     *
     * @param authors addresses, in lower case, sorted; empty when a line is not committed, or its commit not known
     * @param signature the weakest of these commits; null when nobody says who may sign
     */
    record Origin(List<String> authors, @Nullable SignatureStatus signature) {
        /** Git knows nothing of them. */
        public static final Origin NONE = new Origin(List.of(), null);
    }

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
