package io.github.assaymark.facts.alerting;

import io.github.assaymark.facts.repository.work.Secrets;
import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.fact.StateSource;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A file while it is read: where its values stand, whose they are, and where facts and gaps go. Used by one thread. */
public interface AlertingFile {
    /** Whether the file says what is meant to be or what is. */
    StateSource source();

    /** When the state was observed; null for what is only declared. */
    @Nullable
    Instant at();

    /** Name of the file, for a reader. */
    String name();

    /** Where a value stands. */
    Provenance place(LocatedNode value);

    /** The directory of the service that something belongs to which names one, or none; empty when it has none. */
    String owner(@Nullable String service);

    /**
     * The service something belongs to: the one it names, else the one of the whole file; null when neither is known.
     */
    @Nullable
    String service(@Nullable String named);

    /**
     * The stage in its usual name: the one that is named, else the one of the whole file; null when neither is known.
     */
    @Nullable
    String stage(@Nullable String named);

    /** {@code base} the first time, then {@code base#2} and so on. */
    String key(String base);

    /** Something that was not understood: what the file would have said of it is not known. */
    void gap(LocatedNode value, String reason);

    /** Takes a fact. */
    void fact(Fact fact);

    /** A text as it may stand in a fact: on one line, short, without what looks like a credential. */
    static String shown(String text) {
        return Secrets.shown(text, 300);
    }

    /** The same for a text that may be missing. */
    static @Nullable String shownOrNull(@Nullable String text) {
        return text == null ? null : shown(text);
    }
}
