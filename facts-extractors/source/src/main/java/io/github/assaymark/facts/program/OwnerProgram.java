package io.github.assaymark.facts.program;

import io.github.assaymark.facts.syntax.SyntaxTree;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.extract.RepositorySource;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.extract.UnreadableFileException;
import io.github.assaymark.model.fact.FileKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The modules of one owner, read when they are asked for, and what was found out about them; for all extractors. Used
 * by one thread.
 */
final class OwnerProgram implements Program {
    private static final AtomicLong STATES = new AtomicLong();
    private static final int KEPT_STATES = 64;

    private final String owner;
    private final Tracing tracing = new Tracing();
    private final Map<String, Dependency.Content> known = new HashMap<>();
    private final Map<String, Map<String, Dependency.Path>> places = new HashMap<>();
    private final Map<String, Coverage.Gap> unread = new HashMap<>();
    private final Map<FileKind, List<Module>> own = new EnumMap<>(FileKind.class);
    private final Map<String, Dependency.Text> texts = new HashMap<>();
    private final ImportTargets targets;
    private final References references;
    private final ValueResolver resolver;
    private final OwnerMemory memory;
    private final Answers answers;
    private final Map<FileKind, Dependency.Modules> noted = new EnumMap<>(FileKind.class);
    private final Map<FileKind, Dependency.Paths> listed = new EnumMap<>(FileKind.class);
    private final Map<FileKind, Read> read = new EnumMap<>(FileKind.class);
    private final Deque<Long> states = new ArrayDeque<>();
    private ScanContext context;
    private List<SourceFile> files;
    private ModulePaths paths;
    private long state;

    /**
     * How well the modules of a kind could be read.
     *
     * @param paths of all of them
     * @param gaps files that cannot be read, and what is damaged
     */
    record Read(Set<String> paths, List<Coverage.Gap> gaps) {}

    OwnerProgram(ScanContext context, String owner, List<SourceFile> files) {
        this(context, owner, files, new OwnerMemory());
    }

    /** {@code memory} is of the same owner, from before some files changed. */
    OwnerProgram(ScanContext context, String owner, List<SourceFile> files, OwnerMemory memory) {
        this.context = context;
        this.owner = owner;
        this.files = files;
        this.memory = memory;
        this.state = STATES.incrementAndGet();
        this.answers = memory.questions().with(this);
        this.paths = new ModulePaths(context);
        this.targets = new ImportTargets(this);
        this.resolver = new ValueResolver(this);
        this.references = new References(this, resolver);
    }

    /**
     * Takes another view of the repository in place of the one it has.
     *
     * @param edited paths of the files that hold something else than before; all others are what they were
     * @return whether that was possible; when it was not, it must not be used any more
     */
    boolean follow(ScanContext now, List<SourceFile> present, Set<String> edited) {
        // What other files than sources say may decide where imports lead.
        if (edited.stream().anyMatch(path -> !Sources.reads(path) && !path.endsWith(".md"))) return false;
        context = now;
        files = present;
        paths.follow(now);
        state = STATES.incrementAndGet();
        states.add(state);
        if (states.size() > KEPT_STATES) memory.questions().sweep(states.remove());
        tracing.reset();
        answers.recover();
        resolver.recover();
        for (String path : edited) {
            texts.remove(path);
            unread.remove(path);
            Dependency.Content before = known.remove(path);
            Module module = before == null ? null : before.module();
            if (module == null) continue;
            targets.forget(module);
            references.forget(module);
            memory.forget(module);
        }
        own.clear();
        noted.clear();
        listed.clear();
        read.clear();
        return true;
    }

    /** Stands for what the repository holds, as long as it is the same number. */
    long state() {
        return state;
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
    private List<Coverage.Gap> unread(FileKind kind) {
        List<Coverage.Gap> gaps = new ArrayList<>();
        for (SourceFile file : files) {
            Coverage.Gap gap = file.kind() == kind && !inTemplate(file.path()) ? unread.get(file.path()) : null;
            if (gap != null) gaps.add(gap);
        }
        return gaps;
    }

    @Override
    public List<String> paths(FileKind kind) {
        Dependency.Paths all = listed(kind);
        tracing.note(all);
        return all.paths();
    }

    Dependency.Paths listed(FileKind kind) {
        return listed.computeIfAbsent(
                kind,
                same -> new Dependency.Paths(
                        same,
                        files.stream()
                                .filter(file -> file.kind() == same && !inTemplate(file.path()))
                                .map(SourceFile::path)
                                .sorted()
                                .toList()));
    }

    /** How well the modules of a kind could be read. */
    Read read(FileKind kind) {
        Read before = read.get(kind);
        if (before != null) return before;
        Set<String> all = new HashSet<>();
        List<Module> modules = all(kind);
        List<Coverage.Gap> gaps = unread(kind);
        for (Module module : modules) {
            all.add(module.path());
            SyntaxTree tree = module.tree();
            if (tree.status() == SyntaxTree.Status.REFUSED)
                gaps.add(new Coverage.Gap(module.path(), 0, String.valueOf(tree.refusal())));
            for (SyntaxTree.Damage damage : tree.damaged())
                gaps.add(new Coverage.Gap(module.path(), damage.line(), "the syntax is not understood here"));
        }
        Read now = new Read(all, gaps);
        read.put(kind, now);
        return now;
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
        if (dependencies.isEmpty()) return true;
        int start = tracing.begin();
        boolean all = true;
        for (int i = 0; all && i < dependencies.size(); i++)
            all = dependencies.get(i).holds(this);
        tracing.drop(start);
        return all;
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
