package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A labelled value at the head of a document, or a key of its front matter. */
@Describe("A labelled value at the head of a document, or a key of its front matter")
public record DocField(
        @Describe("document path, `#field:`, label") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("path of the document") String document,
        @Describe("file name of the document") String documentName,
        @Describe("label in lower case") String field,

        @Describe("text of the value, absent when there is none") @Nullable
        String value,

        @Describe("the value when it is a valid date") @Nullable
        Instant date,

        @Describe("the value when it is a whole number of at most nine digits, with or without # in front") @Nullable
        Integer number,

        @Describe("whether the value is empty or a left-over such as TBD")
        boolean placeholder,

        @Describe("whether it stands in the front matter") boolean frontMatter)
        implements Fact {}
