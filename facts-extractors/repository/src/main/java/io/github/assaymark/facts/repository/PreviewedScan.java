package io.github.assaymark.facts.repository;

import io.github.assaymark.facts.repository.source.LiveMemoryTree;
import io.github.assaymark.facts.repository.source.MemoryTree;
import io.github.assaymark.model.FactDelta;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.extract.FilePatch;
import io.github.assaymark.model.extract.RepositorySource;
import io.github.assaymark.model.extract.ScanPreview;
import io.github.assaymark.model.extract.ScanRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/** Follows files in memory to what they would be, and back. Used by one thread. */
final class PreviewedScan implements ScanPreview {
    private final LocalRepositoryScanner scanner;
    private final ScanRequest request;
    private final MemoryTree files;
    private final @Nullable RepositorySource base;
    private final ExecutorService pool = ExtractorRun.pool();
    private LiveMemoryTree tree;
    private Followed followed;
    private final Snapshot snapshot;
    private boolean stale;
    private boolean closed;

    /** {@code request} says the moment. */
    PreviewedScan(
            LocalRepositoryScanner scanner, ScanRequest request, MemoryTree files, @Nullable RepositorySource base) {
        this.scanner = scanner;
        this.request = request;
        this.files = files;
        this.base = base;
        boolean done = false;
        try {
            this.tree = new LiveMemoryTree(files);
            FollowedScan.Opened opened = scanner.opened(request, tree, base, null, new ArrayList<>(), pool);
            this.followed = opened.facts();
            Snapshot facts = Snapshot.of(followed.facts().facts());
            this.snapshot = opened.base() == null ? facts : facts.comparedWith(opened.base());
            done = true;
        } finally {
            if (!done) pool.shutdownNow();
        }
    }

    @Override
    public Snapshot snapshot() {
        return snapshot;
    }

    @Override
    public FactDelta delta(List<FilePatch> patches) {
        if (closed) throw new IllegalStateException("the preview is closed\n  Maybe open a new one");
        if (patches.isEmpty()) return new FactDelta(List.of(), List.of());
        MemoryTree changed = files.patched(patches);
        List<String> paths = patches.stream().map(FilePatch::path).toList();
        if (stale) open();
        stale = true;
        tree.hold(changed);
        FactDelta delta = followed.update(paths);
        tree.hold(files);
        if (delta == null) {
            followed.resume(paths);
            delta = snapshot.deltaTo(scanner.scan(request, changed, base).snapshot());
            stale = false;
        } else stale = followed.update(paths) == null;
        return delta;
    }

    private void open() {
        tree = new LiveMemoryTree(files);
        followed = scanner.opened(request, tree, base, null, new ArrayList<>(), pool)
                .facts();
    }

    @Override
    public void close() {
        closed = true;
        pool.shutdownNow();
    }
}
