package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import org.jspecify.annotations.Nullable;

/** A task list line of a document, `- [x] ...`. */
@Describe("A task list line of a document, `- [x] ...`")
public record ChecklistLine(
        @Describe("document path, `#line:`, slug of the text")
        String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("path of the document") String document,
        @Describe("file name of the document") String documentName,

        @Describe("text of the line, without the reason behind it")
        String text,

        @Describe("heading above it") @Nullable String section,
        @Describe("whether it is ticked") boolean checked,

        @Describe("the reason given for an open line, absent when there is none") @Nullable
        String justification)
        implements Fact {}
