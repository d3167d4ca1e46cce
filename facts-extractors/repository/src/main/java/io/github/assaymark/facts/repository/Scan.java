package io.github.assaymark.facts.repository;

import io.github.assaymark.facts.configuration.RepositoryConfiguration;
import io.github.assaymark.facts.repository.source.DerivedValues;
import io.github.assaymark.model.Fact;
import io.github.assaymark.model.extract.ContentCache;
import io.github.assaymark.model.extract.Limits;
import io.github.assaymark.model.extract.RepositorySource;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.fact.BackgroundJob;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What extractors see of one source. */
record Scan(
        RepositorySource source,
        @Nullable RepositorySource base,
        ServiceLayout layout,
        RepositoryConfiguration configuration,
        @Nullable String sha,
        Limits limits,
        WorkspacePackages workspace,
        List<RepositorySource> exports)
        implements ScanContext {

    Scan(
            RepositorySource source,
            @Nullable RepositorySource base,
            ServiceLayout layout,
            RepositoryConfiguration configuration,
            @Nullable String sha,
            Limits limits,
            List<RepositorySource> exports) {
        this(
                source,
                base,
                layout,
                configuration,
                sha,
                limits,
                new WorkspacePackages(source, layout.templates(), limits),
                exports);
    }

    @Override
    public ContentCache cache() {
        return DerivedValues.SHARED;
    }

    @Override
    public Map<String, String> packages() {
        return workspace.directories();
    }

    @Override
    public String ownerOf(String path) {
        return layout.ownerOf(path);
    }

    @Override
    public List<String> owners() {
        List<String> owners = new ArrayList<>(layout.services().keySet());
        if (!owners.contains("")) owners.add(0, "");
        return List.copyOf(owners);
    }

    @Override
    public List<String> templates() {
        return layout.templates();
    }

    @Override
    public <F extends Fact> @Nullable List<F> declared(Class<F> type) {
        if (!type.equals(BackgroundJob.class) || !configuration.lists().containsKey("jobs")) return null;
        return SubjectFacts.jobs(this).stream().map(type::cast).toList();
    }

    @Override
    public List<String> configured(String name) {
        return configuration.lists().getOrDefault(name, List.of());
    }
}
