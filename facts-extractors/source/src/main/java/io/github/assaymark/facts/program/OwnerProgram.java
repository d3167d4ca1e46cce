package io.github.assaymark.facts.program;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.extract.RepositorySource;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.extract.UnreadableFileException;
import io.github.assaymark.model.fact.FileKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The modules of one owner, read when they are asked for, and what was found out about them; for all extractors. Used
 * by one thread.
 */
final class OwnerProgram implements Program {
    private final ScanContext context;
    private final String owner;
    private final List<SourceFile> files;
    private final Tracing tracing = new Tracing();
    private final Map<String, Dependency.Content> known = new HashMap<>();
    private final Map<String, Map<String, Dependency.Path>> places = new HashMap<>();
    private final Map<String, Coverage.Gap> unread = new HashMap<>();
    private final Map<FileKind, List<Module>> own = new EnumMap<>(FileKind.class);
    private final Map<Dependency, Boolean> holding = new HashMap<>();
    private final Map<String, Dependency.Text> texts = new HashMap<>();
    private final ModulePaths paths;
    private final ImportTargets targets;
    private final References references;
    private final ValueResolver resolver;
    private final OwnerMemory memory;
    private final Answers answers;
    private final Map<FileKind, Dependency.Modules> noted = new EnumMap<>(FileKind.class);

    OwnerProgram(ScanContext context, String owner, List<SourceFile> files) {
        this(context, owner, files, new OwnerMemory());
    }

    /** {@code memory} is of the same owner, from before some files changed. */
    OwnerProgram(ScanContext context, String owner, List<SourceFile> files, OwnerMemory memory) {
        this.context = context;
        this.owner = owner;
        this.files = files;
        this.memory = memory;
        this.answers = memory.questions().next(this);
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
        return noted(FileKind.PRODUCTION);
    }

    @Override
    public List<Module> tests() {
        return noted(FileKind.TEST);
    }

    private List<Module> noted(FileKind kind) {
        Dependency.Modules all = noted.computeIfAbsent(kind, same -> new Dependency.Modules(same, all(same)));
        tracing.note(all);
        return all.modules();
    }

    /** The modules of one kind. */
    List<Module> all(FileKind kind) {
        List<Module> all = own.get(kind);
        if (all != null) return all;
        List<Module> read = new ArrayList<>();
        for (SourceFile file : files) {
            if (file.kind() != kind || inTemplate(file.path())) continue;
            Module module = content(file.path(), file).module();
            if (module != null && module.kind() == kind) read.add(module);
        }
        all = List.copyOf(read);
        own.put(kind, all);
        return all;
    }

    /** What keeps a file from being read; null when it can be read or was never asked for. */
    Coverage.@Nullable Gap unread(String path) {
        return unread.get(path);
    }

    /** The same of the owner's own files. */
    List<Coverage.Gap> unread(FileKind kind) {
        List<Coverage.Gap> gaps = new ArrayList<>();
        for (SourceFile file : files) {
            Coverage.Gap gap = file.kind() == kind && !inTemplate(file.path()) ? unread.get(file.path()) : null;
            if (gap != null) gaps.add(gap);
        }
        return gaps;
    }

    @Override
    public List<String> paths(FileKind kind) {
        List<String> all = listed(kind);
        tracing.note(new Dependency.Paths(kind, all));
        return all;
    }

    List<String> listed(FileKind kind) {
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

    private Dependency.Content content(String path, @Nullable SourceFile listed) {
        Dependency.Content before = known.get(path);
        if (before != null) return before;
        SourceFile file = listed != null || !Sources.reads(path)
                ? listed
                : context.source().file(path);
        Module module = null;
        try {
            if (file != null) module = Sources.module(file, context);
        } catch (UnreadableFileException e) {
            unread.put(path, new Coverage.Gap(path, 0, String.valueOf(e.getMessage())));
        }
        Dependency.Content content = new Dependency.Content(path, module);
        known.put(path, content);
        return content;
    }

    @Override
    public @Nullable Module module(String path) {
        Dependency.Content content = content(path, null);
        tracing.note(content);
        return content.module();
    }

    /** The same without it being noted. */
    @Nullable
    Module quietly(String path) {
        return content(path, null).module();
    }

    @Override
    public List<Located> callSites(Located function) {
        return references.of(function).calls();
    }

    @Override
    public @Nullable Module imported(Module from, String specifier) {
        return place(from, specifier) instanceof ModulePaths.Place.Inside inside ? module(inside.path()) : null;
    }

    /** Where a specifier in a module leads. */
    ModulePaths.Place place(Module from, String specifier) {
        Dependency.Path path = places.computeIfAbsent(
                        io.github.assaymark.facts.repository.work.Paths.directory(from.path()),
                        directory -> new HashMap<>())
                .computeIfAbsent(
                        specifier, name -> new Dependency.Path(from.path(), name, paths.resolve(from.path(), name)));
        tracing.note(path);
        return path.place();
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

    Tracing tracing() {
        return tracing;
    }

    OwnerMemory memory() {
        return memory;
    }

    Answers answers() {
        return answers;
    }

    @Override
    public <K, T> T answer(Question<K, T> question, K key) {
        return answers.of(question, key);
    }

    /** Forgets the question that somebody failed in. */
    void forget() {
        resolver.recover();
    }

    /** Makes it usable again after somebody failed in the middle of a question. */
    void recover() {
        tracing.reset();
        answers.recover();
        resolver.recover();
    }

    /** Whether this program gives all of these answers. */
    boolean holds(List<Dependency> dependencies) {
        for (Dependency one : dependencies) {
            Boolean before = holding.get(one);
            if (before == null) {
                int start = tracing.begin();
                before = one.holds(this);
                tracing.drop(start);
                holding.put(one, before);
            }
            if (!before) return false;
        }
        return true;
    }

    @Override
    public String ownerOf(String path) {
        return context.ownerOf(path);
    }

    @Override
    public @Nullable String text(String path) {
        Dependency.Text text = content(path);
        tracing.note(text);
        return text.text();
    }

    /** The text of a file, read once. */
    Dependency.Text content(String path) {
        return texts.computeIfAbsent(path, name -> new Dependency.Text(name, read(name)));
    }

    private @Nullable String read(String path) {
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
