package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A response of an operation. */
@Describe("A response of an operation")
public record ApiResponse(
        @Describe("operation key, `#`, status") String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("path of the description") String spec,
        @Describe("key of the operation") String operation,
        @Describe("status code or `default`") String status,
        @Describe("description") @Nullable String description,
        @Describe("media types of its content") List<String> mediaTypes,
        @Describe("whether its content has an example") boolean example)
        implements Fact {
    /** Copies the lists. */
    public ApiResponse {
        mediaTypes = List.copyOf(mediaTypes);
    }
}
