package io.github.assaymark.facts.manifest;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.extract.FactExtractor;
import io.github.assaymark.model.extract.Limits;
import io.github.assaymark.model.extract.RepositorySource;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.extract.UnreadableFileException;
import io.github.assaymark.model.fact.FileKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Files in memory, services below {@code services/}, the template in {@code services/_template}. */
final class MemoryScan implements ScanContext, RepositorySource {
    private final SortedMap<String, String> texts = new TreeMap<>();
    private final Map<String, List<String>> configured = new TreeMap<>();

    MemoryScan with(String path, String... lines) {
        texts.put(path, String.join("\n", lines));
        return this;
    }

    MemoryScan configured(String name, String... values) {
        configured.put(name, List.of(values));
        return this;
    }

    /** Facts and coverage of one extractor. */
    Snapshot facts(FactExtractor extractor) {
        List<Fact> facts = new ArrayList<>();
        extractor.extract(this, facts::add);
        return Snapshot.of(facts);
    }

    static Coverage coverage(Snapshot snapshot, String type, String owner) {
        return snapshot.facts(Coverage.class).stream()
                .filter(c -> c.factType().equals(type) && c.owner().equals(owner))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public RepositorySource source() {
        return this;
    }

    @Override
    public @Nullable RepositorySource base() {
        return null;
    }

    @Override
    public String ownerOf(String path) {
        return owners().stream()
                .filter(o -> !o.isEmpty() && path.startsWith(o + "/"))
                .findFirst()
                .orElse("");
    }

    @Override
    public List<String> owners() {
        List<String> owners = new ArrayList<>(List.of(""));
        texts.keySet().stream()
                .filter(p -> p.startsWith("services/") && !p.startsWith("services/_template/"))
                .map(p -> p.substring(0, p.indexOf('/', 9)))
                .distinct()
                .forEach(owners::add);
        return owners;
    }

    @Override
    public List<String> templates() {
        return List.of("services/_template");
    }

    @Override
    public @Nullable String sha() {
        return null;
    }

    @Override
    public Limits limits() {
        return Limits.DEFAULT;
    }

    @Override
    public List<String> configured(String name) {
        return configured.getOrDefault(name, List.of());
    }

    @Override
    public String name() {
        return "sample";
    }

    @Override
    public @Nullable String commit() {
        return null;
    }

    @Override
    public List<SourceFile> files() {
        return texts.keySet().stream().map(p -> (SourceFile) new MemoryFile(p)).toList();
    }

    @Override
    public @Nullable SourceFile file(String path) {
        return texts.containsKey(path) ? new MemoryFile(path) : null;
    }

    @Override
    public List<Coverage.Gap> gaps() {
        return List.of();
    }

    private final class MemoryFile implements SourceFile {
        private final String path;

        MemoryFile(String path) {
            this.path = path;
        }

        @Override
        public String path() {
            return path;
        }

        @Override
        public long size() {
            return texts.getOrDefault(path, "").length();
        }

        @Override
        public FileKind kind() {
            return path.contains("/tests/") ? FileKind.TEST : FileKind.CONFIGURATION;
        }

        @Override
        public boolean tracked() {
            return true;
        }

        @Override
        public @Nullable String blob() {
            return null;
        }

        @Override
        public byte[] read(Limits limits) throws UnreadableFileException {
            return text(limits).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String text(Limits limits) throws UnreadableFileException {
            if (path.contains("binary")) throw new UnreadableFileException("no UTF-8 text");
            return texts.getOrDefault(path, "");
        }
    }
}
