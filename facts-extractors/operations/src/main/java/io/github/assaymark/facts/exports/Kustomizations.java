package io.github.assaymark.facts.exports;

import io.github.assaymark.facts.repository.work.Paths;
import io.github.assaymark.facts.structured.StructuredFile;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The kustomizations of a repository (Kustomization reference, kustomize.config.k8s.io/v1beta1). One that only lists
 * files changes nothing; what any other makes of the files it names is not resolved here.
 */
final class Kustomizations {
    private static final List<String> NAMES = List.of("kustomization.yaml", "kustomization.yml", "Kustomization");

    /** Fields that leave the files as they are. */
    private static final Set<String> PLAIN = Set.of("apiVersion", "kind", "metadata", "resources", "bases");

    private final Map<String, StructuredFile> files;
    private final DeclaredAccount account;
    private final RenderedCharts rendered;

    Kustomizations(Map<String, StructuredFile> files, DeclaredAccount account, RenderedCharts rendered) {
        this.files = files;
        this.account = account;
        this.rendered = rendered;
    }

    /** Whether a file is one by its name. */
    static boolean isOne(String path) {
        return NAMES.contains(Paths.name(path));
    }

    /** Paths of files that are not what will run: those that a kustomization changes, and its patches. */
    Set<String> changed() {
        Set<String> changed = new TreeSet<>();
        files.forEach((path, file) -> {
            if (!isOne(path)) return;
            boolean known = rendered.holds(Paths.directory(path));
            List<JsonValue> documents = KubernetesExtractor.documents(file);
            JsonValue root = documents.isEmpty() ? null : documents.get(0);
            if (root == null || !file.tree().complete()) {
                if (!known) account.gap(path, 1, "the kustomization was not understood");
                return;
            }
            Set<String> below = new TreeSet<>();
            boolean local = collect(path, below, changed);
            List<String> changes = root.keys().stream()
                    .filter(key -> !PLAIN.contains(key))
                    .sorted()
                    .distinct()
                    .toList();
            // What a rendered export says counts alone.
            if (!changes.isEmpty() || known) changed.addAll(below);
            if (known) return;
            if (!changes.isEmpty())
                account.gap(
                        path,
                        root.node().span().startLine(),
                        "what it changes is not resolved (" + Exported.shown(String.join(", ", changes))
                                + "): export what `kustomize build` makes of it as kind kubernetes.manifests with"
                                + " \"chart\": \"" + Paths.directory(path) + "\" in its scope");
            if (!local) account.gap(path, root.node().span().startLine(), "it names files that are not here");
        });
        return changed;
    }

    /** Puts down the files a kustomization leads to; whether all are here. */
    private boolean collect(String start, Set<String> below, Set<String> patches) {
        boolean local = true;
        Set<String> seen = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            String path = open.pop();
            StructuredFile file = files.get(path);
            if (!seen.add(path) || file == null) continue;
            for (JsonValue root : KubernetesExtractor.documents(file)) {
                for (String field : List.of("resources", "bases", "components"))
                    for (String named : root.texts(field)) {
                        String to = Paths.resolve(Paths.directory(path), named);
                        String next = to == null ? null : kustomization(to);
                        if (next != null) open.push(next);
                        else if (to != null && files.containsKey(to)) below.add(to);
                        else local = false;
                    }
                for (String field : List.of("patches", "patchesStrategicMerge", "patchesJson6902"))
                    for (JsonValue patch : root.list(field)) {
                        String named = patch.node().isScalar() ? patch.text() : patch.text("path");
                        String to = named == null ? null : Paths.resolve(Paths.directory(path), named);
                        if (to != null) patches.add(to);
                    }
            }
        }
        return local;
    }

    private @Nullable String kustomization(String directory) {
        for (String name : NAMES) {
            String path = directory.isEmpty() ? name : directory + "/" + name;
            if (files.containsKey(path)) return path;
        }
        return null;
    }
}
