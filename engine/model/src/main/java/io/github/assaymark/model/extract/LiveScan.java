package io.github.assaymark.model.extract;

import io.github.assaymark.model.FactDelta;
import io.github.assaymark.model.Snapshot;
import java.util.Collection;

/**
 * The facts of a working tree that follow its files. After every {@link #update} they are those of a scan from scratch,
 * as long as every changed file was told; the moment they speak of stays that of the opening. For one thread at a time.
 *
 * <p>Most changes cost what the service they lie in costs. A changed {@code .gitignore} or {@code assay.yaml}, a
 * service manifest or directory that changes which services there are, a package or workspace that changes which
 * packages can be imported, a file of exported state, and a new commit make everything be read again, which
 * {@link #rescans} counts.
 */
public interface LiveScan extends AutoCloseable {
    /** All facts as they are now; put together when it is asked for. */
    Snapshot snapshot();

    /**
     * Reads what changed.
     *
     * @param changedPaths of files that were created, changed or deleted, relative to the root of the repository, with
     *     {@code /} between parts; both paths of a file that was renamed
     * @return what turns the snapshot before into the one after; base facts are not compared
     * @throws ScanException when the configuration has errors, or the directory is gone; the facts stay those from
     *     before, and everything is read again with the next update
     * @throws IllegalStateException when it is closed
     */
    FactDelta update(Collection<String> changedPaths);

    /** How often everything had to be read again since it was opened. */
    int rescans();

    @Override
    void close();
}
