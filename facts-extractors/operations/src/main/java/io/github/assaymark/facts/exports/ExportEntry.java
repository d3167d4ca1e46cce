package io.github.assaymark.facts.exports;

import io.github.assaymark.model.fact.CollectionStatus;
import io.github.assaymark.model.fact.ExportOrigin;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the manifest of an export folder: one answer of a system, or the attempt to get one.
 *
 * @param path of the file, relative to the folder; empty when the attempt gave no file
 * @param kind what it is, see {@link ExportKind}
 * @param sha256 of the file in lower-case hexadecimal; null when the manifest does not say
 * @param command what produced it; holds no secret
 * @param principal who asked; null when not said
 * @param scope where: {@code service}, {@code stage}, {@code region}, {@code repository} and so on
 * @param at when the answer was complete
 * @param from first moment a history covers; null for a state
 * @param until moment a history covers up to; null for a state
 * @param status how it ended
 * @param reason why it is not complete, in words; null when it is
 * @param commit the commit it speaks of; null when it speaks of none
 * @param line of the entry in the manifest
 */
record ExportEntry(
        String path,
        String kind,
        @Nullable String sha256,
        String command,
        @Nullable String principal,
        Map<String, String> scope,
        Instant at,
        @Nullable Instant from,
        @Nullable Instant until,
        CollectionStatus status,
        @Nullable String reason,
        ExportOrigin origin,
        @Nullable String commit,
        int line) {

    ExportEntry {
        scope = Map.copyOf(scope);
    }

    @Nullable
    String service() {
        return scope.get("service");
    }

    /** The stage in its usual name; null when the entry is for no stage. */
    @Nullable
    String stage() {
        return Stages.normal(scope.get("stage"));
    }

    /** The scope beside service and stage, for a reader; null when there is none. */
    @Nullable
    String place() {
        StringBuilder place = new StringBuilder();
        scope.entrySet().stream()
                .filter(part ->
                        !part.getKey().equals("service") && !part.getKey().equals("stage"))
                .sorted(Map.Entry.comparingByKey())
                .forEach(part -> place.append(place.isEmpty() ? "" : ", ")
                        .append(part.getKey())
                        .append(' ')
                        .append(part.getValue()));
        return place.isEmpty() ? null : place.toString();
    }
}
