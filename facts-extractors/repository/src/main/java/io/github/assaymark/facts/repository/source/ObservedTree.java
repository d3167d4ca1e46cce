package io.github.assaymark.facts.repository.source;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.extract.RepositorySource;
import io.github.assaymark.model.extract.SourceFile;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A tree that notes what it is asked for. Safe for use by many threads while the tree does not change. */
public final class ObservedTree implements RepositorySource, FileHistory {
    private final LiveTree tree;
    private final @Nullable Collection<StoredFile> listed;
    private final Reads reads;

    /**
     * A view of a tree.
     *
     * @param listed the files it lists; null for all
     */
    public ObservedTree(LiveTree tree, @Nullable Collection<StoredFile> listed, Reads reads) {
        this.tree = tree;
        this.listed = listed;
        this.reads = reads;
    }

    @Override
    public String name() {
        return tree.name();
    }

    @Override
    public @Nullable String commit() {
        return tree.commit();
    }

    @Override
    public List<SourceFile> files() {
        reads.list(listed == null);
        Collection<StoredFile> files = listed == null ? tree.stored() : listed;
        return files.stream().<SourceFile>map(this::observed).toList();
    }

    @Override
    public @Nullable SourceFile file(String path) {
        reads.lookups().add(path);
        StoredFile file = tree.file(path);
        return file == null ? null : observed(file);
    }

    @Override
    public boolean holds(String directory) {
        reads.directories().add(directory);
        return tree.holds(directory);
    }

    @Override
    public List<Coverage.Gap> gaps() {
        return tree.gaps();
    }

    @Override
    public Change newestChange(String path) {
        return tree.newestChange(path);
    }

    @Override
    public Origin origin(String path, byte[] bytes, int firstLine, int lastLine, byte @Nullable [] signers) {
        return tree.origin(path, bytes, firstLine, lastLine, signers);
    }

    private SourceFile observed(StoredFile file) {
        return new ObservedFile(file, reads);
    }
}
