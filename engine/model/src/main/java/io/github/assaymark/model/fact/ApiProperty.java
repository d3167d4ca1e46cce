package io.github.assaymark.model.fact;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.Provenance;
import io.github.assaymark.model.catalogue.Describe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A property of a request or response schema. */
@Describe("A property of a request or response schema")
public record ApiProperty(
        @Describe("operation key, `#`, direction and dotted path")
        String key,

        @Describe("directory of the owning service, empty when there is none")
        String owner,

        Provenance provenance,
        @Describe("path of the description") String spec,
        @Describe("key of the operation") String operation,
        @Describe("name of the property") String name,
        @Describe("dotted path from the body") String pointer,
        @Describe("`request` or `response`") String location,
        @Describe("type as written") @Nullable String type,
        @Describe("description") @Nullable String description,

        @Describe("text of an x-...-explainer extension") @Nullable
        String explainer,

        @Describe("text of an x-...-pii extension: the class of personal data it is, or `none` or `false`") @Nullable
        String piiClass,

        @Describe("names of its x- extensions") List<String> extensions)
        implements Fact {
    /** Copies the lists. */
    public ApiProperty {
        extensions = List.copyOf(extensions);
    }
}
