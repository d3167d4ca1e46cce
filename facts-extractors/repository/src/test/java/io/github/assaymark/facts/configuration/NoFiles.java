package io.github.assaymark.facts.configuration;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.extract.RepositorySource;
import io.github.assaymark.model.extract.SourceFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An empty repository. */
final class NoFiles implements RepositorySource {
    @Override
    public String name() {
        return "empty";
    }

    @Override
    public @Nullable String commit() {
        return null;
    }

    @Override
    public List<SourceFile> files() {
        return List.of();
    }

    @Override
    public @Nullable SourceFile file(String path) {
        return null;
    }

    @Override
    public List<Coverage.Gap> gaps() {
        return List.of();
    }
}
