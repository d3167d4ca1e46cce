package io.github.assaymark.facts.repository;

import io.github.assaymark.facts.repository.source.GitFolder;
import io.github.assaymark.model.FactDelta;
import io.github.assaymark.model.Snapshot;
import io.github.assaymark.model.extract.LiveScan;
import io.github.assaymark.model.extract.ScanRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/** Follows a working tree on the local disk. Used by one thread. */
final class FollowedScan implements LiveScan {
    private final LocalRepositoryScanner scanner;
    private final ScanRequest request;
    private final ExecutorService pool = ExtractorRun.pool();
    private Opened opened;
    private @Nullable String configuration;
    private @Nullable Snapshot snapshot;
    private boolean stale;
    private boolean closed;
    private int rescans;

    /**
     * What is known of the tree.
     *
     * @param base facts of the revision it is compared with; null for none
     */
    record Opened(
            Followed facts,
            @Nullable Snapshot base,
            @Nullable GitFolder git) {}

    /** {@code request} says the moment. */
    FollowedScan(LocalRepositoryScanner scanner, ScanRequest request) {
        this.scanner = scanner;
        this.request = request;
        this.configuration = configuration();
        boolean done = false;
        try {
            this.opened = scanner.opened(request, pool);
            done = true;
        } finally {
            if (!done) pool.shutdownNow();
        }
    }

    @Override
    public Snapshot snapshot() {
        requireOpen();
        Snapshot known = snapshot;
        if (known == null) {
            known = Snapshot.of(opened.facts().facts().facts());
            Snapshot base = opened.base();
            if (base != null) known = known.comparedWith(base);
            snapshot = known;
        }
        return known;
    }

    @Override
    public FactDelta update(Collection<String> changedPaths) {
        requireOpen();
        boolean again = stale || opened.facts().isOutdated() || !Objects.equals(configuration, configuration());
        stale = true;
        FactDelta delta = again ? null : opened.facts().update(changedPaths);
        if (delta == null) delta = rescan();
        stale = false;
        if (!delta.isEmpty()) snapshot = null;
        return delta;
    }

    private FactDelta rescan() {
        String read = configuration();
        Opened next = scanner.opened(request, pool);
        Opened before = opened;
        opened = next;
        configuration = read;
        snapshot = null;
        rescans++;
        FactDelta delta = before.facts().facts().deltaTo(next.facts().facts());
        if (before.git() != null) before.git().close();
        return delta;
    }

    /** Stands for what a configuration file outside of the tree holds. */
    private @Nullable String configuration() {
        Path file = request.configuration();
        if (file == null) return null;
        try {
            return Files.getLastModifiedTime(file) + "/" + Files.size(file);
        } catch (IOException e) {
            return null;
        }
    }

    @Override
    public int rescans() {
        return rescans;
    }

    @Override
    public void close() {
        if (closed) return;
        closed = true;
        pool.shutdownNow();
        GitFolder git = opened.git();
        if (git != null) git.close();
    }

    private void requireOpen() {
        if (closed) throw new IllegalStateException("the live scan is closed\n  Maybe open a new one");
    }
}
