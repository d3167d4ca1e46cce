package io.github.assaymark.model.extract;

import io.github.assaymark.model.Snapshot;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

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

    /**
     * The judged files of a request, held in memory to be scanned more than once.
     *
     * @throws ScanException when the path is no directory or the revision does not exist
     */
    public RepositorySource open(ScanRequest request) {
        return scanner.open(request);
    }

    /**
     * The facts of a working tree, to follow its files from now on.
     *
     * @throws ScanException when the request names a revision, the path is no directory or the configuration has errors
     */
    public LiveScan follow(ScanRequest request) {
        return scanner.follow(request);
    }

    /** The files of a source that {@link #open} gave, some of them changed; the source stays as it is. */
    public RepositorySource patched(RepositorySource source, List<FilePatch> patches) {
        return scanner.patched(source, patches);
    }

    /**
     * The facts of a source, read as the request says, but for the place of the files and their revisions.
     *
     * @param base the files to compare with; null for none
     * @throws ScanException when the configuration has errors
     */
    public ScanResult scan(ScanRequest request, RepositorySource source, @Nullable RepositorySource base) {
        return scanner.scan(request, source, base);
    }

    /**
     * The facts of a source that {@link #open} gave, and what they would be if some of its files were others.
     *
     * @param base the files to compare with; null for none
     * @throws ScanException when the configuration has errors
     */
    public ScanPreview preview(ScanRequest request, RepositorySource source, @Nullable RepositorySource base) {
        return scanner.preview(request, source, base);
    }
}
