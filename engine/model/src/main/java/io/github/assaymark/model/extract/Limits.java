package io.github.assaymark.model.extract;

import java.time.Duration;

/**
 * What reading one file may cost; a file that costs more becomes a gap of the coverage.
 *
 * @param maxBytes size
 * @param maxDepth nesting of what is parsed
 * @param maxFiles files of a repository
 * @param perFile time
 */
public record Limits(int maxBytes, int maxDepth, int maxFiles, Duration perFile) {
    /** 16 MiB, 400 levels, 400,000 files, 10 seconds. */
    public static final Limits DEFAULT = new Limits(16 << 20, 400, 400_000, Duration.ofSeconds(10));
}
