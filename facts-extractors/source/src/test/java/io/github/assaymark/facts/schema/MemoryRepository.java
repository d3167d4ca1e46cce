package io.github.assaymark.facts.schema;

import io.github.assaymark.facts.repository.source.MemoryTree;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.extract.FactExtractor;
import io.github.assaymark.model.extract.FilePatch;
import io.github.assaymark.model.extract.Limits;
import io.github.assaymark.model.extract.RepositorySource;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.extract.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Files in memory, services below {@code services/}, the template in {@code services/_template}. */
public final class MemoryRepository implements ScanContext {
    private static final Pattern PACKAGE = Pattern.compile("\"name\"\\s*:\\s*\"([^\"]+)\"");

    private final List<FilePatch> files = new ArrayList<>();
    private Limits limits = Limits.DEFAULT;

    /** With one more file. */
    public MemoryRepository with(String path, String... lines) {
        files.add(FilePatch.written(path, String.join("\n", lines)));
        return this;
    }

    /** With other limits. */
    public MemoryRepository limited(Limits other) {
        limits = other;
        return this;
    }

    /** Facts and coverage of one extractor. */
    public Snapshot facts(FactExtractor extractor) {
        List<Fact> facts = new ArrayList<>();
        extractor.extract(this, facts::add);
        return Snapshot.of(facts);
    }

    /** The coverage of a type. */
    public static Coverage coverage(Snapshot snapshot, String type, String owner) {
        return snapshot.facts(Coverage.class).stream()
                .filter(c -> c.factType().equals(type) && c.owner().equals(owner))
                .findFirst()
                .orElseThrow();
    }

    /** The gaps of a type as {@code path:line reason}. */
    public static List<String> gaps(Snapshot snapshot, String type, String owner) {
        return coverage(snapshot, type, owner).gaps().stream()
                .map(g -> g.path() + ":" + g.line() + " " + g.reason())
                .toList();
    }

    @Override
    public RepositorySource source() {
        return MemoryTree.of(new Nothing(), limits).patched(files);
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
        files.stream()
                .map(FilePatch::path)
                .filter(p -> p.startsWith("services/") && !p.startsWith("services/_template/"))
                .map(p -> p.substring(0, p.indexOf('/', 9)))
                .distinct()
                .sorted()
                .forEach(owners::add);
        return owners;
    }

    @Override
    public List<String> templates() {
        return List.of("services/_template");
    }

    @Override
    public Map<String, String> packages() {
        Map<String, String> packages = new TreeMap<>();
        for (FilePatch file : files) {
            byte[] content = file.content();
            if (content == null || !file.path().endsWith("/package.json")) continue;
            Matcher name = PACKAGE.matcher(new String(content, StandardCharsets.UTF_8));
            if (name.find()) packages.put(name.group(1), file.path().replace("/package.json", ""));
        }
        return packages;
    }

    @Override
    public @Nullable String sha() {
        return "7d1f";
    }

    @Override
    public Limits limits() {
        return limits;
    }

    @Override
    public List<String> configured(String name) {
        return List.of();
    }

    private static final class Nothing implements RepositorySource {
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
