package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import org.jspecify.annotations.Nullable;

/** An example of a request or response body. */
@Describe("An example of a request or response body")
public record ApiExample(
        @Describe("operation key, `#`, JSON pointer") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("path of the description") String spec,
        @Describe("key of the operation") String operation,
        @Describe("`request` or `response`") String location,

        @Describe("status code, absent for requests") @Nullable
        String status,

        @Describe("media type") @Nullable String mediaType,

        @Describe("whether it is null, an empty text, list or map")
        boolean empty)
        implements Fact {}
