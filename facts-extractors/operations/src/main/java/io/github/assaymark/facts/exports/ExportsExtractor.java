package io.github.assaymark.facts.exports;

import io.github.assaymark.facts.structured.LocatedTree;
import io.github.assaymark.facts.structured.Problem;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.extract.FactExtractor;
import io.github.assaymark.model.extract.RepositorySource;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.extract.UnreadableFileException;
import io.github.assaymark.model.fact.CollectionStatus;
import io.github.assaymark.model.fact.FreezeWindow;
import io.github.assaymark.model.fact.StateExport;
import io.github.assaymark.model.fact.StateSource;
import io.github.assaymark.model.fact.TeamMember;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the folders of exported state. What a manifest does not list is no evidence; a file that is not what its entry
 * says (another digest, another kind) is none either, and is said to be so.
 */
public final class ExportsExtractor implements FactExtractor {
    private static final String ID = "exports";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Set<Class<? extends Fact>> factTypes() {
        Set<Class<? extends Fact>> types = new LinkedHashSet<>();
        types.add(StateExport.class);
        ExportKinds.all().forEach(kind -> types.addAll(kind.facts()));
        return Set.copyOf(types);
    }

    @Override
    public void extract(ScanContext context, Consumer<Fact> facts) {
        new Run(context, facts).extract();
    }

    /** One extraction. */
    private static final class Run {
        private final ScanContext context;
        private final Consumer<Fact> facts;
        private final ServiceNames services;
        private final KnownPeople people;
        private final LinkedFacts linked = new LinkedFacts();
        private final Map<String, ExportAccount> accounts = new TreeMap<>();
        private final Map<String, Integer> keys = new HashMap<>();
        private final List<Coverage.Gap> gaps = new ArrayList<>();
        private int entries;

        Run(ScanContext context, Consumer<Fact> facts) {
            this.context = context;
            this.facts = facts;
            this.services = new ServiceNames(context);
            this.people = new KnownPeople(context);
            for (ExportKind kind : ExportKinds.all())
                for (Class<? extends Fact> type : kind.facts())
                    accounts.computeIfAbsent(type.getSimpleName(), name -> new ExportAccount(ID, type));
        }

        void extract() {
            for (RepositorySource folder : context.exports()) folder(folder);
            linked.emit(facts);
            for (String owner : context.owners())
                facts.accept(
                        context.exports().isEmpty()
                                ? Coverage.missing(
                                        ID,
                                        StateExport.class.getSimpleName(),
                                        owner,
                                        Coverage.Status.NOT_ATTEMPTED,
                                        "no folder of exported state is given: --state DIR, or `state` in assay.yaml")
                                : Coverage.of(
                                        ID,
                                        StateExport.class.getSimpleName(),
                                        owner,
                                        entries + gaps.size(),
                                        gaps.size(),
                                        ExportManifest.FILE,
                                        gaps));
            accounts.forEach((type, account) -> {
                if (!account.isEmpty() || !isDeclared(type)) account.close(context.owners(), facts);
                else
                    for (String owner : context.owners())
                        facts.accept(Coverage.of(
                                ID, type, owner, 0, 0, "exported state, of which there is none", List.of()));
            });
        }

        /** Whether files of the repository say it all when nothing is exported. */
        private boolean isDeclared(String type) {
            return (type.equals(TeamMember.class.getSimpleName())
                            && !context.configured("people").isEmpty())
                    || (type.equals(FreezeWindow.class.getSimpleName())
                            && !context.configured(FreezeCalendarExtractor.ID).isEmpty());
        }

        private void folder(RepositorySource folder) {
            gaps.addAll(folder.gaps());
            SourceFile file = folder.file(ExportManifest.FILE);
            if (file == null) {
                if (folder.files().stream().anyMatch(any -> !ExportKinds.readElsewhere(any.path())))
                    gaps.add(new Coverage.Gap(
                            folder.name(),
                            0,
                            "there is no " + ExportManifest.FILE
                                    + " in it: `assay collect import` writes one for files that are there"));
                return;
            }
            ExportManifest manifest;
            try {
                manifest = ExportManifest.read(folder.name(), file.text(context.limits()), context.limits());
            } catch (UnreadableFileException e) {
                gaps.add(
                        new Coverage.Gap(folder.name() + "/" + ExportManifest.FILE, 0, String.valueOf(e.getMessage())));
                return;
            }
            gaps.addAll(manifest.gaps());
            Set<String> listed = new TreeSet<>();
            for (ExportEntry entry : manifest.entries()) {
                listed.add(entry.path());
                entry(folder, entry);
            }
            for (SourceFile any : folder.files())
                if (!listed.contains(any.path())
                        && !any.path().equals(ExportManifest.FILE)
                        && !ExportKinds.readElsewhere(any.path()))
                    gaps.add(new Coverage.Gap(
                            folder.name() + "/" + any.path(),
                            0,
                            "the manifest does not list it, so nothing says when and of what it is:"
                                    + " `assay collect import` stamps it"));
        }

        private void entry(RepositorySource folder, ExportEntry entry) {
            entries++;
            ExportKind kind = ExportKinds.of(entry.kind());
            if (kind == null) {
                gaps.add(new Coverage.Gap(
                        folder.name() + "/" + ExportManifest.FILE,
                        entry.line(),
                        "no kind `" + Exported.shown(entry.kind())
                                + "` is known: `assay collect --describe` lists them"));
                return;
            }
            String owner = entry.service() == null ? null : services.owner(entry.service());
            if (owner != null && owner.isEmpty())
                gaps.add(new Coverage.Gap(
                        folder.name() + "/" + ExportManifest.FILE,
                        entry.line(),
                        "no service is called `" + entry.service() + "` here"));
            String digest = entry.sha256() == null ? "" : entry.sha256();
            List<Coverage.Gap> open = new ArrayList<>();
            ExportKind.Limit limit = kind.limit();
            Set<String> about = limit == null ? Set.of() : limit.known().apply(entry);
            ExportEntry read = entry;
            boolean hasFile = !entry.path().isEmpty()
                    && (entry.status() == CollectionStatus.COMPLETE || entry.status() == CollectionStatus.PARTIAL);
            if (hasFile) {
                String problem = null;
                SourceFile file = folder.file(entry.path());
                if (file == null) {
                    problem = "the file is not there";
                } else {
                    try {
                        String text = file.text(context.limits());
                        digest = sha256(file.read(context.limits()));
                        if (entry.sha256() != null && !entry.sha256().equals(digest))
                            problem = "the file is not the one that was exported: its digest is " + digest;
                        else {
                            Exported exported = read(folder, entry, kind, text, digest);
                            open.addAll(exported.gaps());
                            if (about.isEmpty()) about = exported.about();
                        }
                    } catch (UnreadableFileException e) {
                        problem = String.valueOf(e.getMessage());
                    }
                }
                if (problem != null) read = failed(entry, problem);
            }
            Provenance.Export place =
                    new Provenance.Export(folder.name(), entry.path(), digest, "", entry.command(), entry.at());
            for (Class<? extends Fact> type : kind.facts())
                account(type)
                        .add(new ExportAccount.Attempt(
                                read,
                                owner,
                                place,
                                open,
                                !kind.some().contains(type) || isDeclared(type.getSimpleName()),
                                limit == null ? null : limit.property(),
                                about,
                                kind.declared().contains(type) ? StateSource.DECLARED : StateSource.DEPLOYED));
            boolean complete = read.status() == CollectionStatus.COMPLETE || read.status() == CollectionStatus.ABSENT;
            facts.accept(new StateExport(
                    key(folder.name() + "/" + (entry.path().isEmpty() ? entry.kind() : entry.path())),
                    owner == null ? "" : owner,
                    place,
                    folder.name(),
                    entry.path(),
                    entry.kind(),
                    kind.facts().stream().map(Class::getSimpleName).sorted().toList(),
                    entry.service(),
                    entry.stage(),
                    entry.place(),
                    read.status() == CollectionStatus.COMPLETE && !open.isEmpty()
                            ? CollectionStatus.PARTIAL
                            : read.status(),
                    complete && open.isEmpty(),
                    entry.origin(),
                    entry.from(),
                    entry.until(),
                    entry.commit(),
                    entry.principal(),
                    entry.at()));
        }

        private ExportAccount account(Class<? extends Fact> type) {
            ExportAccount account = accounts.get(type.getSimpleName());
            if (account == null) throw new IllegalStateException("no account of " + type);
            return account;
        }

        /** Reads a file. A failure of ours costs this file only. */
        private Exported read(RepositorySource folder, ExportEntry entry, ExportKind kind, String text, String digest) {
            LocatedTree tree = switch (kind.format()) {
                case JSON -> LocatedTree.json(text, context.limits());
                case YAML -> LocatedTree.yaml(text, context.limits());
                case TEXT -> LocatedTree.json("null", context.limits());
            };
            List<Fact> found = new ArrayList<>();
            Exported file =
                    new Exported(folder.name(), entry, text, digest, tree, context.limits(), services, found::add);
            for (Problem problem : tree.problems()) file.gap("line " + problem.line(), problem.message());
            try {
                kind.reading().read(file);
            } catch (RuntimeException e) {
                file.gap("", "reading it failed: " + e.getClass().getSimpleName());
            }
            people.meet(file, found);
            found.forEach(linked::add);
            return file;
        }

        private String key(String base) {
            int times = keys.merge(base, 1, Integer::sum);
            return times == 1 ? base : base + "#" + times;
        }

        private static ExportEntry failed(ExportEntry entry, @Nullable String reason) {
            return new ExportEntry(
                    entry.path(),
                    entry.kind(),
                    entry.sha256(),
                    entry.command(),
                    entry.principal(),
                    entry.scope(),
                    entry.at(),
                    entry.from(),
                    entry.until(),
                    CollectionStatus.FAILED,
                    reason,
                    entry.origin(),
                    entry.commit(),
                    entry.line());
        }

        private static String sha256(byte[] bytes) {
            try {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            } catch (NoSuchAlgorithmException e) {
                throw new AssertionError("every Java has SHA-256", e);
            }
        }
    }
}
