package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;

/** A TODO or FIXME at the start of a comment. */
@Describe("A TODO or FIXME at the start of a comment")
public record CommentMarker(
        @Describe("path, `#`, marker and occurrence") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("path") String file,
        @Describe("the word in upper case") String marker,

        @Describe("the rest of the line, at most 200 characters")
        String text,

        @Describe("what the file is for") FileKind kind)
        implements Fact {}
