package io.github.assaymark.facts.manifest;

import io.github.assaymark.facts.repository.work.CoverageAccount;
import io.github.assaymark.facts.repository.work.Paths;
import io.github.assaymark.facts.structured.LocatedEntry;
import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.facts.structured.Looks;
import io.github.assaymark.facts.structured.StructuredFile;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.extract.FactExtractor;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.fact.PackageManifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads {@code package.json} files; one of which a part has an unexpected type is a gap and no fact. */
public final class PackageJsonExtractor implements FactExtractor {
    private static final Set<String> UNPINNED = Set.of("", "*", "x", "X", "latest");

    @Override
    public String id() {
        return "package-json";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Set<Class<? extends Fact>> factTypes() {
        return Set.of(PackageManifest.class);
    }

    @Override
    public boolean byOwner() {
        return true;
    }

    @Override
    public void extract(ScanContext context, Consumer<Fact> facts) {
        CoverageAccount account = new CoverageAccount(context, id(), "package.json");
        // repeated keys of package.json are nobody's business: npm keeps the last one, and so do we
        ManifestFiles files = new ManifestFiles(context, account, fact -> {});
        for (SourceFile file : context.source().files()) {
            if (!Paths.name(file.path()).equals("package.json") || !ManifestFiles.ours(file)) continue;
            StructuredFile read = files.read(file);
            if (read == null) continue;
            String owner = context.ownerOf(file.path());
            files.enter(read, owner);
            LocatedNode root = read.tree().root();
            if (root != null && read.tree().complete()) new Reader(read, account).read(root, owner, facts);
        }
        account.close(facts, List.of(PackageManifest.class));
    }

    private static final class Reader {
        private final StructuredFile file;
        private final CoverageAccount account;
        private boolean failed;

        Reader(StructuredFile file, CoverageAccount account) {
            this.file = file;
            this.account = account;
        }

        void read(LocatedNode root, String owner, Consumer<Fact> facts) {
            if (!root.isMap()) {
                gap(root, "it holds no object");
                return;
            }
            List<LocatedEntry> dependencies = entries(root, "dependencies");
            List<LocatedEntry> development = entries(root, "devDependencies");
            List<LocatedEntry> all = new ArrayList<>(dependencies);
            all.addAll(development);
            List<String> unpinned = names(all.stream()
                    .filter(d -> d.value().isScalar()
                            && UNPINNED.contains(d.value().text().strip()))
                    .toList());
            LocatedNode isPrivate = root.get("private");
            PackageManifest manifest = new PackageManifest(
                    file.path(),
                    owner,
                    file.whole(),
                    file.path(),
                    text(root, "name"),
                    isPrivate != null
                            && isPrivate.looks() == Looks.BOOLEAN
                            && isPrivate.text().equals("true"),
                    names(entries(root, "scripts")),
                    names(dependencies),
                    names(development),
                    text(root, "packageManager"),
                    unpinned);
            if (!failed) facts.accept(manifest);
        }

        private List<LocatedEntry> entries(LocatedNode root, String key) {
            LocatedNode value = root.get(key);
            if (value == null) return List.of();
            if (!value.isMap()) gap(value, "`" + key + "` is no object");
            for (LocatedEntry entry : value.entries()) {
                if (!entry.value().isScalar()) gap(entry.value(), "`" + key + "." + entry.key() + "` is no text");
            }
            return value.entries();
        }

        private static List<String> names(List<LocatedEntry> entries) {
            return entries.stream().map(LocatedEntry::key).distinct().toList();
        }

        private @Nullable String text(LocatedNode root, String key) {
            LocatedNode value = root.get(key);
            if (value == null) return null;
            if (value.isScalar()) return value.text();
            gap(value, "`" + key + "` is no text");
            return null;
        }

        private void gap(LocatedNode at, String reason) {
            account.gap(file.path(), at.span().startLine(), reason);
            failed = true;
        }
    }
}
