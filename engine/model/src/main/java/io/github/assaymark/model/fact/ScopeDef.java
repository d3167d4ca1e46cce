package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import org.jspecify.annotations.Nullable;

/** A permission scope that source code declares. */
@Describe("A permission scope that source code declares")
public record ScopeDef(
        @Describe("scope") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("scope") String scope,

        @Describe("name of the constant that holds it") @Nullable
        String constant,

        @Describe("whether it is marked as giving access to health data")
        boolean phi,

        @Describe("whether it says if it gives access to health data")
        boolean classified,

        @Describe("whether it is marked as needing a business associate agreement")
        boolean baaRequired,

        @Describe("description") @Nullable String description,

        @Describe("whether the base revision does not declare it, absent when there is none") @Nullable
        Boolean addedInThisChange,

        @Describe("path") String file)
        implements Fact {}
