package io.github.assaymark.facts.program;

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

/** A repository in memory, read by the real scanner with every extractor on the class path. Immutable. */
public final class SourceFixture {
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

    private final Map<String, String> files;
    private final @Nullable SourceFixture base;
    private @Nullable Snapshot scanned;

    private SourceFixture(Map<String, String> files, @Nullable SourceFixture base) {
        this.files = files;
        this.base = base;
    }

    /** {@code pathsAndTexts} are a path, its text, the next path, its text and so on. */
    public static SourceFixture of(String... pathsAndTexts) {
        Map<String, String> files = new LinkedHashMap<>();
        for (int i = 0; i < pathsAndTexts.length; i += 2) files.put(pathsAndTexts[i], pathsAndTexts[i + 1]);
        return new SourceFixture(files, null);
    }

    /** The same files and one more, or one with another text. */
    public SourceFixture with(String path, String text) {
        Map<String, String> more = new LinkedHashMap<>(files);
        more.put(path, text);
        return new SourceFixture(more, base);
    }

    /** These files compared with those of another fixture. */
    public SourceFixture since(SourceFixture before) {
        return new SourceFixture(files, before);
    }

    private RepositorySource source() {
        List<FilePatch> patches = new ArrayList<>();
        files.forEach((path, text) -> patches.add(FilePatch.written(path, text)));
        return Extractors.standard().patched(new Empty(), patches);
    }

    /** All facts. */
    public Snapshot snapshot() {
        Snapshot known = scanned;
        if (known == null) {
            known = Extractors.standard()
                    .scan(ScanRequest.of(Path.of(".")).at(NOW), source(), base == null ? null : base.source())
                    .snapshot();
            scanned = known;
            for (Coverage coverage : known.facts(Coverage.class)) {
                if (coverage.status() == Coverage.Status.FAILED
                        || coverage.gaps().stream().anyMatch(gap -> gap.reason().contains("extractor failed")))
                    throw new AssertionError("an extractor failed: " + coverage);
            }
        }
        return known;
    }

    /** The facts of one type, in order. */
    public <F extends Fact> List<F> facts(Class<F> type) {
        return snapshot().facts(type);
    }

    /** The only fact of a type. */
    public <F extends Fact> F only(Class<F> type) {
        List<F> facts = facts(type);
        if (facts.size() != 1) throw new AssertionError("not one fact but " + facts.size() + ": " + facts);
        return facts.get(0);
    }

    /** The coverage of a fact type for an owner, of the extractor of this id. */
    public Coverage coverage(String extractor, Class<? extends Fact> type, String owner) {
        return facts(Coverage.class).stream()
                .filter(coverage -> coverage.extractor().equals(extractor)
                        && coverage.factType().equals(type.getSimpleName())
                        && coverage.owner().equals(owner))
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
