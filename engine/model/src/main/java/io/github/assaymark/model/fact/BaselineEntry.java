package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;

/** An old finding that is accepted as debt. */
@Describe("An old finding that is accepted as debt")
public record BaselineEntry(
        @Describe("item, subject and fingerprint") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("id of the item") String item,
        @Describe("key of the subject") String subject,
        @Describe("fingerprint of the finding") String fingerprint)
        implements Fact {}
