package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import org.jspecify.annotations.Nullable;

/** A text that asks for consent to a scope. */
@Describe("A text that asks for consent to a scope")
public record ConsentText(
        @Describe("scope and locale") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("scope") String scope,
        @Describe("language tag") @Nullable String locale,

        @Describe("lower-case hexadecimal SHA-256 of the text")
        String contentHash,

        @Describe("number of words") int words,
        @Describe("path") String file)
        implements Fact {}
