package io.github.assaymark.facts.program;

import io.github.assaymark.model.extract.ContentCache;
import io.github.assaymark.model.extract.Limits;
import io.github.assaymark.model.extract.RepositorySource;
import io.github.assaymark.model.extract.ScanContext;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A scan of the revision that another scan is compared with. */
record BaseScan(ScanContext head, RepositorySource source) implements ScanContext {
    @Override
    public @Nullable RepositorySource base() {
        return null;
    }

    @Override
    public String ownerOf(String path) {
        return head.ownerOf(path);
    }

    @Override
    public List<String> owners() {
        return head.owners();
    }

    @Override
    public List<String> templates() {
        return head.templates();
    }

    @Override
    public @Nullable String sha() {
        return source.commit();
    }

    @Override
    public Limits limits() {
        return head.limits();
    }

    @Override
    public List<String> configured(String name) {
        return head.configured(name);
    }

    @Override
    public ContentCache cache() {
        return head.cache();
    }

    @Override
    public Map<String, String> packages() {
        return head.packages();
    }
}
