package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import org.jspecify.annotations.Nullable;

/** A left-over such as TBD or &lt;your-service&gt; in the prose of a document. */
@Describe("A left-over such as TBD or <your-service> in the prose of a document")
public record DocPlaceholder(
        @Describe("document path, `#placeholder:`, text and occurrence")
        String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("path of the document") String document,
        @Describe("file name of the document") String documentName,
        @Describe("the left-over") String text,
        @Describe("heading above it") @Nullable String section)
        implements Fact {}
