package io.github.assaymark.model.rule;

import io.github.assaymark.model.Phase;
import io.github.assaymark.model.Severity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One demand of a checklist.
 *
 * @param id permanent, unique across all packs: pack, checklist, section and item joined by dots
 * @param formerly ids it had before
 * @param title positive statement without a final period
 * @param judges fact type of its subjects
 * @param source where the demand comes from, for example a document and section; null when it is the checklist's own
 * @param effectiveFrom the first instant it counts; null for always
 * @param params names of the parameters its condition reads
 * @param appliesIf when it is to be judged at all; null for always
 * @param fails message of a failure, one for each finding; null for a generated one
 * @param fix how to mend a failure; null when nothing general can be said
 */
public record Item(
        String id,
        List<String> formerly,
        String title,
        String judges,
        Severity severity,
        Phase phase,
        Rollout rollout,
        @Nullable String source,
        @Nullable Instant effectiveFrom,
        List<String> params,
        @Nullable Condition appliesIf,
        Condition condition,
        @Nullable Template fails,
        @Nullable String fix,
        SourcePlace place) {

    /** How far an item is rolled out. */
    public enum Rollout {
        /** Judged and shown, never part of the gate; for authors. */
        DRAFT,
        /** Judged and shown, never part of the gate; announced to users. */
        WARN,
        /** Part of the gate by its severity. */
        BLOCK
    }

    /** Copies the lists. */
    public Item {
        formerly = List.copyOf(formerly);
        params = List.copyOf(params);
    }
}
