package io.github.assaymark.facts.openapi;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.extract.Limits;
import io.github.assaymark.model.extract.RepositorySource;
import io.github.assaymark.model.extract.ScanContext;
import io.github.assaymark.model.extract.SourceFile;
import io.github.assaymark.model.fact.FileKind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One description in memory. */
record MemorySpec(String path, String content) implements ScanContext, RepositorySource, SourceFile {
    @Override
    public RepositorySource source() {
        return this;
    }

    @Override
    public @Nullable RepositorySource base() {
        return null;
    }

    @Override
    public String ownerOf(String path) {
        return "";
    }

    @Override
    public List<String> owners() {
        return List.of("");
    }

    @Override
    public List<String> templates() {
        return List.of();
    }

    @Override
    public @Nullable String sha() {
        return null;
    }

    @Override
    public Limits limits() {
        return Limits.DEFAULT;
    }

    @Override
    public List<String> configured(String name) {
        return List.of();
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public @Nullable String commit() {
        return null;
    }

    @Override
    public List<SourceFile> files() {
        return List.of(this);
    }

    @Override
    public @Nullable SourceFile file(String path) {
        return path.equals(this.path) ? this : null;
    }

    @Override
    public List<Coverage.Gap> gaps() {
        return List.of();
    }

    @Override
    public long size() {
        return content.length();
    }

    @Override
    public FileKind kind() {
        return FileKind.CONFIGURATION;
    }

    @Override
    public boolean tracked() {
        return true;
    }

    @Override
    public @Nullable String blob() {
        return null;
    }

    @Override
    public byte[] read(Limits limits) {
        return content.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String text(Limits limits) {
        return content;
    }
}
