package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import org.jspecify.annotations.Nullable;

/** A file of the judged revision. */
@Describe("A file of the judged revision")
public record RepoFile(
        @Describe("path") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("path relative to the repository root") String path,
        @Describe("file name") String name,

        @Describe("directory relative to the repository root")
        String directory,

        @Describe("lower-case text after the last dot, without the dot")
        String extension,

        @Describe("size") long bytes,
        @Describe("number of lines, 0 for binary files") int lines,
        @Describe("what the file is for") FileKind kind,
        @Describe("whether it holds bytes that are no text") boolean binary,
        @Describe("whether git tracks it") boolean tracked,
        @Describe("git object id of the content") @Nullable String blob,

        @Describe("whether it is new or differs from the base revision, absent when there is none") @Nullable
        Boolean changed)
        implements Fact {}
