package io.github.assaymark.facts.repository.source;

import io.github.assaymark.facts.repository.work.Paths;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.extract.RepositorySource;
import io.github.assaymark.model.extract.SourceFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A tree whose list of files follows changes, one path at a time. May be read by many threads in between. */
public abstract class LiveTree implements RepositorySource, FileHistory {
    private final String name;
    private final @Nullable String commit;
    private final List<Coverage.Gap> gaps;
    private final TreeMap<String, StoredFile> files = new TreeMap<>();
    private final Map<String, Integer> directories = new HashMap<>();

    /** What became of a path. */
    public enum Fate {
        /** There was no file and there is none. */
        NOTHING,
        /** The file may hold something else. */
        CONTENT,
        /** The file came, went, or is of another kind. */
        SHAPE,
        /** Only a new listing can tell. */
        UNSURE
    }

    /**
     * One path that was followed.
     *
     * @param directories that came or went with it
     */
    public record Step(Fate fate, List<String> directories) {}

    LiveTree(RepositorySource listed) {
        this.name = listed.name();
        this.commit = listed.commit();
        this.gaps = listed.gaps();
        for (SourceFile file : listed.files()) put((StoredFile) file, new ArrayList<>());
    }

    /** Looks at one path anew. */
    public abstract Step follow(String path);

    /** The paths that changed with others: symbolic links that lead to them, or elsewhere than before. */
    public abstract List<String> linked(Set<String> changed);

    /** Whether another commit is checked out, or git tracks other files than when the tree was listed. */
    public abstract boolean isOutdated();

    /** The branch that is checked out; null when there is none. */
    public abstract @Nullable String branch();

    /** Puts a file, or none, in place of another. */
    final Step exchange(String path, @Nullable StoredFile now) {
        StoredFile before = files.get(path);
        List<String> changed = new ArrayList<>();
        if (before == null && now == null) return new Step(Fate.NOTHING, changed);
        if (before != null && now != null) {
            files.put(path, now);
            return new Step(before.kind() == now.kind() ? Fate.CONTENT : Fate.SHAPE, changed);
        }
        if (now != null) put(now, changed);
        else remove(path, changed);
        return new Step(Fate.SHAPE, changed);
    }

    private void put(StoredFile file, List<String> came) {
        files.put(file.path(), file);
        for (String at = Paths.directory(file.path()); !at.isEmpty(); at = Paths.directory(at)) {
            if (directories.merge(at, 1, Integer::sum) == 1) came.add(at);
        }
    }

    private void remove(String path, List<String> went) {
        files.remove(path);
        for (String at = Paths.directory(path); !at.isEmpty(); at = Paths.directory(at)) {
            if (directories.merge(at, -1, Integer::sum) > 0) continue;
            directories.remove(at);
            went.add(at);
        }
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final @Nullable String commit() {
        return commit;
    }

    @Override
    public final List<SourceFile> files() {
        return List.copyOf(files.values());
    }

    /** All files, sorted by path. */
    public final Collection<StoredFile> stored() {
        return Collections.unmodifiableCollection(files.values());
    }

    @Override
    public final @Nullable StoredFile file(String path) {
        return files.get(path);
    }

    @Override
    public final boolean holds(String directory) {
        return directories.containsKey(directory);
    }

    @Override
    public final List<Coverage.Gap> gaps() {
        return gaps;
    }
}
