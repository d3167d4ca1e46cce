package io.github.assaymark.facts.openapi;

import io.github.assaymark.facts.repository.work.Paths;
import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.facts.structured.StructuredFile;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.extract.UnreadableFileException;
import io.github.assaymark.model.fact.FileKind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Finds the descriptions of a repository. */
final class SpecDiscovery {
    static final String LOOKED = "openapi and swagger files (*.yaml, *.yml, *.json), and those a manifest names";

    private static final int MAX_VALUES = 10_000;
    private static final Pattern EXACT = Pattern.compile("(?i)(openapi|swagger)\\.(ya?ml|json)");
    private static final Pattern LIKELY = Pattern.compile("(?i)(.*[-_.])?(openapi|swagger)([-_.].*)?\\.(ya?ml|json)");
    private static final List<String> MANIFESTS = List.of("service.yaml", "service.yml", "service.json");

    private final ScanContext context;

    SpecDiscovery(ScanContext context) {
        this.context = context;
    }

    /**
     * The files that are or may be descriptions, with whether they must be one: others are looked into, and passed over
     * when their root has neither {@code openapi} nor {@code swagger}.
     */
    SortedMap<String, Boolean> find() {
        SortedMap<String, Boolean> found = new TreeMap<>();
        List<String> configured = context.configured("manifests");
        List<String> manifests = configured.isEmpty() ? MANIFESTS : configured;
        for (SourceFile file : context.source().files()) {
            String name = Paths.name(file.path());
            if (!looksAt(file)) continue;
            if (EXACT.matcher(name).matches()) found.put(file.path(), true);
            else if (LIKELY.matcher(name).matches()) found.putIfAbsent(file.path(), false);
            if (manifests.contains(name)) named(file, found);
        }
        return found;
    }

    private boolean looksAt(SourceFile file) {
        return file.kind() != FileKind.TEST
                && file.kind() != FileKind.STUB
                && file.kind() != FileKind.VENDORED
                && context.templates().stream().noneMatch(t -> file.path().startsWith(t + "/"));
    }

    private void named(SourceFile manifest, SortedMap<String, Boolean> found) {
        try {
            StructuredFile read = StructuredFile.read(manifest, context.source().commit(), context.limits());
            Deque<LocatedNode> open = new ArrayDeque<>(read.tree().documents());
            for (int values = 0; !open.isEmpty() && values < MAX_VALUES; values++) {
                LocatedNode node = open.remove();
                node.written().forEach(entry -> open.add(entry.value()));
                open.addAll(node.items());
                if (node.isScalar()) named(manifest.path(), node.text(), found);
            }
        } catch (UnreadableFileException e) {
            // the manifest extractor says so
        }
    }

    private void named(String manifest, String text, SortedMap<String, Boolean> found) {
        if (text.length() > 500 || !List.of("yaml", "yml", "json").contains(Paths.extension(text))) return;
        String path = Paths.resolve(Paths.directory(manifest), text);
        SourceFile file = path == null ? null : context.source().file(path);
        if (file != null) found.putIfAbsent(file.path(), false);
    }
}
