package io.github.assaymark.facts.exports;

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

/** A repository of two services and a folder of exported state, in memory, read by the real scanner. */
public final class StateFixture {
    static final String BILLING = "services/billing";
    static final String ORDERS = "services/orders";
    static final Instant AT = Instant.parse("2026-03-02T09:30:00Z");

    private final Map<String, String> files = new LinkedHashMap<>();
    private final List<String> entries = new ArrayList<>();
    private @Nullable String manifest;
    private @Nullable Snapshot scanned;

    /** The two services and nothing else. */
    public StateFixture() {
        files.put("assay.yaml", "state: [state]\n");
        files.put("services/billing/service.yaml", "name: billing\n");
        files.put("services/orders/service.yaml", "name: orders\n");
    }

    /** An exported file that is complete. */
    public StateFixture export(String kind, String path, String text) {
        return export(kind, path, text, "\"complete\": true");
    }

    /** An exported file; {@code more} are further fields of its entry. */
    public StateFixture export(String kind, String path, String text, String more) {
        files.put("state/" + path, text);
        return entry("\"path\": \"%s\", \"kind\": \"%s\", \"command\": \"export it\", \"finishedAt\": \"%s\", %s"
                .formatted(path, kind, AT, more));
    }

    /** An entry of the manifest; {@code fields} without the brackets. */
    StateFixture entry(String fields) {
        entries.add("{" + fields + "}");
        return this;
    }

    /** A file that no entry speaks of. */
    public StateFixture file(String path, String text) {
        files.put(path, text);
        return this;
    }

    /** Another manifest than the entries make. */
    StateFixture manifest(String text) {
        manifest = text;
        return this;
    }

    /** All facts. */
    public Snapshot snapshot() {
        Snapshot known = scanned;
        if (known == null) {
            if (manifest != null) files.put("state/manifest.json", manifest);
            else if (!entries.isEmpty())
                files.put(
                        "state/manifest.json",
                        "{\"schemaVersion\": 1, \"entries\": [\n" + String.join(",\n", entries) + "\n]}");
            List<FilePatch> patches = new ArrayList<>();
            files.forEach((path, text) -> patches.add(FilePatch.written(path, text)));
            Extractors extractors = Extractors.standard();
            known = extractors
                    .scan(ScanRequest.of(Path.of(".")).at(AT), extractors.patched(new Empty(), patches), null)
                    .snapshot();
            scanned = known;
        }
        return known;
    }

    /** The facts of a type. */
    public <F extends Fact> List<F> facts(Class<F> type) {
        return snapshot().facts(type);
    }

    /** The only fact of a type. */
    public <F extends Fact> F only(Class<F> type) {
        List<F> facts = facts(type);
        if (facts.size() != 1) throw new AssertionError("not one fact but " + facts + "; gaps: " + gaps(type, ""));
        return facts.get(0);
    }

    /** Coverage of a type for an owner, one line each: limits, status and reasons. */
    List<String> coverage(Class<? extends Fact> type, String owner) {
        return coverage("exports", type, owner);
    }

    /** The same of another extractor. */
    public List<String> coverage(String extractor, Class<? extends Fact> type, String owner) {
        return of(extractor, type, owner).stream()
                .map(c -> c.about() + " " + c.status()
                        + (c.gaps().isEmpty()
                                ? ""
                                : " "
                                        + c.gaps().stream()
                                                .map(Coverage.Gap::reason)
                                                .toList()))
                .toList();
    }

    /** Coverage of a type for an owner by another extractor, one line each. */
    List<String> declared(String extractor, Class<? extends Fact> type, String owner) {
        return facts(Coverage.class).stream()
                .filter(c -> c.extractor().equals(extractor)
                        && c.factType().equals(type.getSimpleName())
                        && c.owner().equals(owner))
                .map(c -> c.about() + " " + c.status()
                        + (c.gaps().isEmpty()
                                ? ""
                                : " "
                                        + c.gaps().stream()
                                                .map(Coverage.Gap::reason)
                                                .toList()))
                .toList();
    }

    /** What was not understood of what was exported. */
    List<String> gaps(Class<? extends Fact> type, String owner) {
        return of("exports", type, owner).stream()
                .filter(c -> c.about().stream().noneMatch(limit -> limit.matches("(tool|pullRequest|branch)!=.*")))
                .flatMap(c -> c.gaps().stream())
                .map(Coverage.Gap::reason)
                .toList();
    }

    private List<Coverage> of(String extractor, Class<? extends Fact> type, String owner) {
        return facts(Coverage.class).stream()
                .filter(c -> c.extractor().equals(extractor)
                        && c.factType().equals(type.getSimpleName())
                        && c.owner().equals(owner))
                .toList();
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
