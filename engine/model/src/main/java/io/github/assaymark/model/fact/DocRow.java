package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of a table in a document, but for its head. */
@Describe("A row of a table in a document")
public record DocRow(
        @Describe("document path, `#row:`, slug of the first cell")
        String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("path of the document") String document,
        @Describe("file name of the document") String documentName,

        @Describe("heading above the table, absent when there is none") @Nullable
        String section,

        @Describe("text of the first cell, empty when it has none")
        String name,

        @Describe(
                "cells that are not empty as `column=text` in their order, the name of the column as its head says in lower case")
        List<String> cells)
        implements Fact {
    /** Copies the list. */
    public DocRow {
        cells = List.copyOf(cells);
    }
}
