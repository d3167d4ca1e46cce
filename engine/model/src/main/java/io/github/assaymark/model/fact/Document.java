package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Markdown or MDX document. */
@Describe("A Markdown or MDX document")
public record Document(
        @Describe("path") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("path relative to the repository root") String path,
        @Describe("file name") String name,
        @Describe("file name without its extension") String stem,

        @Describe("directory relative to the repository root")
        String directory,

        @Describe("first level-1 heading, or the title of the front matter") @Nullable
        String title,

        @Describe("words of prose, without code and front matter")
        int words,

        @Describe("words of prose before the first level-2 heading, badges and the title left out")
        int introWords,

        @Describe("number of headings") int sections,

        @Describe("number of fenced or indented code blocks")
        int codeBlocks,

        @Describe("languages of its code blocks, lower case, in order of first use")
        List<String> languages,

        @Describe("identifiers and code spans it mentions, in order of first use, at most 500")
        List<String> terms,

        @Describe("number of left-overs such as TBD outside of code")
        int placeholders,

        @Describe("lower-case hexadecimal SHA-256 of its bytes")
        String contentHash,

        @Describe("whether it differs from the base revision, false when there is none")
        boolean changed)
        implements Fact {
    /** Copies the lists. */
    public Document {
        languages = List.copyOf(languages);
        terms = List.copyOf(terms);
    }
}
