package io.github.assaymark.cli;

import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.rule.Pack;
import io.github.assaymark.model.verdict.Assessment;
import io.github.assaymark.report.RunInfo;
import io.github.assaymark.report.SnapshotCodec;
import io.github.assaymark.report.SourceLines;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Facts and what packs say of them.
 *
 * @param repository as the user named it
 * @param detection what was concluded about the repository
 * @param arguments what repeats the judging, after another command
 */
record Judged(
        String repository,
        @Nullable String revision,
        @Nullable String base,
        Snapshot snapshot,
        List<String> detection,
        List<Pack> packs,
        Assessment assessment,
        SourceLines source,
        String arguments) {

    RunInfo run() {
        return new RunInfo(
                Version.number(),
                repository,
                revision,
                base,
                SnapshotCodec.standard().digest(snapshot),
                snapshot.facts().size());
    }
}
