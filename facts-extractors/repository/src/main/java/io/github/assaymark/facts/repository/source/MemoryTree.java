package io.github.assaymark.facts.repository.source;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.extract.FilePatch;
import io.github.assaymark.model.extract.Limits;
import io.github.assaymark.model.extract.RepositorySource;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.extract.UnreadableFileException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Files that were read once, and what they would be after a change. Safe for use by many threads. */
public final class MemoryTree implements RepositorySource {
    private final String name;
    private final @Nullable String commit;
    private final SortedMap<String, SourceFile> files;
    private final FileTable table;
    private final List<Coverage.Gap> gaps;

    private MemoryTree(
            String name, @Nullable String commit, SortedMap<String, SourceFile> files, List<Coverage.Gap> gaps) {
        this.name = name;
        this.commit = commit;
        this.files = files;
        this.table = new FileTable(List.copyOf(files.values()));
        this.gaps = gaps;
    }

    /** Reads every file; one that cannot be read stays what it is. */
    public static MemoryTree of(RepositorySource source, Limits limits) {
        if (source instanceof MemoryTree tree) return tree;
        SortedMap<String, SourceFile> files = new TreeMap<>();
        for (SourceFile file : source.files()) files.put(file.path(), kept(file, limits));
        return new MemoryTree(source.name(), source.commit(), files, source.gaps());
    }

    private static SourceFile kept(SourceFile file, Limits limits) {
        try {
            return new MemoryFile(file.path(), file.tracked(), file.read(limits));
        } catch (UnreadableFileException e) {
            return file;
        }
    }

    /** The same files, some of them changed. */
    public MemoryTree patched(List<FilePatch> patches) {
        SortedMap<String, SourceFile> after = new TreeMap<>(files);
        for (FilePatch patch : patches) {
            byte[] content = patch.content();
            String reason = patch.unreadable();
            if (content != null) after.put(patch.path(), new MemoryFile(patch.path(), true, content));
            else if (reason != null) after.put(patch.path(), new BrokenFile(patch.path(), 1, true, reason));
            else after.remove(patch.path());
        }
        return new MemoryTree(name, commit, after, gaps);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public @Nullable String commit() {
        return commit;
    }

    @Override
    public List<SourceFile> files() {
        return table.files();
    }

    @Override
    public @Nullable SourceFile file(String path) {
        return table.file(path);
    }

    @Override
    public boolean holds(String directory) {
        return table.holds(directory);
    }

    @Override
    public List<Coverage.Gap> gaps() {
        return gaps;
    }
}
