package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement by a person that an item holds, or does not. */
@Describe("A statement by a person that an item holds, or does not")
public record Attestation(
        @Describe("item, subject and author") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("id of the item") String item,

        @Describe("key of the subject, `*` for every subject")
        String subject,

        @Describe("handle of the person") String by,
        @Describe("role the person speaks in") @Nullable String role,
        @Describe("what the person says") Decision decision,
        @Describe("when it was said") Instant at,

        @Describe("first instant at which it no longer holds") @Nullable
        Instant expires,

        @Describe("commit it speaks of") @Nullable String sha,

        @Describe("digest of the content it speaks of") @Nullable
        String digest,

        @Describe("link to a report") @Nullable String evidence,

        @Describe("addresses of those who committed its lines, in lower case; empty when git does not tell")
        List<String> authors,

        @Describe("what the signatures of these commits prove; null when nobody says who may sign") @Nullable
        SignatureStatus signature)
        implements Fact {
    /** Copies the list. */
    public Attestation {
        authors = List.copyOf(authors);
    }
}
