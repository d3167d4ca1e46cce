package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import org.jspecify.annotations.Nullable;

/** A link in a document. */
@Describe("A link in a document")
public record DocLink(
        @Describe("document path, `#link:`, target") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("path of the document") String document,
        @Describe("file name of the document") String documentName,
        @Describe("text of the link") String text,
        @Describe("target as written, without its anchor") String target,
        @Describe("anchor without `#`") @Nullable String anchor,
        @Describe("whether it leads out of the repository") boolean external,

        @Describe("whether target and anchor exist in the repository, absent for external links") @Nullable
        Boolean resolves,

        @Describe("path of the target within the repository, absent for external links") @Nullable
        String path)
        implements Fact {}
