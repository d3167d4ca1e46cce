package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.time.Instant;
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
        Instant until)
        implements Fact {}
