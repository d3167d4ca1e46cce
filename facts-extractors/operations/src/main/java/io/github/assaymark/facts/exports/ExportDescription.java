package io.github.assaymark.facts.exports;

import java.util.List;

/**
 * A kind of exported file, for those who write exports. Immutable.
 *
 * @param id permanent, for example {@code github.check-runs}
 * @param meaning what it is
 * @param command what exports it, with places in capitals
 * @param format {@code json}, {@code yaml} or {@code text}
 * @param kept fields that are read; nothing else of the file reaches a fact
 * @param factTypes names of the fact types it gives, sorted
 */
public record ExportDescription(
        String id, String meaning, String command, String format, List<String> kept, List<String> factTypes) {
    /** Copies the lists. */
    public ExportDescription {
        kept = List.copyOf(kept);
        factTypes = List.copyOf(factTypes);
    }
}
