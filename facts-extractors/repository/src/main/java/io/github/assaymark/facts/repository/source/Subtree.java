package io.github.assaymark.facts.repository.source;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.extract.Limits;
import io.github.assaymark.model.extract.RepositorySource;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.extract.UnreadableFileException;
import io.github.assaymark.model.fact.FileKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The files below a directory of a source, with paths relative to it. Safe for use by many threads.
 *
 * @param prefix the directory and a {@code /}; empty for the whole source
 */
public record Subtree(String name, RepositorySource source, String prefix) implements RepositorySource {
    @Override
    public @Nullable String commit() {
        return source.commit();
    }

    @Override
    public List<SourceFile> files() {
        if (prefix.isEmpty()) return source.files();
        return source.files().stream()
                .filter(file -> file.path().startsWith(prefix))
                .<SourceFile>map(file -> new Below(file, file.path().substring(prefix.length())))
                .toList();
    }

    @Override
    public @Nullable SourceFile file(String path) {
        SourceFile file = source.file(prefix + path);
        return file == null || prefix.isEmpty() ? file : new Below(file, path);
    }

    @Override
    public List<Coverage.Gap> gaps() {
        return source.gaps().stream()
                .filter(gap -> gap.path().isEmpty() || gap.path().startsWith(prefix))
                .map(gap -> gap.path().isEmpty()
                        ? gap
                        : new Coverage.Gap(gap.path().substring(prefix.length()), gap.line(), gap.reason()))
                .toList();
    }

    private record Below(SourceFile file, String path) implements SourceFile {
        @Override
        public long size() {
            return file.size();
        }

        @Override
        public FileKind kind() {
            return file.kind();
        }

        @Override
        public boolean tracked() {
            return file.tracked();
        }

        @Override
        public @Nullable String blob() {
            return file.blob();
        }

        @Override
        public byte[] read(Limits limits) throws UnreadableFileException {
            return file.read(limits);
        }

        @Override
        public String text(Limits limits) throws UnreadableFileException {
            return file.text(limits);
        }
    }
}
