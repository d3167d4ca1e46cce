package io.github.assaymark.facts.repository.source;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Files in memory that others can take the place of. */
public final class LiveMemoryTree extends LiveTree {
    private MemoryTree held;

    /** Holds the files of {@code tree} at first. */
    public LiveMemoryTree(MemoryTree tree) {
        super(tree);
        this.held = tree;
    }

    /** The files that every path which is followed from now on is looked for in. */
    public void hold(MemoryTree tree) {
        held = tree;
    }

    @Override
    public Step follow(String path) {
        return exchange(path, (StoredFile) held.file(path));
    }

    @Override
    public List<String> linked(Set<String> changed) {
        return List.of();
    }

    @Override
    public boolean isOutdated() {
        return false;
    }

    @Override
    public @Nullable String branch() {
        return null;
    }

    @Override
    public Change newestChange(String path) {
        return Change.NONE;
    }

    @Override
    public Origin origin(String path, byte[] bytes, int firstLine, int lastLine, byte @Nullable [] signers) {
        return Origin.NONE;
    }
}
