package io.github.assaymark.facts.program;

import io.github.assaymark.facts.syntax.SyntaxTree;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.extract.RepositorySource;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.extract.UnreadableFileException;
import io.github.assaymark.model.fact.FileKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The modules of one owner, read when they are asked for. Used by one thread. */
final class OwnerProgram implements Program {
    private final ScanContext context;
    private final String owner;
    private final List<SourceFile> files;
    private final Map<String, Optional<Module>> known = new HashMap<>();
    private final Map<String, Coverage.Gap> unread = new HashMap<>();
    private final ModulePaths paths;
    private final ImportTargets targets;
    private final References references;
    private final ValueResolver resolver;
    private @Nullable List<Module> shipped;
    private @Nullable List<Module> tests;

    OwnerProgram(ScanContext context, String owner, List<SourceFile> files) {
        this.context = context;
        this.owner = owner;
        this.files = files;
        this.paths = new ModulePaths(context);
        this.targets = new ImportTargets(this);
        this.resolver = new ValueResolver(this);
        this.references = new References(this, resolver);
    }

    @Override
    public String owner() {
        return owner;
    }

    @Override
    public @Nullable String sha() {
        return context.sha();
    }

    @Override
    public List<Module> modules() {
        List<Module> all = shipped;
        if (all == null) shipped = all = read(FileKind.PRODUCTION);
        return all;
    }

    @Override
    public List<Module> tests() {
        List<Module> all = tests;
        if (all == null) tests = all = read(FileKind.TEST);
        return all;
    }

    /** Whether the tests were asked for. */
    boolean readTests() {
        return tests != null;
    }

    /** Files that could not be read, or not whole. */
    List<Coverage.Gap> gaps() {
        List<Coverage.Gap> gaps = new ArrayList<>(unread.values());
        for (Module module : modules()) add(module, gaps);
        if (readTests()) for (Module module : tests()) add(module, gaps);
        return gaps;
    }

    private static void add(Module module, List<Coverage.Gap> gaps) {
        SyntaxTree tree = module.tree();
        if (tree.status() == SyntaxTree.Status.REFUSED)
            gaps.add(new Coverage.Gap(module.path(), 0, String.valueOf(tree.refusal())));
        for (SyntaxTree.Damage damage : tree.damaged())
            gaps.add(new Coverage.Gap(module.path(), damage.line(), "the syntax is not understood here"));
    }

    private List<Module> read(FileKind kind) {
        List<Module> all = new ArrayList<>();
        for (SourceFile file : files) {
            if (file.kind() != kind || inTemplate(file.path())) continue;
            Optional<Module> module = read(file);
            if (module.isPresent() && module.get().kind() == kind) all.add(module.get());
        }
        return List.copyOf(all);
    }

    @Override
    public List<String> paths(FileKind kind) {
        return files.stream()
                .filter(file -> file.kind() == kind && !inTemplate(file.path()))
                .map(SourceFile::path)
                .sorted()
                .toList();
    }

    @Override
    public @Nullable Program base() {
        RepositorySource base = context.base();
        if (base == null) return null;
        List<SourceFile> before = base.files().stream()
                .filter(file -> Sources.reads(file.path())
                        && context.ownerOf(file.path()).equals(owner))
                .toList();
        return new OwnerProgram(new BaseScan(context, base), owner, before);
    }

    private boolean inTemplate(String path) {
        return context.templates().stream().anyMatch(template -> path.startsWith(template + "/"));
    }

    private Optional<Module> read(SourceFile file) {
        Optional<Module> before = known.get(file.path());
        if (before != null) return before;
        Optional<Module> module;
        try {
            module = Optional.of(Sources.module(file, context));
        } catch (UnreadableFileException e) {
            unread.put(file.path(), new Coverage.Gap(file.path(), 0, String.valueOf(e.getMessage())));
            module = Optional.empty();
        }
        known.put(file.path(), module);
        return module;
    }

    @Override
    public @Nullable Module module(String path) {
        Optional<Module> before = known.get(path);
        if (before != null) return before.orElse(null);
        SourceFile file = Sources.reads(path) ? context.source().file(path) : null;
        return file == null ? null : read(file).orElse(null);
    }

    @Override
    public List<Located> callSites(Located function) {
        return references.of(function).calls();
    }

    @Override
    public @Nullable Module imported(Module from, String specifier) {
        return paths.resolve(from.path(), specifier) instanceof ModulePaths.Place.Inside inside
                ? module(inside.path())
                : null;
    }

    ModulePaths paths() {
        return paths;
    }

    ImportTargets targets() {
        return targets;
    }

    References references() {
        return references;
    }

    @Override
    public String ownerOf(String path) {
        return context.ownerOf(path);
    }

    @Override
    public @Nullable String text(String path) {
        SourceFile file = context.source().file(path);
        if (file == null) return null;
        try {
            return file.text(context.limits());
        } catch (UnreadableFileException e) {
            return null;
        }
    }

    @Override
    public Resolver resolver() {
        return resolver;
    }
}
