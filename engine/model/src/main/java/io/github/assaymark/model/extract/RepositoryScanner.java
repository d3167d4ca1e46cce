package io.github.assaymark.model.extract;

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
}
