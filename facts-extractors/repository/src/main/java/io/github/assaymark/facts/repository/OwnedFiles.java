package io.github.assaymark.facts.repository;

import io.github.assaymark.facts.repository.source.FileHistory;
import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.extract.RepositorySource;
import io.github.assaymark.model.extract.SourceFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A source that lists the files of one owner only. */
record OwnedFiles(RepositorySource source, List<SourceFile> files) implements RepositorySource, FileHistory {
    @Override
    public String name() {
        return source.name();
    }

    @Override
    public @Nullable String commit() {
        return source.commit();
    }

    @Override
    public @Nullable SourceFile file(String path) {
        return source.file(path);
    }

    @Override
    public boolean holds(String directory) {
        return source.holds(directory);
    }

    @Override
    public List<Coverage.Gap> gaps() {
        return source.gaps();
    }

    @Override
    public Change newestChange(String path) {
        return source instanceof FileHistory history ? history.newestChange(path) : new Change(null, null);
    }

    @Override
    public Origin origin(String path, byte[] bytes, int firstLine, int lastLine, byte @Nullable [] signers) {
        return source instanceof FileHistory history
                ? history.origin(path, bytes, firstLine, lastLine, signers)
                : Origin.NONE;
    }
}
