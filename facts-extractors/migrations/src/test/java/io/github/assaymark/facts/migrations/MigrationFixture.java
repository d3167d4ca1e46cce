package io.github.assaymark.facts.migrations;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.extract.Extractors;
import io.github.assaymark.model.extract.FilePatch;
import io.github.assaymark.model.extract.RepositorySource;
import io.github.assaymark.model.extract.ScanRequest;
import io.github.assaymark.model.extract.SourceFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A repository in memory with migrations, read by the real scanner. Immutable. */
public final class MigrationFixture {
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

    private final Map<String, String> files;
    private @Nullable Snapshot scanned;

    private MigrationFixture(Map<String, String> files) {
        this.files = files;
    }

    /** {@code pathsAndTexts} are a path, its text, the next path, its text and so on. */
    public static MigrationFixture of(String... pathsAndTexts) {
        return new MigrationFixture(Map.of()).with(pathsAndTexts);
    }

    /** The same files and more, or with other texts. */
    public MigrationFixture with(String... pathsAndTexts) {
        Map<String, String> more = new LinkedHashMap<>(files);
        for (int i = 0; i < pathsAndTexts.length; i += 2) more.put(pathsAndTexts[i], pathsAndTexts[i + 1]);
        return new MigrationFixture(more);
    }

    /** The tree of files. */
    public RepositorySource source() {
        List<FilePatch> patches = new ArrayList<>();
        files.forEach((path, text) -> patches.add(FilePatch.written(path, text)));
        return Extractors.standard().patched(new Empty(), patches);
    }

    /** The sets that are found. */
    public List<MigrationHistory> histories() {
        return Histories.in(source());
    }

    /** The only set that is found. */
    public MigrationHistory history() {
        List<MigrationHistory> histories = histories();
        if (histories.size() != 1) throw new AssertionError("not one set but " + histories.size() + ": " + histories);
        return histories.get(0);
    }

    /** All facts of the extractors of this module and its neighbours. */
    public Snapshot snapshot() {
        Snapshot known = scanned;
        if (known == null) {
            known = Extractors.standard()
                    .scan(ScanRequest.of(Path.of(".")).at(NOW), source(), null)
                    .snapshot();
            scanned = known;
        }
        return known;
    }

    /** The facts of one type, in order. */
    public <F extends Fact> List<F> facts(Class<F> type) {
        return snapshot().facts(type);
    }

    /** The coverage of a fact type by the extractor of migrations. */
    public Coverage coverage(Class<? extends Fact> type) {
        return facts(Coverage.class).stream()
                .filter(c -> c.extractor().equals("migrations") && c.factType().equals(type.getSimpleName()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no such coverage"));
    }

    private static final class Empty implements RepositorySource {
        @Override
        public String name() {
            return "fixture";
        }

        @Override
        public @Nullable String commit() {
            return null;
        }

        @Override
        public List<SourceFile> files() {
            return List.of();
        }

        @Override
        public @Nullable SourceFile file(String path) {
            return null;
        }

        @Override
        public List<Coverage.Gap> gaps() {
            return List.of();
        }
    }
}
