package io.github.assaymark.facts.repository;

import io.github.assaymark.facts.configuration.RepositoryConfiguration;
import io.github.assaymark.model.extract.Limits;
import io.github.assaymark.model.extract.RepositorySource;
import io.github.assaymark.model.extract.ScanContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What extractors see of one source. */
record Scan(
        RepositorySource source,
        @Nullable RepositorySource base,
        ServiceLayout layout,
        RepositoryConfiguration configuration,
        @Nullable String sha,
        Limits limits)
        implements ScanContext {

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
    public List<String> configured(String name) {
        return configuration.lists().getOrDefault(name, List.of());
    }
}
