package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.Quantity;
import io.github.assaymark.model.catalogue.Describe;
import org.jspecify.annotations.Nullable;

/** A limit of cost. */
@Describe("A limit of cost")
public record CostBudget(
        @Describe("what it is for") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,

        @Describe("key of the operation it is for, absent when for the service") @Nullable
        String operation,

        @Describe("limit") Quantity limit,
        @Describe("currency or unit, as written") @Nullable String currency,
        @Describe("whether it is meant to be or is") StateSource source,
        @Describe("path or export") String file)
        implements Fact {}
