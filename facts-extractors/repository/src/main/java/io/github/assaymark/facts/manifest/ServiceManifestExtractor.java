package io.github.assaymark.facts.manifest;

import io.github.assaymark.facts.repository.work.CoverageAccount;
import io.github.assaymark.facts.repository.work.Paths;
import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.facts.structured.StructuredFile;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.extract.FactExtractor;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.fact.DuplicateKey;
import io.github.assaymark.model.fact.ManifestField;
import io.github.assaymark.model.fact.ServiceManifest;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the manifests of services and of the templates they are copied from.
 *
 * <p>Of a manifest that was not understood whole, the fields before the damage are facts, the list of its keys is not.
 */
public final class ServiceManifestExtractor implements FactExtractor {
    private static final List<String> NAMES = List.of("service.yaml", "service.yml", "service.json");

    @Override
    public String id() {
        return "service-manifest";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public Set<Class<? extends Fact>> factTypes() {
        return Set.of(ServiceManifest.class, ManifestField.class, DuplicateKey.class);
    }

    @Override
    public boolean byOwner() {
        return true;
    }

    @Override
    public void extract(ScanContext context, Consumer<Fact> facts) {
        List<String> configured = context.configured("manifests");
        List<String> names = configured.isEmpty() ? NAMES : configured;
        CoverageAccount account = new CoverageAccount(context, id(), String.join(", ", names));
        ManifestFiles files = new ManifestFiles(context, account, facts);
        for (SourceFile file : context.source().files()) {
            if (!names.contains(Paths.name(file.path())) || !ManifestFiles.ours(file)) continue;
            StructuredFile read = files.read(file);
            if (read == null) continue;
            LocatedNode root = read.tree().root();
            if (root != null && isKubernetes(root)) continue;
            extract(context, account, files, read, root, facts);
        }
        account.close(facts, List.of(ServiceManifest.class, ManifestField.class, DuplicateKey.class));
    }

    /** A Kubernetes object is called service.yaml just as often. */
    private static boolean isKubernetes(LocatedNode root) {
        return root.get("apiVersion") != null && root.get("kind") != null;
    }

    private void extract(
            ScanContext context,
            CoverageAccount account,
            ManifestFiles files,
            StructuredFile file,
            @Nullable LocatedNode root,
            Consumer<Fact> facts) {
        String path = file.path();
        String directory = Paths.directory(path);
        boolean template = context.templates().stream().anyMatch(t -> path.startsWith(t + "/"));
        String owner = template ? directory : context.ownerOf(path);
        files.enter(file, owner);
        // what a template expression stands for is not known, nor which lines it removes
        if (file.tree().templated()) return;
        if (root != null && !root.isMap() && !root.isNull()) {
            account.gap(path, root.span().startLine(), "it holds no keys");
            return;
        }
        ManifestFields layout = new ManifestFields(file, owner, template);
        List<ManifestField> fields = root == null ? List.of() : layout.of(root);
        fields.forEach(facts);
        layout.elements().forEach(facts);
        if (layout.truncated()) {
            account.gap(path, 0, "more than " + ManifestFields.MAX_FIELDS + " fields");
        } else if (file.tree().complete()) {
            facts.accept(new ServiceManifest(
                    path,
                    owner,
                    file.whole(),
                    path,
                    directory.isEmpty() ? context.source().name() : Paths.name(directory),
                    fields.stream().map(ManifestField::field).distinct().toList(),
                    fields.stream()
                            .filter(ManifestField::placeholder)
                            .map(ManifestField::field)
                            .distinct()
                            .toList(),
                    template));
        }
    }
}
