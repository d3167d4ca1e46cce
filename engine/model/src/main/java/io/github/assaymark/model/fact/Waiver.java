package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A time-limited permission to fail an item. */
@Describe("A time-limited permission to fail an item")
public record Waiver(
        @Describe("item and subject") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("id of the item") String item,

        @Describe("key of the subject, `*` for every subject")
        String subject,

        @Describe("why") String reason,
        @Describe("handle of the person who allows it") String approvedBy,
        @Describe("where it is followed up") @Nullable String ticket,

        @Describe("first instant at which it no longer holds")
        Instant until,

        @Describe("addresses of those who committed its lines, in lower case; empty when git does not tell")
        List<String> authors,

        @Describe("what the signatures of these commits prove; null when nobody says who may sign") @Nullable
        SignatureStatus signature)
        implements Fact {
    /** Copies the list. */
    public Waiver {
        authors = List.copyOf(authors);
    }
}
