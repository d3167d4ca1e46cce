package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import org.jspecify.annotations.Nullable;

/** An entry of the module that decides who may receive an event. */
@Describe("An entry of the module that decides who may receive an event")
public record WebhookFilter(
        @Describe("event") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("name of the event") String event,

        @Describe("scope a receiver needs, absent when none is asked for") @Nullable
        String requiredScope,

        @Describe("path") String file)
        implements Fact {}
