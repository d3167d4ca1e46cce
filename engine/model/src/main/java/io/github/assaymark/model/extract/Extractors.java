package io.github.assaymark.model.extract;

import io.github.assaymark.model.Snapshot;
import java.nio.file.Path;
import java.util.ServiceLoader;

/** The way into extraction: {@code Extractors.standard().scan(Path.of("."))}. Safe for use by many threads. */
public final class Extractors {
    private final RepositoryScanner scanner;

    private Extractors(RepositoryScanner scanner) {
        this.scanner = scanner;
    }

    /**
     * Every extractor on the class path.
     *
     * @throws IllegalStateException when there is none
     */
    public static Extractors standard() {
        return new Extractors(
                ServiceLoader.load(RepositoryScanner.class)
                        .findFirst()
                        .orElseThrow(
                                () -> new IllegalStateException(
                                        "no extractors on the class path\n  Maybe add io.github.assaymark:assaymark-facts-repository")));
    }

    /**
     * The facts of a repository's working tree, read with the configuration in its {@code assay.yaml}.
     *
     * @throws ScanException when the path is no directory or its configuration has errors
     */
    public Snapshot scan(Path repository) {
        return scan(ScanRequest.of(repository)).snapshot();
    }

    /**
     * The facts a request asks for.
     *
     * @throws ScanException when the path is no directory, a revision does not exist or the configuration has errors
     */
    public ScanResult scan(ScanRequest request) {
        return scanner.scan(request);
    }
}
