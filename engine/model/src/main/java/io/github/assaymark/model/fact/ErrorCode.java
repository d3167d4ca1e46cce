package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import org.jspecify.annotations.Nullable;

/** An error code that source code declares. */
@Describe("An error code that source code declares")
public record ErrorCode(
        @Describe("code") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("code") String code,

        @Describe("family or category it is declared with, or the group it stands in") @Nullable
        String family,

        @Describe("HTTP status declared with it") @Nullable Integer status,
        @Describe("key of its message") @Nullable String messageKey,

        @Describe("page or address declared with it") @Nullable
        String documentation,

        @Describe("path") String file)
        implements Fact {}
