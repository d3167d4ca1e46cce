package io.github.assaymark.model.extract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Opens a repository, finds its subjects and runs every {@link FactExtractor}; found through
 * {@link java.util.ServiceLoader}.
 */
public interface RepositoryScanner {
    /**
     * The facts a request asks for.
     *
     * @throws ScanException when the path is no directory, a revision does not exist or the configuration has errors
     */
    ScanResult scan(ScanRequest request);

    /**
     * The judged files of a request, held in memory to be scanned more than once.
     *
     * @throws ScanException as {@link #scan(ScanRequest)}
     */
    default RepositorySource open(ScanRequest request) {
        throw new UnsupportedOperationException(getClass().getName() + " cannot hold a repository in memory");
    }

    /**
     * The facts of a working tree, to follow its files from now on.
     *
     * @throws ScanException when the request names a revision, the path is no directory or the configuration has errors
     */
    default LiveScan follow(ScanRequest request) {
        throw new UnsupportedOperationException(getClass().getName() + " cannot follow a working tree");
    }

    /** The files of a source that {@link #open} gave, some of them changed; the source stays as it is. */
    default RepositorySource patched(RepositorySource source, List<FilePatch> patches) {
        throw new UnsupportedOperationException(getClass().getName() + " cannot patch a repository in memory");
    }

    /**
     * The facts of a source, read as the request says, but for the place of the files and their revisions.
     *
     * @param base the files to compare with; null for none
     * @throws ScanException when the configuration has errors
     */
    default ScanResult scan(ScanRequest request, RepositorySource source, @Nullable RepositorySource base) {
        throw new UnsupportedOperationException(getClass().getName() + " cannot scan a repository in memory");
    }

    /**
     * The facts of a source, and what they would be if some of its files were others.
     *
     * @param base the files to compare with; null for none
     * @throws ScanException when the configuration has errors
     */
    default ScanPreview preview(ScanRequest request, RepositorySource source, @Nullable RepositorySource base) {
        throw new UnsupportedOperationException(getClass().getName() + " cannot preview changes of a repository");
    }
}
