package io.github.assaymark.facts.registry;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.extract.ContentCache;
import io.github.assaymark.model.extract.Limits;
import io.github.assaymark.model.extract.RepositorySource;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.extract.SourceFile;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A scan that lists only some of its files; it still gives every file that is asked for by its path. */
record NarrowedScan(ScanContext scan, Predicate<String> paths) implements ScanContext, RepositorySource {
    @Override
    public RepositorySource source() {
        return this;
    }

    @Override
    public List<SourceFile> files() {
        return scan.source().files().stream()
                .filter(file -> paths.test(file.path()))
                .toList();
    }

    @Override
    public @Nullable SourceFile file(String path) {
        return scan.source().file(path);
    }

    @Override
    public boolean holds(String directory) {
        return scan.source().holds(directory);
    }

    @Override
    public List<Coverage.Gap> gaps() {
        return scan.source().gaps();
    }

    @Override
    public String name() {
        return scan.source().name();
    }

    @Override
    public @Nullable String commit() {
        return scan.source().commit();
    }

    @Override
    public @Nullable RepositorySource base() {
        return null;
    }

    @Override
    public String ownerOf(String path) {
        return scan.ownerOf(path);
    }

    @Override
    public List<String> owners() {
        return scan.owners();
    }

    @Override
    public List<String> templates() {
        return scan.templates();
    }

    @Override
    public @Nullable String sha() {
        return scan.sha();
    }

    @Override
    public Limits limits() {
        return scan.limits();
    }

    @Override
    public ContentCache cache() {
        return scan.cache();
    }

    @Override
    public List<String> configured(String name) {
        return scan.configured(name);
    }
}
