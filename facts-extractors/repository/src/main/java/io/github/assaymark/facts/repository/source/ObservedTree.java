package io.github.assaymark.facts.repository.source;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.extract.RepositorySource;
import io.github.assaymark.model.extract.SourceFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A tree that notes what it is asked for. Safe for use by many threads while the tree does not change. */
public final class ObservedTree implements RepositorySource, FileHistory {
    private final LiveTree tree;
    private final @Nullable Listing listing;
    private final boolean all;
    private final Reads reads;

    /**
     * A view of a tree.
     *
     * @param listing the files it lists, which remembers what is looked at of them; null for all files, which is noted
     *     with everything else
     * @param all whether the list is one of all files
     */
    public ObservedTree(LiveTree tree, @Nullable Listing listing, boolean all, Reads reads) {
        this.tree = tree;
        this.listing = listing;
        this.all = all;
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
        reads.list(all);
        return listing == null
                ? tree.stored().stream().<SourceFile>map(this::observed).toList()
                : listing.files();
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
