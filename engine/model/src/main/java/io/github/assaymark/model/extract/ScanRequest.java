package io.github.assaymark.model.extract;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to scan.
 *
 * @param repository directory of the repository, or one inside it that holds an {@code assay.yaml}
 * @param revision git revision to read without a checkout; null for the working tree
 * @param base git revision to compare with; null for none
 * @param now the moment the facts speak of; null for the system clock
 * @param configuration file to use instead of {@code assay.yaml}; null for that
 * @param state directories of exported state, beside those that the configuration names
 * @param limits what a file may cost
 * @param progress told of the work, from any thread
 * @param further extractors beside those of the class path; one with the id of another takes its place
 */
public record ScanRequest(
        Path repository,
        @Nullable String revision,
        @Nullable String base,
        @Nullable Instant now,
        @Nullable Path configuration,
        List<Path> state,
        Limits limits,
        Progress progress,
        List<FactExtractor> further) {

    /** Copies the list. */
    public ScanRequest {
        state = List.copyOf(state);
        further = List.copyOf(further);
    }

    /** A request for the extractors of the class path alone. */
    public ScanRequest(
            Path repository,
            @Nullable String revision,
            @Nullable String base,
            @Nullable Instant now,
            @Nullable Path configuration,
            List<Path> state,
            Limits limits,
            Progress progress) {
        this(repository, revision, base, now, configuration, state, limits, progress, List.of());
    }

    /** Told of the work. */
    @FunctionalInterface
    public interface Progress {
        /** {@code done} of {@code total} files were read by the stage. */
        void at(String stage, int done, int total);
    }

    /** The working tree, now. */
    public static ScanRequest of(Path repository) {
        return new ScanRequest(
                repository, null, null, null, null, List.of(), Limits.DEFAULT, (stage, done, total) -> {});
    }

    /** The same at a git revision; null for the working tree. */
    public ScanRequest atRevision(@Nullable String revision) {
        return new ScanRequest(repository, revision, base, now, configuration, state, limits, progress, further);
    }

    /** The same compared with a git revision; null for none. */
    public ScanRequest comparedWith(@Nullable String base) {
        return new ScanRequest(repository, revision, base, now, configuration, state, limits, progress, further);
    }

    /** The same at a moment; null for the system clock. */
    public ScanRequest at(@Nullable Instant now) {
        return new ScanRequest(repository, revision, base, now, configuration, state, limits, progress, further);
    }

    /** The same with another configuration file; null for {@code assay.yaml}. */
    public ScanRequest configuredBy(@Nullable Path configuration) {
        return new ScanRequest(repository, revision, base, now, configuration, state, limits, progress, further);
    }

    /** The same with these directories of exported state. */
    public ScanRequest withState(List<Path> state) {
        return new ScanRequest(repository, revision, base, now, configuration, state, limits, progress, further);
    }

    /** The same telling of its work. */
    public ScanRequest telling(Progress progress) {
        return new ScanRequest(repository, revision, base, now, configuration, state, limits, progress, further);
    }

    /** The same with more extractors; one with the id of another takes its place. */
    public ScanRequest alsoBy(FactExtractor... extractors) {
        List<FactExtractor> all = new ArrayList<>(further);
        all.addAll(List.of(extractors));
        return new ScanRequest(repository, revision, base, now, configuration, state, limits, progress, all);
    }
}
