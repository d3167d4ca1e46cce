package io.github.assaymark.facts.migrations;

import io.github.assaymark.facts.repository.work.Paths;
import io.github.assaymark.model.extract.ContentCache;
import io.github.assaymark.model.extract.Limits;
import io.github.assaymark.model.extract.RepositorySource;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.extract.UnreadableFileException;
import io.github.assaymark.model.fact.FileKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The files of one owner that may belong to a set of migrations, by their directories. Used by one thread. */
final class MigrationFiles {
    /** Of the reading of a file. */
    private static final int VERSION = 1;

    private static final Set<String> SQL = Set.of("sql", "fizz");
    private static final Set<String> OTHERS = Set.of(
            "ts", "mts", "cts", "js", "mjs", "cjs", "go", "rb", "py", "php", "exs", "cs", "kt", "java", "rs", "xml",
            "yaml", "yml", "json", "toml", "conf");
    private static final List<String> PLACES =
            List.of("migrat", "versions", "changelog", "liquibase", "alembic", "seed", "supabase", "changeset");
    private static final Set<String> BUILT = Set.of("dist", "build", "out", "target", "coverage", ".next", ".nuxt");

    private final RepositorySource source;
    private final Predicate<String> owned;
    private final Limits limits;
    private final ContentCache cache;
    private final List<ConfiguredSet> configured;
    private final List<SourceFile> listed;
    private final NavigableMap<String, List<SourceFile>> directories;
    private final Set<String> claimed;
    private final Answers answers;
    private final Set<String> changed = new HashSet<>();

    /** {@code owned} says whether a path is to be looked at. */
    MigrationFiles(
            RepositorySource source,
            Predicate<String> owned,
            Limits limits,
            ContentCache cache,
            List<ConfiguredSet> configured) {
        this.configured = List.copyOf(configured);
        this.source = source;
        this.owned = owned;
        this.limits = limits;
        this.cache = cache;
        this.listed = source.files();
        this.directories = new TreeMap<>();
        this.claimed = new HashSet<>();
        this.answers = Answers.none();
        Map<String, List<SourceFile>> all = new TreeMap<>();
        for (SourceFile file : listed) {
            String path = file.path();
            boolean told = configured(Paths.directory(path)) != null;
            if (!(told || mayBelong(path)) || !owned.test(path)) continue;
            all.computeIfAbsent(Paths.directory(path), d -> new ArrayList<>()).add(file);
        }
        all.forEach((directory, files) -> {
            if (configured(directory) != null || ships(directory, files))
                directories.put(directory, List.copyOf(files));
        });
    }

    private MigrationFiles(MigrationFiles before, RepositorySource source, ContentCache cache, Answers answers) {
        this.configured = before.configured;
        this.source = source;
        this.owned = before.owned;
        this.limits = before.limits;
        this.cache = cache;
        this.listed = source.files();
        this.directories = before.directories;
        this.claimed = before.claimed;
        this.answers = answers;
    }

    /**
     * The same files of a later state, when whoever looked at these would find the same sets there; null when they may
     * find others. These are not to be asked any more.
     *
     * @param edited the only files that may hold something else, as {@link ScanContext#edited} says; null when that is
     *     not known, so that everything is asked for again
     */
    @Nullable
    MigrationFiles later(RepositorySource now, ContentCache nowCache, @Nullable Set<String> edited) {
        if (edited == null) return asked(new MigrationFiles(this, now, nowCache, Answers.none()));
        MigrationFiles later = new MigrationFiles(this, now, nowCache, answers);
        for (String path : edited) if (!isSame(path, now.file(path), answers.taken(path), later)) return null;
        return later;
    }

    private @Nullable MigrationFiles asked(MigrationFiles later) {
        if (later.listed.size() != listed.size()) return null;
        Map<String, SourceFile> byPath = new HashMap<>(2 * listed.size());
        for (int i = 0; i < listed.size(); i++) {
            SourceFile file = later.listed.get(i);
            if (!file.path().equals(listed.get(i).path())
                    || file.kind() != listed.get(i).kind()) return null;
            byPath.put(file.path(), file);
        }
        for (Map.Entry<String, Boolean> lookup : answers.lookups().entrySet())
            if ((later.file(lookup.getKey()) != null) != lookup.getValue()) return null;
        for (String path : answers.paths()) {
            SourceFile file = byPath.get(path);
            if (!isSame(path, file == null ? later.file(path) : file, answers, later)) return null;
        }
        return later;
    }

    /** Whether those who look for sets see in a file what they saw before. */
    @SuppressWarnings("ReferenceEquality") // the same text as long as nobody changes the file
    private static boolean isSame(String path, @Nullable SourceFile file, Answers before, MigrationFiles later) {
        MigrationText text = before.read().get(path);
        String reason = before.unread().get(path);
        GoDefaults defaults = before.settings().get(path);
        if (text == null && reason == null && defaults == null) return true;
        if (file == null) return false;
        if (text != null) {
            MigrationText now = later.text(file);
            if (now == null || !now.recognisedAs(text)) return false;
            if (now != text) later.changed.add(path);
        }
        if (reason != null && (later.text(file) != null || !later.unread(file).equals(reason))) return false;
        return defaults == null || later.goDefaults(file).equals(defaults);
    }

    /** Paths of files whose text is another one than in the state before. */
    Set<String> changed() {
        return changed;
    }

    /** What the configuration says of a directory; null when it says nothing. */
    @Nullable
    ConfiguredSet configured(String directory) {
        for (ConfiguredSet set : configured) if (set.directory().equals(directory)) return set;
        return null;
    }

    List<ConfiguredSet> configured() {
        return configured;
    }

    private static boolean mayBelong(String path) {
        String extension = Paths.extension(path);
        if (SQL.contains(extension)) return true;
        if (!OTHERS.contains(extension)) return false;
        String lower = path.toLowerCase(Locale.ROOT);
        return PLACES.stream().anyMatch(lower::contains);
    }

    /** A name such as 0003_mock.sql does not take a file out of a history that ships. */
    private static boolean ships(String directory, List<SourceFile> files) {
        for (SourceFile file : files) {
            FileKind kind = file.kind();
            if (kind == FileKind.PRODUCTION || kind == FileKind.CONFIGURATION || kind == FileKind.OTHER) return true;
            if (kind == FileKind.GENERATED && !built(directory)) return true;
        }
        return false;
    }

    private static boolean built(String directory) {
        for (String part : directory.split("/", -1)) if (BUILT.contains(part)) return true;
        return false;
    }

    /** Directories that hold such files, sorted. */
    List<String> directories() {
        return List.copyOf(directories.keySet());
    }

    /** The files of a directory that no set holds yet, sorted by name. */
    List<SourceFile> in(String directory) {
        List<SourceFile> files = directories.getOrDefault(directory, List.of());
        return files.stream().filter(f -> !claimed.contains(f.path())).toList();
    }

    /** The files of a directory with one of these extensions that no set holds yet. */
    List<SourceFile> in(String directory, Set<String> extensions) {
        return in(directory).stream()
                .filter(f -> extensions.contains(Paths.extension(f.path())))
                .toList();
    }

    /** Directories below one, at any depth. */
    List<String> below(String directory) {
        String prefix = directory.isEmpty() ? "" : directory + "/";
        return directories.tailMap(prefix, true).keySet().stream()
                .takeWhile(d -> d.startsWith(prefix))
                .filter(d -> !d.equals(directory))
                .toList();
    }

    void claim(SourceFile file) {
        claimed.add(file.path());
    }

    Set<String> claimed() {
        return claimed;
    }

    /** Any file of the repository, whoever owns it; null when there is none. */
    @Nullable
    SourceFile file(String path) {
        SourceFile file = source.file(path);
        answers.lookups().put(path, file != null);
        return file;
    }

    /** The text of any file of the repository; null when there is none or it cannot be read. */
    @Nullable
    MigrationText text(String path) {
        SourceFile file = file(path);
        return file == null ? null : text(file);
    }

    /** The text of a file; null when it cannot be read: {@link #unread} says why then. */
    @Nullable
    MigrationText text(SourceFile file) {
        MigrationText known = answers.read().get(file.path());
        if (known != null || answers.unread().containsKey(file.path())) return known;
        try {
            MigrationText text =
                    cache.get(MigrationText.class, VERSION, file, f -> new MigrationText(f.path(), f.text(limits)));
            answers.read().put(file.path(), text);
            return text;
        } catch (UnreadableFileException e) {
            answers.unread().put(file.path(), String.valueOf(e.getMessage()));
            return null;
        }
    }

    /** Why a file could not be read; empty when it could. */
    String unread(SourceFile file) {
        return answers.unread().getOrDefault(file.path(), "");
    }

    /** All files of the owner with an extension, also those that belong to no set. */
    List<SourceFile> others(String extension) {
        return listed.stream()
                .filter(f -> Paths.extension(f.path()).equals(extension) && owned.test(f.path()))
                .toList();
    }

    /** Defaults of settings that a file of Go declares; none when it cannot be read. */
    GoDefaults goDefaults(SourceFile file) {
        GoDefaults found;
        try {
            found = cache.get(GoDefaults.class, VERSION, file, f -> GoDefaults.in(f.text(limits)));
        } catch (UnreadableFileException e) {
            found = new GoDefaults(Map.of());
        }
        answers.settings().put(file.path(), found);
        return found;
    }

    /** The nearest text of this name in a directory or above it; null when there is none. */
    @Nullable
    MigrationText above(String directory, String name) {
        String at = directory;
        while (true) {
            MigrationText text = text(at.isEmpty() ? name : at + "/" + name);
            if (text != null) return text;
            if (at.isEmpty()) return null;
            at = Paths.directory(at);
        }
    }
}
