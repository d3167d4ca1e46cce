package io.github.assaymark.report;

import org.jspecify.annotations.Nullable;

/**
 * What a report says of its run besides the assessment.
 *
 * @param version of Assaymark
 * @param repository the judged directory as the user named it
 * @param revision git revision that was judged, as the user named it; null for the working tree
 * @param base git revision it was compared with; null for none
 * @param snapshot digest of the judged facts, see {@link SnapshotCodec#digest}; null when it was not computed
 * @param facts how many facts were judged
 */
public record RunInfo(
        String version,
        String repository,
        @Nullable String revision,
        @Nullable String base,
        @Nullable String snapshot,
        int facts) {}
