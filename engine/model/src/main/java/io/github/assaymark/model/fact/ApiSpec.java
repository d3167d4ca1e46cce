package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import org.jspecify.annotations.Nullable;

/** An OpenAPI description. */
@Describe("An OpenAPI description")
public record ApiSpec(
        @Describe("path") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("path") String file,
        @Describe("version of the OpenAPI format") String openApiVersion,
        @Describe("version of the API") @Nullable String apiVersion,
        @Describe("title of the API") @Nullable String title,
        @Describe("number of operations") int operations,
        @Describe("number of messages of the parser") int parseErrors)
        implements Fact {}
