package io.github.assaymark.facts.exports;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where the facts of a document go that is read in the same way wherever it was found: in an export, or in a file of
 * the repository.
 */
interface Target {
    void fact(Fact fact);

    /** Something that was not understood; what the document would have said of it is not known. */
    void gap(JsonValue at, String reason);

    Provenance at(JsonValue value);

    /** When the state was observed; null for a file of the repository. */
    @Nullable
    Instant observedAt();

    /** The directory of the service something belongs to; empty when it belongs to none. */
    String owner(@Nullable String service);

    /** The service something belongs to: the one it names, else the one the whole document is of. */
    @Nullable
    String service(@Nullable String named);

    /** The stage something belongs to: the one it names, else the one the whole document is of. */
    @Nullable
    String stage(@Nullable String named);

    /** {@code base} the first time, then {@code base#2} and so on. */
    String key(String base);
}
