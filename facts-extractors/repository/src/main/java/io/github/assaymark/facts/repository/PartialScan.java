package io.github.assaymark.facts.repository;

import io.github.assaymark.facts.repository.source.LiveTree;
import io.github.assaymark.facts.repository.source.Subtree;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.extract.ContentCache;
import io.github.assaymark.model.extract.Limits;
import io.github.assaymark.model.extract.RepositorySource;
import io.github.assaymark.model.extract.ScanContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What an extractor sees of a scan when it is asked for some owners only. */
record PartialScan(
        ScanContext scan,
        List<String> owners,
        RepositorySource source,
        RepositorySource whole,
        SharedValues values,
        @Nullable Set<String> edited)
        implements ScanContext {

    @Override
    public @Nullable RepositorySource base() {
        return scan.base();
    }

    /** What is read of a folder in a tree that is followed must be noted. */
    @Override
    public List<RepositorySource> exports() {
        return scan.exports().stream()
                .map(folder -> folder instanceof Subtree below && below.source() instanceof LiveTree
                        ? new Subtree(below.name(), whole, below.prefix())
                        : folder)
                .toList();
    }

    @Override
    public String ownerOf(String path) {
        return scan.ownerOf(path);
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
    public <F extends Fact> @Nullable List<F> declared(Class<F> type) {
        return scan.declared(type);
    }

    @Override
    public <T> T shared(Class<T> kind, Supplier<T> make) {
        return values.get(kind, make);
    }

    @Override
    public ContentCache cache() {
        return scan.cache();
    }

    @Override
    public Map<String, String> packages() {
        return scan.packages();
    }

    @Override
    public List<String> configured(String name) {
        return scan.configured(name);
    }
}
