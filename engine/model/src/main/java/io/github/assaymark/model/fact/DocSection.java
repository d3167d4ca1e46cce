package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.util.List;

/** A heading of a document with the text below it, up to the next heading of the same or a higher level. */
@Describe("A heading of a document with the text below it, up to the next heading of the same or a higher level")
public record DocSection(
        @Describe("document path, `#`, slug of the heading") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("path of the document") String document,
        @Describe("file name of the document") String documentName,
        @Describe("text of the heading") String heading,
        @Describe("heading as its link anchor") String slug,
        @Describe("1 to 6") int level,
        @Describe("words of prose, sections below included") int words,
        @Describe("number of code blocks") int codeBlocks,

        @Describe("lines of shell code blocks that are neither blank nor comments")
        int commands,

        @Describe("languages of its code blocks") List<String> languages,
        @Describe("number of list items") int listItems,
        @Describe("number of links") int links,

        @Describe("number of left-overs such as TBD outside of code")
        int placeholders,

        @Describe("identifiers and code spans it mentions, at most 500")
        List<String> terms,

        @Describe("whether its text differs from the base revision, false when there is none")
        boolean changed)
        implements Fact {
    /** Copies the lists. */
    public DocSection {
        languages = List.copyOf(languages);
        terms = List.copyOf(terms);
    }
}
