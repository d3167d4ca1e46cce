package io.github.assaymark.facts.shadow;

import io.github.assaymark.facts.replay.ReplayExtractor;
import io.github.assaymark.model.extract.FactExtractor;
import io.github.assaymark.model.extract.OptInExtractor;
import io.github.assaymark.model.extract.ScanException;
import io.github.assaymark.model.extract.ScanRequest;
import java.util.List;
import java.util.Map;

/**
 * The shadow database: migrations are not only read, but applied to a PostgreSQL that exists for this alone. Its
 * settings are {@code postgres}, a major version or the path of an installed one, and {@code rows}, how many made-up
 * rows each table gets.
 */
public final class ShadowOptIn implements OptInExtractor {
    /** Found through {@link java.util.ServiceLoader}. */
    public ShadowOptIn() {}

    @Override
    public String name() {
        return "shadow";
    }

    @Override
    public FactExtractor with(Map<String, String> settings, ScanRequest.Progress progress) {
        ShadowSettings read = ShadowSettings.of(settings);
        PostgresBinaries binaries = PostgresBinaries.ofProcess();
        try {
            binaries.check(read.postgres());
            return new ShadowExtractor(new ReplayExtractor(), read, binaries, progress);
        } catch (ShadowException e) {
            throw new ScanException(List.of(String.valueOf(e.getMessage())));
        }
    }
}
