package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of a sign-off table. */
@Describe("A row of a sign-off table")
public record SignOff(
        @Describe("document path, `#signoff:`, role") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("path of the document") String document,
        @Describe("file name of the document") String documentName,
        @Describe("role as written") String role,

        @Describe("who signed, absent while it is open") @Nullable
        String name,

        @Describe("when, absent while it is open or not a valid date") @Nullable
        Instant date,

        @Describe("whether name or date is still missing or a left-over such as TBD")
        boolean open,

        @Describe("whether the row says that it was refused")
        boolean rejected,

        @Describe("author time of the newest commit that changed the document, absent outside of git") @Nullable
        Instant documentChangedAt)
        implements Fact {}
